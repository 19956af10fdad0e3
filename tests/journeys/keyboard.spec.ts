/** A request and its answer by Tab, Space and Enter alone; where the focus is, is always seen. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../setup/cast'

const TITLE = 'Robots, zonder muis gevraagd'

/** Presses Tab until the target has the focus, as somebody does who cannot point. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) {
      const { style, width } = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return { style: outlineStyle, width: Number.parseFloat(outlineWidth) }
      })
      expect({ style, isSeen: width >= 2 }).toEqual({ style: 'solid', isSeen: true })
      return
    }
  }
  throw new Error(`Tab never came to ${target}`)
}

test('a teacher asks and a company answers without a mouse', async ({ page, cast, become }) => {
  test.setTimeout(150_000)
  const school = await cast.school('Het Eilandcollege')
  const company = await cast.company('Lashal Noord', {
    title: 'Gastles robots',
    places: 2,
    levels: [{ level: 'vmbo', years: [3] }],
  })
  const press = async (target: Locator, key: 'Enter' | 'Space') => {
    await tabTo(page, target)
    await page.keyboard.press(key)
  }
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label))
    await page.keyboard.type(text)
  }
  const button = (name: string) => page.getByRole('button', { name })

  await become(school.teacher)
  await page.goto(`/requests/new?offer=${company.offerId}`)
  await press(button('Verder: voor wie'), 'Enter')
  await type('Hoeveel groepen?', '1')
  await type('Hoeveel leerlingen per groep?', '20')
  await press(button('Verder: wanneer'), 'Space')
  await press(button('Verder: hoe ver'), 'Enter')
  await press(button('Verder: je eigen woorden'), 'Enter')
  await type('Je vraag in één zin', TITLE)
  await press(button('Plaats mijn hulpvraag'), 'Enter')
  await expect(page.getByRole('checkbox', { name: /Gastles robots/ })).toBeChecked()
  await press(button('Stuur mijn vraag'), 'Enter')
  await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()

  await become(company.member)
  await page.goto('/inbox')
  await press(page.getByRole('link', { name: TITLE }), 'Enter')
  await press(page.getByRole('link', { name: 'Nee, nu niet' }), 'Enter')
  await press(page.getByRole('radio', { name: 'geen tijd' }), 'Space')
  await press(button('Zeg nee tegen deze vraag'), 'Enter')
  await expect(page.getByText('Jullie zeiden nee: geen tijd').first()).toBeVisible()
})
