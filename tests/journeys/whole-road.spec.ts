/**
 * The whole road with four people: a school asks for two groups, one company takes one, another says no, the rest waits;
 * the coordinator's round finds it a place that first come, first served would have given away, and its replay equals; the
 * school says yes from the mail.
 */
import fs from 'node:fs/promises'
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'
import { followLink, openMail } from './mailbox'

const TITLE = 'Zien hoe een schip wordt gelast'
const OTHER = 'Op bezoek bij een werf'
const [ONE_PLACE, NO_TIME, BEST, SPARE] = [
  'Rondleiding op de scheepswerf',
  'Dag op het droogdok',
  'Kijk mee in de lashal',
  'Meten aan een romp',
]
const excursion = { kind: 'excursion', location: 'at_company', places: 1 } as const

test('asked, partly placed, cleared by a round, taken from the mail', async ({ page, axe, cast, become }) => {
  test.setTimeout(180_000)
  const fourth = { ...excursion, levels: [{ level: 'vmbo', years: [4] }] }
  const school = await cast.school('Het Eilandcollege')
  const yes = await cast.company('Werf De Haven', { ...fourth, title: ONE_PLACE })
  const no = await cast.company('Droogdok Oost', { ...fourth, title: NO_TIME })
  const best = await cast.company('Lashal Noord', {
    ...excursion,
    title: BEST,
    levels: [{ level: 'vmbo', years: [3, 4] }],
  })
  // Who came first would rather have the place that nobody but this school's class could use instead.
  await cast.company('Rompenbouw', {
    ...excursion,
    title: SPARE,
    levels: [{ level: 'vmbo', years: [3] }],
    groupSizeMax: 300,
  })
  const before = await cast.school('De Branding')
  await makeWaitingRequest(cast.db, {
    branchId: before.branchId,
    title: OTHER,
    kinds: ['excursion'],
    maxDistanceKm: 10,
    waitingSince: new Date(Date.now() - 60 * 86_400_000),
    openedAt: new Date(Date.now() - 70 * 86_400_000),
  })

  await test.step('the school asks two companies for two groups', async () => {
    await become(school.teacher)
    await page.goto(`/requests/new?offer=${yes.offerId}`)
    await page.getByRole('button', { name: 'Verder: voor wie' }).click()
    await page.getByLabel('Hoeveel groepen?').fill('2')
    await page.getByLabel('Hoeveel leerlingen per groep?').fill('25')
    await page.getByRole('button', { name: 'Verder: wanneer' }).click()
    await page.getByRole('button', { name: 'Verder: hoe ver' }).click()
    await page.getByRole('radio', { name: /^Tot 10 km/ }).check()
    await page.getByRole('button', { name: 'Verder: je eigen woorden' }).click()
    await page.getByLabel('Je vraag in één zin').fill(TITLE)
    await page.getByRole('button', { name: 'Plaats mijn hulpvraag' }).click()
    await page.getByRole('checkbox', { name: new RegExp(NO_TIME) }).check()
    await page.getByRole('button', { name: 'Stuur mijn vraag' }).click()
    await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()
  })

  await test.step('one company takes one group', async () => {
    await become(yes.member)
    await page.goto('/inbox')
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
    const first = page.getByRole('group', { name: 'Groep 1' })
    await first.getByLabel('Dag').fill(await cast.lessonDay(school.branchId))
    await axe()
    await page.getByRole('button', { name: 'Maak de afspraak' }).click()
    await expect(page.getByText('Jullie zeiden ja').first()).toBeVisible()
  })

  await test.step('the other says no', async () => {
    await become(no.member)
    await page.goto('/inbox')
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: 'Nee, nu niet' }).click()
    await page.getByRole('radio', { name: 'geen tijd' }).check()
    await axe()
    await page.getByRole('button', { name: 'Zeg nee tegen deze vraag' }).click()
    await expect(page.getByText('Jullie zeiden nee: geen tijd').first()).toBeVisible()
  })

  await test.step('the rest waits, and the school sees where', async () => {
    await become(school.teacher)
    await page.goto('/requests')
    await page.getByRole('link', { name: TITLE }).click()
    await expect(page.getByText('1 van 2 groepen')).toBeVisible()
    await expect(page.getByText('Je staat op plek 2 van 2')).toBeVisible()
    await expect(page.getByText('De bedrijven die je vroeg konden niet.')).toBeVisible()
    await axe()
  })

  await test.step('the coordinator locks a pair and sends the round', async () => {
    await become(await cast.coordinator())
    await page.goto('/board/rounds')
    await page.getByRole('button', { name: 'Bekijk wat een ronde geeft' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 van 2 groepen krijgen een plek')
    await expect(page.getByText('Op volgorde van binnenkomst zouden dat er 1 zijn.')).toBeVisible()
    await page.getByRole('button', { name: `Zet vast: ${TITLE} krijgt ${BEST}` }).click()
    await expect(page.getByRole('button', { name: `Vast, maak los: ${TITLE} krijgt ${BEST}` })).toBeVisible()
    await axe()
    await page.getByRole('button', { name: 'Verstuur 2 voorlopige plekken' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'zijn verstuurd' })).toBeVisible()
    await expect(page.getByText(`Vastgezet: ${TITLE} krijgt ${BEST}`)).toBeVisible()
    await page.getByText('Hoe weten we dat dit het beste is?').click()
    await page.getByRole('button', { name: 'Reken opnieuw na' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'precies dezelfde uitkomst' })).toBeVisible()
  })

  await test.step('the school takes the place from the mail, once', async () => {
    await page.context().clearCookies({ name: 'session' })
    await openMail(page, school.teacher.email, `Er is een plek voor jullie: ${BEST}`)
    await followLink(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er is een plek voor jullie')
    const link = page.url()
    await axe()
    await page.getByRole('button', { name: 'Ja, we nemen deze plek' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is een afspraak')
    expect((await page.goto(link))?.status()).toBe(410)
  })

  await test.step('both sides have the booking, and it goes into a calendar', async () => {
    await become(school.teacher)
    await page.goto('/bookings')
    await expect(page.getByRole('main')).toContainText(ONE_PLACE)
    await page.getByRole('link', { name: new RegExp(BEST) }).click()
    await page.getByLabel('Dag', { exact: true }).fill(await cast.lessonDay(school.branchId))
    await page.getByRole('button', { name: 'Leg deze dag vast' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Zet in je agenda' }).click(),
    ])
    expect(await fs.readFile(await file.path(), 'utf8')).toMatch(
      new RegExp(`BEGIN:VCALENDAR[^]*SUMMARY:.*${BEST}`),
    )
    await become(best.member)
    await page.goto('/bookings')
    await expect(page.getByRole('main')).toContainText(BEST)
  })
})
