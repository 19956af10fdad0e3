/** What is open is true: the last place goes once, and what was paused comes back to who waits. */
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'

const OFFER = 'Kijken bij de sluis'
const visit = { kind: 'excursion', location: 'at_company', places: 1, title: OFFER } as const

test('the last place from two browsers: one gets it, the other reads that it is gone', async ({
  page,
  axe,
  cast,
  become,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const company = await cast.company('Sluizen en Stuwen', visit)
  const [first, second] = [await cast.school('De Noordpier'), await cast.school('De Zuidpier')]
  await cast.ask(first, company, 'Wij willen naar de sluis')
  await cast.ask(second, company, 'Wij ook naar de sluis')
  const day = await cast.lessonDay(first.branchId)
  await become(company.member)
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ storageState, baseURL, locale: 'nl-NL' })
  const other = await context.newPage()
  for (const [tab, title] of [
    [page, 'Wij willen naar de sluis'],
    [other, 'Wij ook naar de sluis'],
  ] as const) {
    await tab.goto('/inbox')
    await tab.getByRole('link', { name: title }).click()
    await expect(tab.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await tab.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
    await tab.getByLabel('Dag').first().fill(day)
  }
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(page.getByText('Jullie zeiden ja').first()).toBeVisible()
  await other.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(other.getByRole('alert')).toContainText('Er is dan geen plek meer vrij')
  await axe()
  await context.close()
})

test('a paused offer is gone from view, comes back, and who waits is asked first', async ({
  page,
  axe,
  cast,
  become,
}) => {
  test.setTimeout(120_000)
  const company = await cast.company('Sluizen en Stuwen', visit)
  const school = await cast.school('De Wachttoren')
  const { groups } = await makeWaitingRequest(cast.db, {
    branchId: school.branchId,
    title: 'Wij wachten op een bezoek',
    kinds: ['excursion'],
    maxDistanceKm: 10,
  })
  await become(company.member)
  await page.goto('/my/organisation')
  const card = page.getByRole('article', { name: OFFER })
  await card.getByText('Pauzeer, kopieer of archiveer').click()
  await card.getByRole('button', { name: /^Pauzeer/ }).click()
  await expect(card.getByText('Op pauze', { exact: true })).toBeVisible()
  await card.getByRole('link', { name: `Agenda van ${OFFER}` }).click()
  await expect(page.getByText('Dit aanbod staat op pauze')).toBeVisible()
  await axe()

  await page.goto('/my/organisation')
  await card.getByRole('button', { name: `Zet weer online: ${OFFER}` }).click()
  await expect(card.getByText('Online', { exact: true })).toBeVisible()
  await expect(async () => {
    expect(await cast.db.hold.count({ where: { groupId: groups[0]?.id ?? '', state: 'offered' } })).toBe(1)
  }).toPass({ timeout: 30_000 })
  await card
    .getByRole('link', { name: new RegExp(`${OFFER}$`) })
    .last()
    .click()
  await expect(page.getByText('Vrije plekken gaan nu eerst naar scholen die wachten')).toBeVisible()
})

test('days from a calendar file are looked at first, and then added', async ({
  page,
  axe,
  cast,
  become,
  fitsTheScreen,
}) => {
  test.setTimeout(120_000)
  const company = await cast.company('Sluizen en Stuwen', visit)
  const day = await cast.lessonDay((await cast.school('De Kade')).branchId)
  await become(company.member)
  await page.goto(`/my/organisation/offers/${company.offerId}/calendar?month=${day.slice(0, 7)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agenda van dit aanbod')
  await fitsTheScreen()
  const event = ['BEGIN:VEVENT', 'UID:1@voorbeeld', 'DTSTAMP:20260901T080000Z', 'SUMMARY:Open middag']
  const lines = [...event, `DTSTART:${day.replaceAll('-', '')}T133000`, 'END:VEVENT']
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//voorbeeld//', ...lines, 'END:VCALENDAR'].join(
    '\r\n',
  )
  const from = page.getByRole('region', { name: 'Vaste dagen uit een agenda' })
  const choose = async (name: string, text: string) => {
    await from.getByLabel('Agendabestand (.ics)').setInputFiles({
      name,
      mimeType: 'text/calendar',
      buffer: Buffer.from(text),
    })
    await from.getByRole('button', { name: 'Bekijk eerst de dagen' }).click()
  }
  await choose('foto.ics', 'geen agenda')
  await expect(page.getByRole('alert')).toContainText('Dit bestand is geen agenda')
  await choose('agenda.ics', file)
  const plan = page.getByRole('region', { name: '1 dag om toe te voegen' })
  await expect(plan.getByRole('checkbox', { name: /13\.30 uur · Open middag/ })).toBeChecked()
  await axe()
  await plan.getByRole('button', { name: 'Voeg deze dagen toe' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 dag toegevoegd' })).toBeVisible()
  await expect(page.getByRole('region', { name: /20\d\d/ }).getByText('0 van 1 bezet')).toBeVisible()
})
