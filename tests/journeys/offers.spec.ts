/** A company writes down what it offers, and seconds later schools find it. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/journey'

const main = (page: Page) => page.getByRole('main')

/** Fills in the least that schools must know. Each run has a word of its own to be found by. */
async function fillIn(page: Page, title: string): Promise<void> {
  const form = main(page)
  await form.getByRole('radio', { name: /^Excursie/ }).check()
  await form.getByRole('textbox', { name: /^Titel/ }).fill(title)
  await form.getByRole('textbox', { name: /^In het kort/ }).fill('Leerlingen bedienen zelf een robotarm.')
  await form.getByRole('textbox', { name: /^Wat gaan leerlingen doen/ }).fill('Kijken, programmeren, lassen.')
  await form.getByText('Robotica en mechatronica', { exact: true }).click()
  await form.getByRole('checkbox', { name: 'Robots bouwen en besturen' }).check()
  await form.getByRole('group', { name: /^vmbo/ }).getByRole('checkbox', { name: '3' }).check({ force: true })
  await form.getByRole('radio', { name: /^Bij het bedrijf/ }).check()
  await form.getByRole('textbox', { name: /^Duur/ }).fill('90')
  await expect(form.getByRole('textbox', { name: /^Groepen per schooljaar/ })).toHaveValue('80')
}

/** The index follows by the outbox and the worker: a page that is opened again soon shows it. */
async function isFound(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/offers?q=${encodeURIComponent(title)}&place=7609&radius=10&lang=nl`)
    await expect(
      page.getByRole('list', { name: 'Gevonden aanbod' }).getByRole('link', { name: title }),
    ).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
}

const nameOf = (what: string) => `Lasrobot ${what} ${Date.now().toString(36)}`

test('a company publishes an offer and it is found on list and map @phone', async ({
  page,
  signIn,
  axe,
  fitsTheScreen,
}) => {
  // Two forms, two sign-offs of axe and the way through the index: a busy machine gets its time.
  test.slow()
  const title = nameOf('bezoek')
  await signIn('bedrijf')
  await page.goto('/my/organisation')
  await main(page).getByRole('link', { name: 'Maak nieuw aanbod' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maak nieuw aanbod')
  await fitsTheScreen()
  await main(page)
    .getByRole('textbox', { name: /^Titel/ })
    .fill(title)
  await main(page).getByRole('button', { name: 'Zet dit aanbod online' }).click()
  await expect(page.getByRole('alert')).toContainText('Er kloppen')
  await expect(main(page).getByRole('textbox', { name: /^Titel/ })).toHaveValue(title)
  await axe()
  await fillIn(page, title)
  const preview = page.getByRole('complementary', { name: 'Zo zien scholen het in de lijst' })
  await expect(preview.getByRole('heading', { name: title })).toBeVisible()
  await expect(preview).toContainText('Alles is ingevuld wat scholen moeten weten')
  await main(page).getByRole('button', { name: 'Zet dit aanbod online' }).click()
  const card = main(page).getByRole('article', { name: title })
  await expect(card.getByText('Online', { exact: true })).toBeVisible()
  await expect(card.getByText('80 van 80 vrij')).toBeVisible()
  await axe()
  await fitsTheScreen()

  await isFound(page, title)
  await page.goto(`/offers?q=${encodeURIComponent(title)}&place=7609&radius=10&view=map`)
  await expect(page.getByRole('button', { name: /^Nummer|^\d/ }).first()).toBeVisible()

  await page.goto('/my/organisation')
  await card.getByText('Pauzeer, kopieer of archiveer').click()
  await card.getByRole('button', { name: /^Archiveer/ }).click()
  await expect(card).toHaveCount(0)
})

test('without JavaScript a draft is kept, mended and published @only-nojs', async ({ page, signIn, axe }) => {
  const title = nameOf('zonder')
  await signIn('bedrijf')
  await page.goto('/my/organisation/offers/new')
  await main(page)
    .getByRole('textbox', { name: /^Titel/ })
    .fill(title)
  await main(page).getByRole('button', { name: 'Bewaar als concept' }).click()
  const card = main(page).getByRole('article', { name: title })
  await expect(card.getByText('Concept', { exact: true })).toBeVisible()
  await card.getByRole('button', { name: /^Zet online/ }).click()
  await expect(page.getByRole('alert')).toContainText('Schrijf in één of twee zinnen wat dit is')
  await card.getByRole('link', { name: /^Pas aan/ }).click()
  await fillIn(page, title)
  await axe()
  await main(page).getByRole('button', { name: 'Zet dit aanbod online' }).click()
  await expect(card.getByText('Online', { exact: true })).toBeVisible()
  await isFound(page, title)
})

test('in English a company reads what is wrong', async ({ page, signIn, axe }) => {
  await signIn('bedrijf')
  await page.goto('/my/organisation/offers/new?lang=en')
  await main(page)
    .getByRole('textbox', { name: /^Kilometres/ })
    .fill('-1')
  await main(page).getByRole('button', { name: 'Publish this offer' }).click()
  await expect(page.getByRole('alert')).toContainText('things are not right')
  await expect(main(page).getByRole('textbox', { name: /^Kilometres/ })).toHaveValue('-1')
  await axe()
})
