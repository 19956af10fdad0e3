/** A visitor without an account keeps a question by e-mail, hears of what is new, and stops. */
import { expect, test } from '../setup/cast'
import { followLink, openMail } from './mailbox'

test('a saved search is confirmed from the mail, told of a new offer, and ended by one click', async ({
  page,
  request,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  // Three mails and the way of an offer through the index: a busy machine gets its time.
  test.slow()
  const word = `lichtmeter${Date.now().toString(36)}`
  const email = `docent-${word}@schakel.example`
  const title = `Meet de haven met een ${word}`
  const company = await cast.company('Meetburo Noord', { title, places: 2 })
  await cast.db.offer.update({ where: { id: company.offerId }, data: { state: 'draft' } })

  await page.goto(`/offers?q=${word}&lang=nl`)
  await page.getByRole('link', { name: 'Bewaar deze zoekopdracht' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bewaar deze zoekopdracht')
  await page.getByRole('textbox', { name: /^E-mailadres/ }).fill(email)
  await fitsTheScreen()
  await page.getByRole('button', { name: 'Bewaar en mail mij nieuw aanbod' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail')
  await axe()

  await openMail(page, email, 'Bevestig je zoekopdracht')
  await followLink(page)
  const saved = () =>
    cast.db.savedSearch.findFirstOrThrow({ where: { subscriber: { email } }, select: { state: true } })
  // Mail programs open links by themselves: the page shows, the button acts.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bewaar je deze zoekopdracht?')
  expect(await saved()).toEqual({ state: 'asked' })
  await fitsTheScreen()
  await axe()
  await page.getByRole('button', { name: 'Ja, mail mij nieuw aanbod' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je zoekopdracht is bewaard')
  expect(await saved()).toEqual({ state: 'active' })

  await become(company.member)
  await page.goto('/my/organisation')
  const card = page.getByRole('article', { name: title })
  await card.getByRole('button', { name: 'Zet online' }).click()
  await expect(card).toContainText('online')
  await page.context().clearCookies()
  await expect(async () => {
    await page.goto(`/offers?q=${word}&lang=nl`)
    await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })

  await makeItMonday()
  await openMail(page, email, 'Eén nieuwtje voor je zoekopdracht')
  await expect(page.getByText(title).first()).toBeVisible()
  await expect(page.getByText('Meetburo Noord').first()).toBeVisible()
  const endUrl = await page.getByRole('link', { name: /saved-searches\/end\?token=/ }).textContent()

  // What the button of a mail program sends (RFC 8058): no cookie, no page.
  const ended = await request.post(new URL(endUrl ?? '').href, {
    form: { 'List-Unsubscribe': 'One-Click' },
  })
  expect(ended.ok()).toBe(true)
  expect(await saved()).toEqual({ state: 'ended' })
  await page.goto(endUrl ?? '')
  await expect(page.getByText('Je krijgt geen mails meer').first()).toBeVisible()
  await axe()

  /** An hour passes, in which the index has surely followed, and the worker is told to look. */
  async function makeItMonday() {
    const { db } = cast
    const hourAgo = new Date(Date.now() - 3_600_000)
    await db.outboxEvent.updateMany({
      where: { subjectId: company.offerId, type: 'OfferPublished' },
      data: { occurredAt: hourAgo },
    })
    await db.savedSearch.updateMany({
      where: { subscriber: { email } },
      data: { toldUntil: new Date(hourAgo.getTime() - 60_000) },
    })
    await db.$executeRaw`SELECT graphile_worker.add_job('saved-search-digests')`
  }
})
