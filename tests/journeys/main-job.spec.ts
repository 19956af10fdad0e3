/** A teacher asks at an offer, its company says yes with a day, and both see the booking. */
import { expect, test } from '../setup/cast'

const OFFER = 'Programmeer een lasrobot op de laptop'
const TITLE = 'Lasrobots programmeren met klas 3'

test('from a question to a booking @phone', async ({ page, axe, fitsTheScreen, cast, become }) => {
  test.setTimeout(120_000)
  const school = await cast.school('Het Eilandcollege')
  const company = await cast.company('Lasbedrijf Schakeloog', { title: OFFER, places: 3 })

  await become(school.teacher)
  await page.goto(`/requests/new?offer=${company.offerId}`)
  await page.getByRole('button', { name: 'Verder: voor wie' }).click()
  await page.getByRole('group', { name: 'vmbo' }).getByRole('checkbox', { name: /3/ }).check()
  await page.getByLabel('Hoeveel groepen?').fill('1')
  await page.getByLabel('Hoeveel leerlingen per groep?').fill('20')
  await page.getByRole('button', { name: 'Verder: wanneer' }).click()
  await page.getByRole('button', { name: 'Verder: hoe ver' }).click()
  await page.getByRole('button', { name: 'Verder: je eigen woorden' }).click()
  await page.getByLabel('Je vraag in één zin').fill(TITLE)
  await page.getByLabel('Wat willen jullie bereiken?').fill('De klas programmeert zelf een robotarm.')
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: 'Plaats mijn hulpvraag' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(TITLE)
  await expect(page.getByRole('checkbox', { name: new RegExp(OFFER) })).toBeChecked()
  await page.getByRole('button', { name: 'Stuur mijn vraag' }).click()
  await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()

  await become(company.member)
  await page.goto('/inbox')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
  await fitsTheScreen()
  await page.getByLabel('Dag').fill(await cast.lessonDay(school.branchId))
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await expect(page.getByText('Jullie zeiden ja').first()).toBeVisible()
  await page.goto('/bookings')
  await expect(page.getByRole('main')).toContainText(OFFER)

  await become(school.teacher)
  await page.goto('/bookings')
  await page.getByRole('link', { name: new RegExp(OFFER) }).click()
  await expect(page).toHaveURL(/\/bookings\/[0-9a-f-]+$/)
  await expect(page.getByRole('main')).toContainText(OFFER)
  await axe()
  await fitsTheScreen()
})
