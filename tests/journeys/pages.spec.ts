/**
 * Every page: readable by everyone, complete, quiet in the console and no wider than a phone. `npm run sweep` opens each
 * state of each page in both languages, both themes and both widths. `npm test` opens a part of that: each page in one
 * state, in Dutch on a desktop, and those that people open often in English on a phone too.
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

/** The state in which people meet a page most: that which is marked so, else the first of its lines. */
const usual = new Map<string, SweptPage>()
for (const swept of PAGES)
  if (!usual.has(swept.route) || (swept.often && !usual.get(swept.route)?.often))
    usual.set(swept.route, swept)

function viewsOf(swept: SweptPage): readonly View[] {
  if (process.env.SWEEP === 'full') return ALL
  if (swept.often) return FEW
  return usual.get(swept.route) === swept ? FEW.slice(0, 1) : []
}

for (const swept of PAGES) {
  for (const { language, theme, tag } of viewsOf(swept)) {
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
