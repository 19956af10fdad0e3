/** A teacher asks at an offer, its company says yes with a day, and both see the booking. */
import { type DemoAccount, expect, test } from '../setup/journey'
import { journeyServer } from '../setup/journey-server'
import { withClient } from '../setup/templates'

const OFFER = 'Simulatie-uurtje: programmeer een lasrobot op de laptop'
const TITLE = 'Lasrobots programmeren met klas 3'

/** Who was asked about a topic is not asked again within a week: what the demo season asked is longer ago here. */
async function offerNobodyAskedLately(): Promise<string> {
  return withClient(journeyServer().databaseUrl, async (client) => {
    await client.query("UPDATE proposal SET sent_at = sent_at - interval '30 days'")
    const { rows } = await client.query<{ id: string }>('SELECT id FROM offer WHERE title = $1', [OFFER])
    return rows[0]?.id ?? ''
  })
}

/** The next Wednesday at least four weeks away: the offer goes on Mondays, Wednesdays and Fridays. */
function wednesday(): string {
  const day = new Date(Date.now() + 28 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((10 - day.getUTCDay()) % 7))
  return day.toISOString().slice(0, 10)
}

test('from a question to a booking', async ({ page, browser, axe, signIn, baseURL }) => {
  test.setTimeout(90_000)
  await signIn('school')
  await page.goto(`/requests/new?offer=${await offerNobodyAskedLately()}`)
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
  await page.getByRole('button', { name: 'Plaats mijn hulpvraag' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(TITLE)
  await expect(page.getByRole('checkbox', { name: new RegExp(OFFER) })).toBeChecked()
  await page.getByRole('button', { name: 'Stuur mijn vraag' }).click()
  await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()

  const company = await browser.newPage({ ...(baseURL && { baseURL }), locale: 'nl-NL' })
  await signInOn(company, 'bedrijf')
  await company.goto('/inbox')
  await company.getByRole('link', { name: new RegExp(TITLE) }).click()
  await company.getByRole('link', { name: 'Ja, dit kunnen we' }).click()
  await company.getByLabel('Dag').fill(wednesday())
  await company.getByRole('button', { name: 'Maak de afspraak' }).click()
  const sure = company.getByRole('checkbox')
  await expect(company.getByText('Jullie zeiden ja').or(sure).first()).toBeVisible()
  // In a holiday the page asks once more.
  if (await sure.isVisible()) {
    await sure.check()
    await company.getByRole('button', { name: 'Maak de afspraak' }).click()
  }
  await expect(company.getByText('Jullie zeiden ja').first()).toBeVisible()
  await company.goto('/bookings')
  await expect(company.getByRole('main')).toContainText(OFFER)
  await company.close()

  await page.goto('/bookings')
  await page
    .getByRole('link', { name: new RegExp(OFFER) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/bookings\/[0-9a-f-]+$/)
  await expect(page.getByRole('main')).toContainText(OFFER)
  await axe()
})

async function signInOn(page: import('@playwright/test').Page, as: DemoAccount): Promise<void> {
  await page.goto('/sign-in?lang=nl')
  await page.getByLabel(/e-mail/i).fill(`${as}@schakel.example`)
  await page.getByLabel(/^wachtwoord/i).fill('schakel-demo-2026')
  await page
    .getByRole('main')
    .getByRole('button', { name: /inloggen/i })
    .click()
  await expect(page).not.toHaveURL(/sign-in/)
}
