/** What the desk asks of people goes without JavaScript: asking, answering, choosing a day, taking a place from the mail. */
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'
import { followLink, openMail } from './mailbox'

const LESSON = { title: 'Gastles robots', places: 3, levels: [{ level: 'vmbo', years: [3] }] }

test('a teacher posts a request and asks a company @only-nojs', async ({ page, axe, cast, become }) => {
  const school = await cast.school('Het Eilandcollege')
  const company = await cast.company('Lashal Noord', LESSON)
  await become(school.teacher)
  await page.goto(`/requests/new?offer=${company.offerId}`)
  await page.getByRole('button', { name: 'Verder: voor wie' }).click()
  await page.getByLabel('Hoeveel groepen?').fill('veel')
  await page.getByRole('button', { name: 'Verder: wanneer' }).click()
  await expect(page.getByRole('alert')).toContainText('Vul een getal in')
  await expect(page.getByLabel('Hoeveel groepen?')).toHaveValue('veel')
  await page.getByLabel('Hoeveel groepen?').fill('1')
  await page.getByLabel('Hoeveel leerlingen per groep?').fill('20')
  await page.getByRole('button', { name: 'Verder: wanneer' }).click()
  await page.getByLabel('In welke periode?').fill('in de lente')
  await page.getByRole('button', { name: 'Tel opnieuw' }).click()
  await expect(page.getByText(/We zoeken van/)).toBeVisible()
  await page.getByRole('button', { name: 'Verder: hoe ver' }).click()
  await page.getByRole('button', { name: 'Verder: je eigen woorden' }).click()
  await page.getByLabel('Je vraag in één zin').fill('Robots zonder omweg')
  await page.getByRole('button', { name: 'Plaats mijn hulpvraag' }).click()
  await axe()
  await page.getByRole('button', { name: 'Stuur mijn vraag' }).click()
  await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()
})

test('a company says yes to one and no to another @only-nojs', async ({ page, axe, cast, become }) => {
  const school = await cast.school('Het Eilandcollege')
  const company = await cast.company('Lashal Noord', LESSON)
  await cast.ask(school, company, 'Robots in de les')
  await cast.ask(school, company, 'Robots in de hal')
  await become(company.member)
  await page.goto('/inbox')
  await page.getByRole('link', { name: 'Robots in de les' }).click()
  await page.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Dag').fill(await cast.lessonDay(school.branchId))
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(page.getByText('Jullie zeiden ja').first()).toBeVisible()
  await page.goto('/inbox')
  await page.getByRole('link', { name: 'Robots in de hal' }).click()
  await page.getByRole('link', { name: 'Nee, nu niet' }).click()
  await page.getByRole('radio', { name: 'periode vol' }).check()
  await axe()
  await page.getByRole('button', { name: 'Zeg nee tegen deze vraag' }).click()
  await expect(page.getByText('Jullie zeiden nee: periode vol').first()).toBeVisible()
})

test('a school chooses a day, moves it and cancels @only-nojs', async ({ page, axe, cast, become }) => {
  const school = await cast.school('Het Eilandcollege')
  const company = await cast.company('Lashal Noord', LESSON)
  const days = [await cast.lessonDay(school.branchId), await cast.lessonDay(school.branchId, 1)]
  const booking = await cast.book(school, company, days)
  await become(school.teacher)
  await page.goto(`/bookings/${booking}`)
  await page.getByRole('radio').first().check()
  await axe()
  await page.getByRole('button', { name: 'Kies deze dag' }).click()
  await expect(page.getByText('De dag staat vast.')).toBeVisible()
  await page.getByRole('link', { name: 'Kies een andere dag of tijd' }).click()
  await page.getByLabel('Dag', { exact: true }).fill(await cast.lessonDay(school.branchId, 2))
  await page.getByRole('button', { name: 'Verzet de afspraak' }).click()
  await expect(page.getByText('De nieuwe dag staat vast.')).toBeVisible()
  await page.getByRole('link', { name: 'Zeg de afspraak af' }).click()
  await page.getByRole('radio', { name: 'Ziekte' }).check()
  await axe()
  await page.getByRole('button', { name: 'Ja, zeg de afspraak af' }).click()
  await expect(page.getByText('De afspraak is afgezegd.')).toBeVisible()
})

test('a coordinator sends a round and a school takes its place from the mail @only-nojs', async ({
  page,
  axe,
  cast,
  become,
}) => {
  test.setTimeout(120_000)
  await cast.company('Lashal Noord', {
    title: 'Kijk in de hal',
    places: 1,
    kind: 'excursion',
    location: 'at_company',
  })
  const school = await cast.school('Het Eilandcollege')
  await makeWaitingRequest(cast.db, { branchId: school.branchId, kinds: ['excursion'], maxDistanceKm: 10 })
  await become(await cast.coordinator())
  await page.goto('/board/rounds')
  await page.getByRole('button', { name: 'Bekijk wat een ronde geeft' }).click()
  await page.getByRole('button', { name: /^Zet vast/ }).click()
  await page.getByRole('button', { name: 'Verstuur 1 voorlopige plek' }).click()
  await expect(page.getByText('De voorlopige plekken zijn verstuurd.')).toBeVisible()
  await page.context().clearCookies({ name: 'session' })
  await openMail(page, school.teacher.email, 'Er is een plek voor jullie: Kijk in de hal')
  await followLink(page)
  await axe()
  await page.getByRole('button', { name: 'Ja, we nemen deze plek' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is een afspraak')
})
