/** Every page, in both languages and at phone width: readable by everyone, complete, and quiet in the console. */

import { expect, test } from '../setup/journey'
import { PAGES, pathOf, type SweptPage } from '../setup/pages'

const nameOf = ({ path, as }: SweptPage) => (as ? `${path} as ${as}` : path)

for (const swept of PAGES) {
  for (const language of ['nl', 'en'] as const) {
    test(`${nameOf(swept)} in ${language} @phone`, async ({ page, axe, fitsTheScreen, signIn }) => {
      if (swept.as) await signIn(swept.as)
      const path = await pathOf(swept)
      const response = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      expect(response?.status()).toBe(swept.status ?? 200)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page).toHaveTitle(/\S.* · Schakel$|^Schakel/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByRole('main')).toHaveCount(1)
      await axe()
      await fitsTheScreen()
    })
  }
}
