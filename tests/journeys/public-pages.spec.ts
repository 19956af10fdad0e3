/** Home, offers, companies, and what the reader chooses for the own browser. */
import { expect, test } from '../setup/journey'

test('fills in the sentence and finds offers near the place @phone @nojs', async ({
  page,
  fitsTheScreen,
}) => {
  await page.goto('/')
  const sentence = page.getByRole('search')
  await sentence.getByLabel('Ik zoek').selectOption('een excursie')
  await sentence.getByLabel('over', { exact: true }).fill('lasrobot')
  await sentence.getByLabel('voor', { exact: true }).selectOption('vmbo, klas 3')
  await sentence.getByLabel('in de buurt van').fill('Almelo')
  await fitsTheScreen()
  await sentence.getByRole('button', { name: 'Zoek aanbod' }).click()
  await expect(page).toHaveURL('/offers?q=lasrobot&kind=excursion&level=vmbo-3&place=Almelo&radius=25')
  await expect(page.getByRole('link', { name: 'Lasrobots in de testhal' })).toBeVisible()
})

test('an offer says at a glance what a teacher must know, and leads to its company and back @phone', async ({
  page,
  axe,
  fitsTheScreen,
}) => {
  await page.goto('/offers?q=lasrobots+testhal')
  await page.getByRole('link', { name: 'Lasrobots in de testhal' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lasrobots in de testhal')
  const facts = page.getByRole('main').locator('dl').first()
  for (const [name, value] of [
    ['Voor', /groep\s8, vmbo\s1/],
    ['Duur', /100/],
    ['Groep', 'tot 20 leerlingen'],
    ['Prijs', 'gratis'],
    ['Plaats', 'bij het bedrijf'],
  ] as const) {
    await expect(facts.getByRole('term').filter({ hasText: name })).toBeVisible()
    await expect(facts.getByRole('definition').filter({ hasText: value })).toBeVisible()
  }
  await expect(page.getByRole('img', { name: /Kaart met de plek van Haverlijn/ })).toBeVisible()
  await expect(page.getByText(/Nog \d+ plekken vrij/).first()).toBeVisible()
  await axe()
  await fitsTheScreen()
  await page.getByRole('link', { name: 'Haverlijn Robotsystemen' }).first().click()
  await expect(page).toHaveURL('/organisations/haverlijn-robotsystemen')
  await expect(page.getByRole('list', { name: 'Aanbod van Haverlijn Robotsystemen' })).toContainText(
    'Lasrobots',
  )
  await page.goBack()
  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click()
  await expect(page).toHaveURL('/offers?q=lasrobots+testhal')
})

test('an offer in an old address, an unknown one, and what to do then @nojs', async ({ page }) => {
  await page.goto('/offers?q=lasrobots+testhal')
  const address =
    (await page.getByRole('link', { name: 'Lasrobots in de testhal' }).getAttribute('href')) ?? ''
  await page.goto(address.replace('lasrobots-in-de-testhal', 'een-oude-titel'))
  await expect(page).toHaveURL(address)
  const response = await page.goto('/offers/lasrobots-00000000')
  expect(response?.status()).toBe(404)
  await page.getByRole('search').getByLabel('Waar gaat het over?').fill('robot')
  await page.getByRole('search').getByRole('button', { name: 'Zoek aanbod' }).click()
  await expect(page).toHaveURL('/offers?q=robot')
})

test('a teacher sees how far it is and where the own school lies', async ({ page, signIn }) => {
  await signIn('school')
  await page.goto('/')
  await expect(page.getByRole('search').getByLabel('in de buurt van')).toHaveValue(/^76\d\d$/)
  await page.goto('/offers?q=lasrobots+testhal')
  await page.getByRole('link', { name: 'Lasrobots in de testhal' }).click()
  await expect(page.getByText(/km van jullie school/)).toBeVisible()
  await expect(page.getByRole('img', { name: /en jullie school, [\d,]+\skm uit elkaar/ })).toBeVisible()
})

test('the language stays, on the same page @nojs', async ({ page }) => {
  await page.goto('/offers?q=robot')
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL('/offers?q=robot')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/about')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Schakel')
})

test('dark stays, and can be given back to the device @nojs', async ({ page }) => {
  await page.goto('/help')
  const theme = page.getByRole('group', { name: 'Scherm' })
  await theme.getByRole('button', { name: 'Donker' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(theme.getByRole('button', { name: 'Donker' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('group', { name: 'Scherm' }).getByRole('button', { name: 'Als mijn apparaat' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

for (const theme of ['light', 'dark'] as const)
  test(`all that there is to see is readable in ${theme} @phone`, async ({ page, axe, fitsTheScreen }) => {
    await page.emulateMedia({ colorScheme: theme })
    for (const path of ['/', '/organisations/haverlijn-robotsystemen', '/dev/components']) {
      await page.goto(path)
      await axe()
      await fitsTheScreen()
    }
  })

test('the first Tab leads past the menu, the menu opens without JavaScript @only-phone', async ({
  page,
  axe,
}) => {
  await page.goto('/about')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.getByRole('banner').locator('summary').click()
  await axe()
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Regio’s' }).click()
  await expect(page).toHaveURL('/regions')
})
