/**
 * Scripts in every field in which somebody writes. Each answer is read by an HTML parser: nothing of a text may have become
 * an element. Then every page is opened in a real browser as the school, the company and a visitor see it: nothing may run,
 * and what the content security policy had to stop is counted, because the pages should not have needed it.
 */
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM_FLAGS } from '../../scripts/chromium.mjs'
import { makeBrowser } from '../setup/browser'
import { type Account, isBroken, makeTally, type Tally, type Target } from './attack'
import { crawl, START } from './crawl'
import { type PageForm, readPage } from './page'

const RUN = 'window.__ran=1'
const SCRIPTS: readonly string[] = [
  `<script data-xss>${RUN}</script>`,
  `"><img data-xss src=x onerror="${RUN}">`,
  `'><svg data-xss onload=${RUN}>`,
  `" data-xss onfocus="${RUN}" autofocus="`,
  `' data-xss onmouseover='${RUN}'`,
  `</title></textarea></style><img data-xss src=x onerror=${RUN}>`,
  `</script><script data-xss>${RUN}</script>`,
  `<iframe data-xss srcdoc="<script>parent.__ran=1</script>">`,
  `<a data-xss href="javascript:${RUN}">x</a>`,
  `<!--><img data-xss src=x onerror=${RUN}>-->`,
  `]]><img data-xss src=x onerror=${RUN}>`,
  `\\u003cimg data-xss src=x onerror=${RUN}\\u003e`,
  `javascript:${RUN}`,
  `data:text/html,<script data-xss>${RUN}</script>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `[x](javascript:${RUN})`,
]
const ASKED = ['q', 'place', 'topic', 'kind', 'level', 'period', 'organisation', 'to', 'token', 'again']
/** Fields whose content opens or ends an account. */
const LEFT_ALONE = /^(email|password|presentPassword|newPassword|stamp|work|fax)$/

export async function xss(target: Target) {
  const tally = makeTally()
  for (const account of ['school', 'bedrijf'] as const) {
    const client = await target.as(account)
    const forms = new Map<string, PageForm>()
    for (const page of await crawl(client, target.origin, START))
      for (const form of page.forms) forms.set(`${form.action} ${form.texts}`, form)
    for (const form of forms.values()) {
      const texts = form.texts.filter((name) => !LEFT_ALONE.test(name))
      for (const script of texts.length === 0 ? [] : SCRIPTS) {
        const typed = Object.fromEntries(texts.map((name) => [name, script]))
        const answer = await client.post(form.action, { ...form.fields, ...typed })
        tally.check(!isBroken(answer.status), `POST ${form.action}: ${answer.status}`)
        lookAt(tally, answer.text, target.origin, `the answer of ${form.action} to ${script}`)
      }
    }
  }
  for (const path of [
    '/offers',
    '/schools',
    '/sign-in',
    '/reset-password',
    '/answer/proposal',
    '/requests/new',
  ])
    for (const name of ASKED)
      for (const script of SCRIPTS) {
        const answer = await target.visitor().get(`${path}?${name}=${encodeURIComponent(script)}`)
        lookAt(tally, answer.text, target.origin, `${path}?${name}=${script}`)
      }
  await inRealBrowser(target, tally)
  return tally.result()
}

function lookAt(tally: Tally, html: string, origin: string, where: string): void {
  const mayHold = html.includes('data-xss') || html.includes('javascript:')
  const page = mayHold ? readPage(html, origin) : null
  const escaped = page?.querySelector(
    '[data-xss], [href^="javascript:" i], [src^="javascript:" i], [onerror]',
  )
  tally.check(!escaped, `${where}: ${escaped?.outerHTML.slice(0, 100)}`)
  page?.defaultView?.close()
}

async function inRealBrowser(target: Target, tally: Tally): Promise<void> {
  const browser = await chromium.launch({
    ...(process.env.PW_CHROMIUM ? { executablePath: process.env.PW_CHROMIUM } : {}),
    args: [...CHROMIUM_FLAGS],
  })
  try {
    for (const account of ['school', 'bedrijf', null] as const) await openAll(browser, target, account, tally)
  } finally {
    await browser.close()
  }
}

async function openAll(
  browser: Browser,
  target: Target,
  account: Account | null,
  tally: Tally,
): Promise<void> {
  const client = account ? await target.as(account) : makeBrowser(target.origin)
  const context = await browser.newContext({ baseURL: target.origin })
  const session = client.cookie('session')
  if (session) await context.addCookies([{ name: 'session', value: session, url: target.origin }])
  const page = await context.newPage()
  const stopped: string[] = []
  await page.exposeFunction('tellStopped', (what: string) => stopped.push(`${page.url()}: ${what}`))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const told = window as unknown as { tellStopped(what: string): void }
      told.tellStopped(`${effectiveDirective} ${blockedURI} ${sample}`)
    }),
  )
  const found = await crawl(client, target.origin, START, 120)
  const asked = SCRIPTS.map(
    (script) => `/offers?q=${encodeURIComponent(script)}&place=${encodeURIComponent(script)}`,
  )
  for (const path of [...found.map((each) => each.path), ...asked]) {
    await page.goto(path, { waitUntil: 'load' }).catch(() => null)
    // Hydration draws everything a second time.
    await page.waitForTimeout(100)
    const seen = await page.evaluate(() => ({
      ran: (window as { __ran?: unknown }).__ran !== undefined,
      elements: document.querySelectorAll('[data-xss]').length,
    }))
    tally.check(
      !seen.ran && seen.elements === 0,
      `${path} as ${account ?? 'a visitor'}: ${JSON.stringify(seen)}`,
    )
  }
  const seenBy = account ?? 'a visitor'
  tally.check(
    stopped.length === 0,
    `${stopped.length} violations as ${seenBy}: ${stopped.slice(0, 5).join('; ')}`,
  )
  await context.close()
}
