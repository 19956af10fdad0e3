/**
 * What a company's feed holds, as a table: our own JSON, schema.org JSON-LD (a file, or inside a page), RSS 2.0 or Atom.
 * Each item becomes a row; its properties become columns of their own name, so that whoever reads tables can read feeds.
 * What it is, is known by its content, not by its name or the type that the server gives it. Nothing is followed or run.
 */
import { AppError } from '~/kernel/errors'
import { collectRows, type Sheet } from '~/platform/sheets/sheet.server'
import { jsonLdItems } from './json-ld'
import { refuseFeed } from './refuse-feed'
import { xmlItems } from './xml-items.server'

/** An item by the names of its properties; texts only. */
export type FeedItem = Readonly<Record<string, string>>
export type FeedFormat = 'own' | 'linked' | 'syndicated'
export type ReadFeed = (bytes: Uint8Array) => Promise<Sheet & { readonly format: FeedFormat }>
type Items = { readonly format: FeedFormat; readonly items: readonly FeedItem[] }

/**
 * @throws AppError invalid `feed.not-a-feed`, `feed.broken`, `feed.encoding`, `feed.only-heads`, `feed.too-many-rows`,
 * `feed.too-many-columns`, `feed.cell-too-long`.
 */
export const readFeed: ReadFeed = async (bytes) => {
  const { format, items } = await itemsOf(bytes)
  const heads = [...new Set(items.flatMap((item) => Object.keys(item)))]
  if (heads.length < 2) throw refuseFeed('not-a-feed')
  const collected = collectRows()
  try {
    collected.add(1, heads)
    items.forEach((item, i) => {
      collected.add(
        i + 2,
        heads.map((head) => item[head] ?? ''),
      )
    })
    return { format, ...collected.done() }
  } catch (error) {
    // The same limits, in words that are not about spreadsheets.
    if (error instanceof AppError && error.code.startsWith('sheet.'))
      throw refuseFeed(error.code.slice('sheet.'.length), error.params)
    throw error
  }
}

async function itemsOf(bytes: Uint8Array): Promise<Items> {
  const text = textOf(bytes)
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return jsonItems(start)
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/i.test(start))
    return { format: 'syndicated', items: await xmlItems(start) }
  const pieces = jsonLdPieces(text)
  if (pieces.length === 0) throw refuseFeed('not-a-feed')
  return { format: 'linked', items: pieces.flatMap((piece) => jsonLdItems(parsed(piece))) }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuseFeed('encoding')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuseFeed('broken')
  }
}

/** `{ "offers": [ … ] }` or a list is ours; what speaks of a context or a graph is schema.org's. */
function jsonItems(text: string): Items {
  const content = parsed(text)
  const list = Array.isArray(content) ? content : (content as { offers?: unknown }).offers
  const isLinked = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    ('@context' in value || '@graph' in value || '@type' in value)
  if (isLinked(content) || (Array.isArray(content) && content.some(isLinked)))
    return { format: 'linked', items: jsonLdItems(content) }
  if (!Array.isArray(list)) throw refuseFeed('not-a-feed')
  const items = list.flatMap((entry): FeedItem[] => {
    if (typeof entry !== 'object' || entry === null) return []
    return [Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, plain(value)]))]
  })
  return { format: 'own', items }
}

/** Lists become texts with semicolons between, as in a cell of a table. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('; ')
  return ''
}

const TYPE = /\btype\s*=\s*["']?application\/ld\+json\b/
const PIECES = 50

/** The scripts of a page that hold linked data. What stands between the tags is data: no other tag counts there. */
function jsonLdPieces(html: string): readonly string[] {
  const pieces: string[] = []
  const lower = html.toLowerCase()
  let at = lower.indexOf('<script')
  while (at >= 0 && pieces.length < PIECES) {
    const from = lower.indexOf('>', at) + 1
    const end = from === 0 ? -1 : lower.indexOf('</script', from)
    if (end < 0) break
    if (TYPE.test(lower.slice(at, Math.min(from, at + 1000)))) pieces.push(html.slice(from, end))
    at = lower.indexOf('<script', end)
  }
  return pieces
}
