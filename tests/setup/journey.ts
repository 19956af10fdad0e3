/**
 * What every journey has: a page that fails the test when the browser complains, a network that ends at our own server,
 * axe, and a look at the width. Journeys import `test` and `expect` from here.
 */
import AxeBuilder from '@axe-core/playwright'
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  type Cookie,
  expect,
  type Page,
  request,
} from '@playwright/test'
import { journeyServer } from './journey-server'

export { expect }

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Journey = {
  /** Fails on any violation of WCAG 2.2 A and AA on the page as it is now. */
  readonly axe: () => Promise<void>
  /** Fails when the page is wider than the screen. */
  readonly fitsTheScreen: () => Promise<void>
  /** Signs `page` (or the page that is given) in with one of the demo accounts, whose session is made once per worker. */
  readonly signIn: (as: DemoAccount, on?: Page) => Promise<void>
  /** A second reader beside `page`: a context of its own, guarded and signed in, closed with the test. */
  readonly newcomer: (as?: DemoAccount) => Promise<Page>
}
type Settings = {
  /** Whether the pages hear of news by themselves. */
  readonly live: boolean
}
type OfWorker = { readonly sessionOf: (as: DemoAccount) => Promise<readonly Cookie[]> }

export type DemoAccount = 'school' | 'bedrijf' | 'regio' | 'beheer'
const DEMO_PASSWORD = 'schakel-demo-2026'

export const test = base.extend<Journey & Settings, OfWorker>({
  live: [false, { option: true }],

  // Playwright reads which fixtures a function uses from its first argument: none here.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  baseURL: async ({}, use) => use(journeyServer().origin),

  page: async ({ page, baseURL, live }, use) => {
    const complaints = await guard(page, baseURL, live)
    await use(page)
    expect(complaints, 'the browser complains').toEqual([])
  },

  axe: async ({ page, browser, contextOptions, javaScriptEnabled, viewport, baseURL }, use) => {
    await use(async () => {
      const { violations } = javaScriptEnabled
        ? await analyse(page)
        : await analyseCopy(
            page,
            await browser.newContext({ ...contextOptions, viewport, baseURL, javaScriptEnabled: true }),
          )
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
      }))
      expect(found, `axe on ${page.url()}`).toEqual([])
    })
  },

  fitsTheScreen: async ({ page }, use) => {
    await use(async () => {
      const overflow = await page.evaluate(() => {
        const width = document.documentElement.clientWidth
        if (document.documentElement.scrollWidth <= width) return []
        return [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(overflow, `wider than the screen: ${page.url()}`).toEqual([])
    })
  },

  signIn: async ({ page, sessionOf }, use) => {
    await use(async (as, on = page) => on.context().addCookies([...(await sessionOf(as))]))
  },

  newcomer: async (
    { browser, contextOptions, viewport, javaScriptEnabled, baseURL, sessionOf, live },
    use,
  ) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async (as) => {
      const context = await browser.newContext({ ...contextOptions, viewport, javaScriptEnabled, baseURL })
      if (as) await context.addCookies([...(await sessionOf(as))])
      const page = await context.newPage()
      opened.push({ context, complaints: await guard(page, baseURL, live) })
      return page
    })
    for (const { context, complaints } of opened) {
      await context.close()
      expect(complaints, 'the browser of another reader complains').toEqual([])
    }
  },

  sessionOf: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const known = new Map<DemoAccount, Promise<readonly Cookie[]>>()
      await use((as) => {
        const session = known.get(as) ?? signedIn(as)
        known.set(as, session)
        return session
      })
    },
    { scope: 'worker' },
  ],
})

/** Signs in by the form that everybody uses: `accounts.spec.ts` fills it in by hand. */
async function signedIn(as: DemoAccount): Promise<readonly Cookie[]> {
  const { origin } = journeyServer()
  const visitor = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
  try {
    const form = { email: `${as}@schakel.example`, password: DEMO_PASSWORD }
    const answer = await visitor.post('/sign-in', { form, maxRedirects: 0 })
    expect(answer.status(), `signing in as ${as}`).toBe(302)
    return (await visitor.storageState()).cookies
  } finally {
    await visitor.dispose()
  }
}

/** @returns what the browser complains about on `page` from now on. The network ends at our own server. */
async function guard(page: Page, baseURL: string | undefined, live: boolean): Promise<string[]> {
  const complaints: string[] = []
  // The browser of a worker has six connections to one site, and streams of pages that are gone can hold them all: the
  // next page would wait. 204 is what the server says itself to who has enough windows open.
  if (!live) await page.route('**/notifications/stream', (route) => route.fulfill({ status: 204 }))
  page.on('console', (message) => {
    if (message.type() === 'error' && isOurs(message, page, baseURL)) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  await page.route(
    (url) => url.origin !== baseURL && /^https?:$/.test(url.protocol),
    (route) => route.abort(),
  )
  return complaints
}

function analyse(page: Page) {
  // Our pages have no frames, for which alone axe would open a page of its own.
  // What passes is not written down either: that took as long as looking.
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG)
    .analyze()
}

/**
 * axe waits by timers, which never fire in a page without JavaScript. So it looks at a copy of the page as it stands
 * there, in a window of the same size where axe may run and our own scripts may not. What readers without JavaScript are
 * given instead (`<noscript>`) is part of it; what was typed into fields is not, and is nothing that axe judges.
 */
async function analyseCopy(page: Page, context: BrowserContext) {
  const url = page.url()
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>|<\/?noscript\b[^>]*>/gi, '')
  try {
    await context.route('**/*', async (route) => {
      const request = route.request()
      if (request.isNavigationRequest() && request.frame().parentFrame() === null)
        await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      else if (request.resourceType() === 'script' || new URL(request.url()).origin !== new URL(url).origin)
        await route.abort()
      else await route.continue()
    })
    const copy = await context.newPage()
    await copy.goto(url)
    expect(await copy.title(), 'the copy is the page').toBe(await page.title())
    return await analyse(copy)
  } finally {
    await context.close()
  }
}

/**
 * A page that is meant to answer 404 says so in the console, and so do a form that is refused (the answer to its `.data`
 * call) and a tile that the test does not let through.
 */
function isOurs(message: ConsoleMessage, page: Page, origin: string | undefined): boolean {
  const { url } = message.location()
  if (!message.text().startsWith('Failed to load resource')) return true
  if (/status of 4(09|10|22|29)\b/.test(message.text()) && new URL(url).pathname.endsWith('.data'))
    return false
  return origin !== undefined && url.startsWith(origin) && url !== page.url()
}
