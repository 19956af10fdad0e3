/** Every page that an account finds by following links, with its forms. */
import type { Client } from '../setup/browser'
import { formsOf, linksOf, type PageForm, readPage } from './page'

export type Found = {
  readonly path: string
  readonly status: number
  readonly html: string
  readonly forms: readonly PageForm[]
}

/** Leads out of the session, or to files that are no pages. */
const NEVER = /^\/(sign-out|build|pictures|files|dev)\b|\.(csv|ics|png|xlsx|pdf|zip)(\?|$)/
/** So many pages of one shape show what the others would. */
const MOST_ALIKE = 4

/** @returns each page once; of pages that differ in an id or in what is asked, the first few. */
export async function crawl(
  client: Client,
  origin: string,
  start: readonly string[],
  most = 250,
): Promise<Found[]> {
  const queue = [...start]
  const seen = new Set(queue)
  const alike = new Map<string, number>()
  const found: Found[] = []
  for (let path = queue.shift(); path !== undefined && found.length < most; path = queue.shift()) {
    const shape = shapeOf(path)
    const count = alike.get(shape) ?? 0
    if (count >= MOST_ALIKE) continue
    alike.set(shape, count + 1)
    const answer = await client.get(path)
    const isPage = answer.status === 200 && (answer.headers.get('content-type') ?? '').includes('text/html')
    const page = isPage ? readPage(answer.text, origin + path) : null
    found.push({ path, status: answer.status, html: answer.text, forms: page ? formsOf(page) : [] })
    for (const next of page ? linksOf(page) : []) {
      if (seen.has(next) || NEVER.test(next)) continue
      seen.add(next)
      queue.push(next)
    }
    page?.defaultView?.close()
  }
  return found
}

/** Numbers, ids and slugs are all alike; of a query only the names count. */
function shapeOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://own.invalid')
  const segments = pathname.split('/').map((part) => (/\d|-.*-/.test(part) ? '*' : part))
  return `${segments.join('/')}?${[...new Set(searchParams.keys())].sort().join('&')}`
}

export const START: readonly string[] = [
  '/',
  '/account',
  '/requests',
  '/bookings',
  '/inbox',
  '/my/organisation',
  '/offers?q=robot',
  '/requests/new',
]
