/** Samen ontwikkelen: from a company's yes to lesson material that is found with all the names. */
import { expect, test } from '../setup/cast'
import { followLink, openMail } from './mailbox'

const TITLE = 'Een practicum over sensoren'
const pdf = (words: string) => ({
  name: 'Werkblad.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4 ${words}`),
})

test('two schools and a company make lesson material together @phone', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  test.setTimeout(240_000)
  const school = await cast.school('Het Sensorlyceum')
  // Found by its name: a name that no earlier try had.
  const name = `Meetschool ${cast.regionId}`
  const second = await cast.school(name)
  const company = await cast.company('Sensorbedrijf Schakeloog', {
    ...{ title: 'Samen een practicum maken', places: 1, kind: 'co_development' },
  })
  await cast.ask(school, company, TITLE)

  await become(company.member)
  await page.goto('/inbox')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
  await page.getByLabel('Dag').fill(await cast.lessonDay(school.branchId))
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(page.getByText('Jullie zeiden ja').first()).toBeVisible()
  await expect(async () => {
    await page.goto('/projects')
    await page.getByRole('link', { name: TITLE }).click({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Plan opschrijven' }).click()
  await page.getByLabel('Wat we maken').fill('Twee lessen met een proef.')
  await page.getByLabel('Begint op').fill(await cast.lessonDay(school.branchId))
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByRole('button', { name: 'Begin het project' }).click()
  await expect(page.getByText('Het project is begonnen.')).toBeVisible()
  const address = page.url()

  await page.getByRole('link', { name: 'Iemand vragen om mee te doen' }).click()
  await page.getByLabel('Naam of plaats').fill(name)
  await page.getByRole('button', { name: 'Zoek' }).click()
  await axe()
  await page.getByRole('button', { name: `Vraag ${name}` }).click()
  await openMail(page, second.teacher.email, new RegExp(TITLE))
  await followLink(page)
  await page.getByRole('button', { name: 'Ja, wij doen mee' }).click()
  await expect(page.getByRole('heading', { name: 'Jullie doen mee' })).toBeVisible()

  await become(second.teacher)
  await page.goto(address)
  await page.getByRole('link', { name: 'Bestand delen' }).first().click()
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(pdf('opzet'))
  await page.getByLabel('Hoe heet het?').fill('Werkblad')
  await page.getByRole('button', { name: 'Deel dit bestand' }).click()
  await page.getByRole('link', { name: 'Nieuwe versie van Werkblad' }).click()
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(pdf('met een tekening'))
  await page.getByRole('button', { name: 'Deel dit bestand' }).click()
  await expect(page.getByRole('link', { name: 'Versie 2: Werkblad.pdf' })).toBeVisible()
  await page.getByRole('link', { name: 'Licentie kiezen' }).first().click()
  await page.getByRole('radio', { name: /^CC BY 4.0/ }).check()
  await page.getByRole('button', { name: 'Kies deze licentie' }).click()
  await expect(page.getByText(`${name}: akkoord`)).toBeVisible()
  await axe()
  await fitsTheScreen()

  await become(school.teacher)
  await page.goto(address)
  await page.getByRole('button', { name: 'Akkoord met CC BY 4.0' }).first().click()
  await expect(page.getByText('Jullie zijn akkoord.')).toBeVisible()
  await become(company.member)
  await page.goto(address)
  await page.getByRole('button', { name: 'Akkoord met CC BY 4.0' }).first().click()
  await page.getByRole('button', { name: 'Het is klaar' }).click()
  await page.getByRole('link', { name: 'Lesmateriaal ervan maken' }).click()
  await page.getByLabel('Samenvatting').fill('Twee lessen over sensoren met een proef.')
  await page.getByRole('button', { name: 'Maak het concept' }).click()
  await page.getByRole('button', { name: 'Zet dit aanbod online' }).click()
  await expect(async () => {
    await page.goto(`/offers?q=${encodeURIComponent('practicum sensoren')}`)
    await expect(
      page.getByText(new RegExp(`Samen gemaakt door Sensorbedrijf Schakeloog, .*${name}`)).first(),
    ).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('link', { name: TITLE }).first().click()
  await expect(page.getByText('Licentie: CC BY 4.0')).toBeVisible()
  await expect(page.getByRole('link', { name: /Werkblad/ })).toBeVisible()
})
