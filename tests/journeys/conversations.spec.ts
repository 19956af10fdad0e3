/** A school asks a company something; the company answers the mail from its own mail program; the school reads the answer. */
import { createTransport } from 'nodemailer'
import { makeCaughtMails } from '~/platform/mail/caught-mails.server'
import { expect, test } from '../setup/cast'
import { journeyServer } from '../setup/journey-server'

test('a question on the page, an answer by mail, and nobody sees an address @phone', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  test.setTimeout(120_000)
  const school = await cast.school('Het Vraagcollege')
  const company = await cast.company('Pompen Schakeloog', { title: 'Bouw een pomp', places: 3 })
  await cast.ask(school, company, 'Een les over pompen')
  const request = await cast.db.supportRequest.findFirstOrThrow({ where: { branchId: school.branchId } })

  await become(school.teacher)
  await page.goto(`/requests/${request.id}`)
  await page.getByRole('link', { name: /^Stel een vraag/ }).click()
  await expect(page.getByRole('heading', { name: 'Gesprek met Pompen Schakeloog' })).toBeVisible()
  await page.getByLabel('Je bericht').fill('Mogen de leerlingen nat worden?')
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: 'Verstuur bericht' }).click()
  await expect(page.getByText('Bericht verstuurd.')).toBeVisible()

  const { mailFolder, mailInPort } = journeyServer()
  let masked = ''
  await expect(async () => {
    const mails = await makeCaughtMails(mailFolder).list()
    const mail = mails.find(({ to, text }) => to === company.member.email && text.includes('nat worden'))
    masked = mail?.from ?? ''
    expect(masked).toMatch(/^c\+[0-9a-f]{40}@/)
    expect(JSON.stringify(mail)).not.toContain(school.teacher.email)
  }).toPass({ timeout: 60_000 })

  const program = createTransport({ host: '127.0.0.1', port: mailInPort, ignoreTLS: true })
  const answer = { from: company.member.email, to: masked, subject: 'Re: Gesprek' }
  await program.sendMail({
    ...answer,
    text: `Jazeker, neem een handdoek mee.\n\nOp ma 30 nov 2026 om 10:03 schreef Schakel <${masked}>:\n> Mogen de leerlingen nat worden?\n`,
    attachments: [{ filename: 'paklijst.pdf', content: '%PDF-1.7 handdoek' }],
  })
  await program.sendMail({
    ...answer,
    text: 'Ik ben er niet.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  const stranger = program.sendMail({ ...answer, from: 'vreemd@elders.example', text: 'Gluren.' })
  await expect(stranger).rejects.toThrow(/550/)
  program.close()

  await page.goto('/conversations')
  await expect(page.getByText('Eén nieuw bericht')).toBeVisible()
  await axe()
  await fitsTheScreen()
  await page.getByRole('link', { name: 'Pompen Schakeloog' }).click()
  const answered = page.getByRole('listitem').filter({ hasText: 'neem een handdoek mee' })
  await expect(answered).toContainText('per mail')
  await expect(answered).not.toContainText('nat worden')
  await expect(answered.getByRole('link', { name: 'paklijst.pdf' })).toBeVisible()
  for (const unseen of ['Ik ben er niet.', 'Gluren.', company.member.email])
    await expect(page.getByRole('main')).not.toContainText(unseen)
  await axe()
  await fitsTheScreen()
})
