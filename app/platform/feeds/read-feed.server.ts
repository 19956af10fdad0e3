/**
 * What a company's feed holds, as a table: our own JSON, schema.org JSON-LD (a file, or inside a page), RSS 2.0 or Atom.
 * Each item becomes a row; its properties become columns of their own name, so that whoever reads tables can read feeds.
 * What it is, is known by its content, not by its name or the type that the server gives it. Nothing is followed or run.
 */
import { collectRows, refuse, type Sheet } from '~/platform/sheets/sheet.server'
import { jsonLdItems } from './json-ld'
import { xmlItems } from './xml-items.server'

/** An item by the names of its properties; texts only. */
export type FeedItem = Readonly<Record<string, string>>

/** @throws AppError invalid `sheet.…` for what no table can be, `feed.…` for what is no feed. */
export async function readFeed(bytes: Uint8Array): Promise<Sheet> {
  const items = await itemsOf(bytes)
  const heads = [...new Set(items.flatMap((item) => Object.keys(item)))]
  const collected = collectRows()
  if (heads.length < 2) throw refuse('not-a-feed')
  collected.add(1, heads)
  items.forEach((item, i) => {
    collected.add(
      i + 2,
      heads.map((head) => item[head] ?? ''),
    )
  })
  return collected.done()
}
export type ReadFeed = typeof readFeed

async function itemsOf(bytes: Uint8Array): Promise<readonly FeedItem[]> {
  const text = textOf(bytes)
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return jsonItems(start)
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/i.test(start)) return xmlItems(start)
  const pieces = jsonLdPieces(text)
  if (pieces.length === 0) throw refuse('not-a-feed')
  return pieces.flatMap((piece) => jsonLdItems(parsed(piece)))
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('encoding')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('feed-broken')
  }
}

/** `{ "offers": [ … ] }` or a list is ours; what speaks of a context or a graph is schema.org's. */
function jsonItems(text: string): readonly FeedItem[] {
  const content = parsed(text)
  const list = Array.isArray(content) ? content : (content as { offers?: unknown }).offers
  const isLinked = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    ('@context' in value || '@graph' in value || '@type' in value)
  if (isLinked(content) || (Array.isArray(content) && content.some(isLinked))) return jsonLdItems(content)
  if (!Array.isArray(list)) throw refuse('not-a-feed')
  return list.flatMap((entry): FeedItem[] => {
    if (typeof entry !== 'object' || entry === null) return []
    return [Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, plain(value)]))]
  })
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
