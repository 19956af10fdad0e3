/**
 * Every page: readable by everyone, complete, quiet in the console and no wider than a phone. In `npm test` each in Dutch
 * on a desktop, and those that people open often in English on a phone; `npm run sweep` opens each in both languages, both
 * themes and both widths.
 */
import type { BrowserContext } from '@playwright/test'
import { test as base, expect } from '../setup/journey'
import { PAGES, pathOf, type SweptPage } from '../setup/pages'

type View = { readonly language: 'nl' | 'en'; readonly theme: 'light' | 'dark'; readonly tag: string }

const FEW: readonly View[] = [
  { language: 'nl', theme: 'light', tag: '' },
  { language: 'en', theme: 'light', tag: ' @only-phone' },
]
const ALL: readonly View[] = (['nl', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme, tag: ' @phone' })),
)

let shared: BrowserContext | undefined

// All pages of a worker come to one reader who forgets who they are: what the browser has loaded once it keeps.
const test = base.extend({
  context: async ({ browser }, use) => {
    shared ??= await browser.newContext()
    await shared.clearCookies()
    await use(shared)
  },
})

const nameOf = ({ path, as }: SweptPage) => (as ? `${path} as ${as}` : path)

for (const swept of PAGES) {
  const few = swept.often ? FEW : FEW.slice(0, 1)
  for (const { language, theme, tag } of process.env.SWEEP === 'full' ? ALL : few) {
    test(`${nameOf(swept)} in ${language}, ${theme}${tag}`, async ({ page, axe, fitsTheScreen, signIn }) => {
      await page.emulateMedia({ colorScheme: theme })
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
      await page.setViewportSize({ width: 390, height: 844 })
      await fitsTheScreen()
    })
  }
}
