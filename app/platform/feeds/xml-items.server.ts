/** Items of RSS 2.0 and RSS 1.0, entries of Atom. Markup inside texts is taken out; entities that a file declares are refused. */
import { readXml, XmlRefused } from '~/platform/sheets/xml-events.server'
import { refuseFeed } from './refuse-feed'

const NAMES: Readonly<Record<string, string>> = {
  guid: 'identifier',
  id: 'identifier',
  title: 'name',
  link: 'url',
  description: 'description',
  summary: 'description',
  content: 'content',
  encoded: 'content',
  category: 'keywords',
}

/** @throws AppError invalid `feed.broken`. */
export async function xmlItems(text: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const items: Record<string, string>[] = []
  const path: string[] = []
  let item: Record<string, string> | null = null
  let current = ''
  /** Depth of the item, from 1. */
  let at = 0
  const add = (element: string, value: string) => {
    const name = NAMES[element]
    const plain = withoutMarkup(value)
    if (item === null || name === undefined || plain === '') return
    if (name === 'keywords') item[name] = item[name] ? `${item[name]}; ${plain}` : plain
    else item[name] ??= plain
  }
  try {
    await readXml([new TextEncoder().encode(text)], {
      open(name, attributes) {
        path.push(name)
        if (item === null && (name === 'item' || name === 'entry')) {
          item = {}
          at = path.length
        }
        current = ''
        if (item !== null && path.length === at + 1) {
          const isPage = (attributes.rel ?? 'alternate') === 'alternate'
          if (name === 'link' && attributes.href && isPage) add('link', attributes.href)
          if (name === 'category' && (attributes.label ?? attributes.term))
            add('category', attributes.label ?? attributes.term ?? '')
        }
      },
      text(piece) {
        if (item !== null && path.length > at) current += piece
      },
      close(name) {
        if (item !== null && path.length === at + 1) {
          add(name, current)
          current = ''
        }
        if (item !== null && path.length === at) {
          // Who gives no number of its own is known by its address.
          const identifier = item.identifier ?? item.url
          items.push(identifier === undefined ? item : { ...item, identifier })
          item = null
        }
        path.pop()
      },
    })
  } catch (error) {
    if (error instanceof XmlRefused) throw refuseFeed('broken')
    throw error
  }
  return items
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** A description is HTML as a text: tags become blanks, the usual entities their sign. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
