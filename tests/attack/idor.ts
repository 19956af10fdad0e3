/** Pages and forms of somebody else: every id that the demo's school and company can see, tried by who belongs to neither. */
import { randomUUID } from 'node:crypto'
import type { Client } from '../setup/browser'
import { isOpen, makeTally, type Target } from './attack'
import { crawl, START } from './crawl'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
/** What everybody may ask about: an offer that is before schools. */
const PUBLIC = /[?&]offer=|^\/(downloads|offers)\//

const REFUSED = [401, 403, 404, 410]

export async function idor(target: Target) {
  const tally = makeTally()
  const visitor = target.visitor()
  const { client: newcomer } = await target.newcomer()
  for (const account of ['school', 'bedrijf'] as const) {
    const pages = await crawl(await target.as(account), target.origin, START)
    for (const { path, status, forms } of pages) {
      if (!ID.test(path) || PUBLIC.test(path) || !isOpen(status)) continue
      // What a visitor may read belongs to everybody.
      const anyone = await visitor.get(path)
      if (isOpen(anyone.status)) continue
      const stranger = await newcomer.get(path)
      const held = !isOpen(stranger.status) || (await tellsNothing(newcomer, path, stranger.text))
      tally.check(held, `GET ${path} as a stranger: ${stranger.status}`)
      for (const form of forms) {
        if (!ID.test(form.action) || PUBLIC.test(form.action)) continue
        const sent = await newcomer.post(form.action, form.fields)
        // What is refused goes nowhere; a redirect would say that something was done.
        tally.check(
          REFUSED.includes(sent.status),
          `POST ${form.action} of ${account} as a stranger: ${sent.status}`,
        )
        const byVisitor = await visitor.post(form.action, form.fields)
        const isSentAway = byVisitor.status === 302 && (byVisitor.location ?? '').startsWith('/sign-in')
        tally.check(
          isSentAway || REFUSED.includes(byVisitor.status),
          `POST ${form.action} of ${account} by a visitor: ${byVisitor.status}`,
        )
      }
    }
  }
  return tally.result()
}

/** A page of the reader's own that only begins with somebody's id is the same as with an id of nobody. */
async function tellsNothing(client: Client, path: string, seen: string): Promise<boolean> {
  const ofNobody = await client.get(path.replace(ID, randomUUID()))
  return isOpen(ofNobody.status) && textOf(ofNobody.text) === textOf(seen)
}

const textOf = (html: string) =>
  /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(new RegExp(ID, 'g'), '') ?? html
