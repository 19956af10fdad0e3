import type { Page } from '@playwright/test'
import { expect, test } from '../setup/journey'

const total = async (page: Page) =>
  Number(/\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0])
const list = (page: Page) => page.getByRole('list', { name: 'Gevonden aanbod' })
const bar = (page: Page) => page.getByRole('search')

test.describe('search', () => {
  test('finds by words while typing, announces the number, and leaves the focus in the field', async ({
    page,
    axe,
  }) => {
    await page.goto('/offers')
    const everything = await total(page)
    const words = bar(page).getByLabel('Waar gaat het over?')
    await words.pressSequentially('robot', { delay: 40 })
    await expect(page).toHaveURL(/\/offers\?q=robot$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('over “robot”')
    await expect(words).toBeFocused()
    const found = await total(page)
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(everything)
    await expect(page.getByRole('status').filter({ hasText: 'gevonden' })).toContainText(String(found))
    await axe()
  })

  test('narrows by kind, class and topic; each choice is a chip that can be taken away; Back brings it back', async ({
    page,
  }) => {
    await page.goto('/offers')
    await bar(page)
      .getByRole('checkbox', { name: /^Excursie/ })
      .check({ force: true })
    await expect(page).toHaveURL(/kind=excursion/)
    await bar(page).getByLabel('Voor welke klas?').selectOption('vmbo-3')
    await expect(page).toHaveURL(/kind=excursion&level=vmbo-3/)
    await bar(page).getByText('Onderwerp', { exact: true }).first().click()
    await bar(page)
      .getByRole('checkbox', { name: /^Robotica/ })
      .check()
    await expect(page).toHaveURL('/offers?kind=excursion&level=vmbo-3&topic=robotica')
    // The last choice has a chip once the page has followed.
    await expect(page.getByRole('link', { name: 'Haal weg: Robotica' })).toBeVisible()
    const narrow = await total(page)
    for (const row of await list(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') })
      .all())
      await expect(row).toContainText('Excursie')

    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Haal weg: Excursie' }).click()
    await expect(page).toHaveURL('/offers?level=vmbo-3&topic=robotica')
    await expect.poll(() => total(page)).toBeGreaterThan(narrow)
    await page.goBack()
    await expect(page).toHaveURL('/offers?kind=excursion&level=vmbo-3&topic=robotica')
    await expect(bar(page).getByRole('checkbox', { name: /^Excursie/ })).toBeChecked()
  })

  test('works without JavaScript: the form, the chips, the pages @only-nojs', async ({ page, axe }) => {
    await page.goto('/offers')
    await bar(page).getByLabel('Waar gaat het over?').fill('robot')
    await bar(page).getByLabel('Plaats of postcode').fill('7607')
    await bar(page).getByLabel('Hoe ver?').selectOption('25')
    await bar(page).getByRole('button', { name: 'Zoeken' }).and(page.locator(':visible')).click()
    await expect(page).toHaveURL('/offers?q=robot&place=7607&radius=25')
    await expect.poll(() => total(page)).toBeGreaterThan(0)
    await axe()
    await page.getByRole('link', { name: 'Haal weg: “robot”' }).click()
    await expect(page).toHaveURL('/offers?place=7607&radius=25')
    await page.getByRole('link', { name: 'Volgende' }).click()
    await expect(page).toHaveURL(/page=2/)
    await page.goto('/offers?q=robot&view=map')
    // Chromium told to run no scripts still parses this element as if it did: its words are there, unshown.
    expect(await page.locator('main noscript').first().textContent()).toContain('De kaart werkt alleen')
    await expect(list(page)).toBeVisible()
  })

  test('says what is wrong at the field, and answers the rest @nojs', async ({ page, axe }) => {
    const response = await page.goto('/offers?q=robot&radius=-1&level=havo-6&place=0000')
    expect(response?.status()).toBe(422)
    await expect(bar(page).getByLabel('Hoe ver?')).toHaveAccessibleDescription(/De afstand “-1” kan niet/)
    await expect(bar(page).getByLabel('Voor welke klas?')).toHaveAccessibleDescription(
      /havo heeft geen jaar “6”/,
    )
    await expect(bar(page).getByLabel('Plaats of postcode')).toHaveAccessibleDescription(
      /Wij kennen “0000” niet/,
    )
    await expect(bar(page).getByLabel('Plaats of postcode')).toHaveValue('0000')
    await expect.poll(() => total(page)).toBeGreaterThan(0)
    await axe()
    await page.goto('/offers?radius=-1&lang=en')
    await expect(page.getByLabel('How far?')).toHaveAccessibleDescription(/The distance “-1” is not possible/)
  })

  test('a name that several places bear becomes a choice @nojs', async ({ page }) => {
    await page.goto('/offers?place=Beek')
    await expect(page.getByRole('heading', { name: /meer plaatsen die Beek heten/ })).toBeVisible()
    await page
      .getByRole('link', { name: /^Beek \(/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: /meer plaatsen/ })).toHaveCount(0)
  })

  test('nothing found is never the end: what helps is a link with its number @nojs', async ({ page }) => {
    await page.goto('/offers?q=onvindbaarwoord&kind=excursion')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Niets gevonden')
    const way = page.getByRole('link', { name: /^Zonder “onvindbaarwoord”: \d+/ })
    const promised = Number(/: (\d+)/.exec((await way.textContent()) ?? '')?.[1])
    await way.click()
    await expect(page).toHaveURL('/offers?kind=excursion')
    // The address changes before the page does.
    await expect.poll(() => total(page)).toBe(promised)
  })

  test('opens an offer @phone @nojs', async ({ page, fitsTheScreen }) => {
    await page.goto('/offers?q=robot')
    await fitsTheScreen()
    const first = list(page).getByRole('heading').first()
    const title = (await first.textContent()) ?? ''
    await first.getByRole('link').click()
    await expect(page).toHaveURL(/\/offers\/[a-z0-9-]+$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })
})

test.describe('map', () => {
  test('near Almelo within 10 km list and map show the same offers', async ({ page, axe }) => {
    await page.goto('/offers?place=Almelo&radius=10')
    const map = page.getByRole('region', { name: 'Kaart van het gevonden aanbod' })
    await expect(map.getByText(/op de kaart\./)).toBeVisible()
    const says = (await map.getByText(/op de kaart\./).textContent()) ?? ''
    const [on = 0, off = 0] = [...says.matchAll(/\d+/g)].map(Number)
    expect(on + off).toBe(await total(page))
    // Every offer of the map stands on exactly one pin.
    const pinned = async () => {
      const marks = await map.getByRole('button', { name: /^Nummer|^\d/ }).allTextContents()
      return marks
        .map((mark) => (mark.endsWith('×') ? Number.parseInt(mark, 10) : mark.trim().split(/\s+/).length))
        .reduce((sum, count) => sum + count, 0)
    }
    // Companies that travel here from far away stand outside the first view.
    for (let i = 0; i < 4; i++) await map.getByRole('button', { name: 'Zoom uit' }).click()
    await expect.poll(pinned).toBe(on)
    await axe()
  })

  test('an area of the map is searched by keyboard; Back from an offer restores page and scroll', async ({
    page,
  }) => {
    await page.goto('/offers?page=2')
    const everything = await total(page)
    await expect(page.getByRole('button', { name: 'Deel' })).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, 900))
    await list(page).getByRole('link').nth(5).click()
    await expect(page).toHaveURL(/\/offers\/[a-z]/)
    await page.goBack()
    await expect(page).toHaveURL('/offers?page=2')
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(600)

    const map = page.getByRole('region', { name: 'Kaart van het gevonden aanbod' })
    const here = page.getByRole('button', { name: 'Zoek in dit gebied' })
    await expect(map.getByText(/op de kaart\./)).toBeVisible()
    await expect(here).toHaveCount(0)
    // A map that has just come may be drawn once more, and then has lost the focus.
    await expect(async () => {
      await map.getByRole('group', { name: /^Kaart van/ }).focus()
      await page.keyboard.press('+')
      await page.keyboard.press('+')
      await page.keyboard.press('+')
      await expect(here).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await here.press('Enter')
    await expect(page).toHaveURL(/bounds=/)
    await expect(page.getByRole('link', { name: /^Haal weg: in dit gebied/ })).toBeVisible()
    const inArea = await total(page)
    expect(inArea).toBeLessThan(everything)
    await expect(map.getByText(/op de kaart\./)).toContainText(String(inArea))
    await page.getByRole('link', { name: /^Haal weg: in dit gebied/ }).click()
    await expect.poll(() => total(page)).toBe(everything)
  })

  test('offers at one point open as a list, by keyboard, and Escape goes back to the pin', async ({
    page,
  }) => {
    await page.goto('/offers?q=lasrobot&place=Almelo&radius=10')
    const pin = page.getByRole('button', { name: /aanbiedingen op één plek|aanbod op één plek/ }).first()
    await pin.focus()
    await page.keyboard.press('Enter')
    const here = page.getByRole('region', { name: /aanbiedingen op deze plek/ })
    await expect(here.getByRole('heading')).toBeFocused()
    expect(await here.getByRole('link').count()).toBeGreaterThan(1)
    await page.keyboard.press('Escape')
    await expect(here).toHaveCount(0)
    await expect(pin).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/offers\/[a-z0-9-]+$/)
  })

  test('pointing at a row marks its pin', async ({ page }) => {
    await page.goto('/offers?q=lasrobot&place=Almelo&radius=10')
    const pins = page.getByRole('button', { name: /^Nummer|^\d/ })
    await expect(pins.first()).toBeVisible()
    await list(page).getByRole('heading').first().hover()
    await expect(pins.first()).toHaveAttribute('aria-current', 'true')
  })

  test('on a phone list, map and filters are three addresses @only-phone', async ({
    page,
    axe,
    fitsTheScreen,
  }) => {
    await page.goto('/offers?q=robot')
    await page.getByRole('link', { name: 'Kaart' }).click()
    await expect(page).toHaveURL('/offers?q=robot&view=map')
    await expect(page.getByRole('button', { name: /^Nummer|^\d/ }).first()).toBeVisible()
    await expect(list(page)).toBeHidden()
    await axe()
    await fitsTheScreen()
    await page.getByRole('link', { name: /^Filters/ }).click()
    await bar(page)
      .getByRole('checkbox', { name: /^Gratis/ })
      .check({ force: true })
    await expect(page).toHaveURL('/offers?q=robot&free=1&view=filters')
    await axe()
    await page.getByRole('button', { name: /^Toon \d+ resulta/ }).click()
    await expect(page).toHaveURL('/offers?q=robot&free=1')
    await expect(list(page)).toBeVisible()
    await fitsTheScreen()
  })
})

test('a teacher searches around the own school in one step', async ({ page, signIn }) => {
  await signIn('school')
  await page.goto('/offers')
  await expect(
    list(page)
      .getByText(/\d\s*km/)
      .first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Bij mijn school' }).click()
  await expect(page).toHaveURL(/place=76\d\d&radius=25/)
  await expect.poll(() => total(page)).toBeGreaterThan(0)
})
