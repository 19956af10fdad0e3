/** A company writes down what it offers, and seconds later schools find it. */
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '../setup/journey'

const main = (page: Page) => page.getByRole('main')

/** Fills in the least that schools must know, step by step. Each run has a word of its own to be found by. */
async function fillIn(page: Page, title: string): Promise<void> {
  const form = main(page)
  const next = (step: string) => form.getByRole('button', { name: `Bewaar en ga naar: ${step}` }).click()
  await form.getByRole('radio', { name: /^Excursie/ }).check()
  await form.getByRole('textbox', { name: /^Titel/ }).fill(title)
  await form.getByRole('textbox', { name: /^In het kort/ }).fill('Leerlingen bedienen zelf een robotarm.')
  await form.getByRole('textbox', { name: /^Wat gaan leerlingen doen/ }).fill('Kijken, programmeren, lassen.')
  await next('voor wie')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voor wie en waarover')
  await form.getByRole('button', { name: 'Kies Robots bouwen en besturen' }).click()
  await expect(form.getByRole('checkbox', { name: 'Robots bouwen en besturen' })).toBeChecked()
  await form.getByRole('group', { name: /^vmbo/ }).getByRole('checkbox', { name: '3' }).check({ force: true })
  await next('waar')
  await form.getByRole('radio', { name: /^Bij het bedrijf/ }).check()
  await next('praktisch')
  await expect(form.getByRole('textbox', { name: /^Groepen per schooljaar/ })).toHaveValue('80')
  await form.getByRole('textbox', { name: /^Duur/ }).fill('90')
  await next('foto’s')
}

/** Some picture of a phone: on its side, and large enough. */
async function addPicture(page: Page, alt: string): Promise<void> {
  const sent = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0b7a5c' } })
  const buffer = await sent.withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const form = main(page)
  await form
    .getByLabel('Kies een foto')
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer })
  const send = form.getByRole('button', { name: 'Voeg deze foto toe' })
  await send.click()
  await expect(page.getByRole('alert')).toContainText('wat er op de foto te zien is')
  await form
    .getByLabel('Kies een foto')
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer })
  await form.getByRole('textbox', { name: 'Wat is er te zien?' }).fill(alt)
  await send.click()
  await expect(form.getByRole('img', { name: alt })).toBeVisible()
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
  await main(page).getByRole('button', { name: 'Bewaar en ga naar: voor wie' }).click()
  await expect(page.getByRole('alert')).toContainText('klopt')
  await fillIn(page, title)
  await addPicture(page, 'Een robotarm achter glas')
  await axe()
  await fitsTheScreen()
  await main(page).getByRole('link', { name: 'Verder: kijk na en zet online' }).click()
  const preview = page.getByRole('complementary', { name: 'Zo zien scholen het in de lijst' })
  await expect(preview.getByRole('heading', { name: title })).toBeVisible()
  await expect(preview.getByRole('img', { name: 'Een robotarm achter glas' })).toBeVisible()
  await expect(preview).toContainText('Alles is ingevuld wat scholen moeten weten')
  await axe()
  await fitsTheScreen()
  await main(page).getByRole('button', { name: 'Zet dit aanbod online' }).click()
  const card = main(page).getByRole('article', { name: title })
  await expect(card.getByText('Online', { exact: true })).toBeVisible()
  // How many of the year the limit of a month leaves hangs on the day of the year.
  await expect(card.getByText(/^\d+ van 80 vrij$/)).toBeVisible()
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
  await page.goto('/my/organisation/offers/begin')
  await main(page)
    .getByRole('textbox', { name: /^Titel/ })
    .fill(title)
  await main(page).getByRole('button', { name: 'Bewaar en ga naar: voor wie' }).click()
  await page.goto('/my/organisation')
  const card = main(page).getByRole('article', { name: title })
  await expect(card.getByText('Concept', { exact: true })).toBeVisible()
  await card.getByRole('button', { name: /^Zet online/ }).click()
  await expect(page.getByRole('alert')).toContainText('Schrijf in één of twee zinnen wat dit is')
  await card.getByRole('link', { name: /^Pas aan/ }).click()
  await fillIn(page, title)
  await addPicture(page, 'De lasrobot')
  await axe()
  await main(page).getByRole('link', { name: 'Verder: kijk na en zet online' }).click()
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
