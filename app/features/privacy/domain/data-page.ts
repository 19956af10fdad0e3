/** What somebody takes along, as a page that any browser shows: headings, and under each the rows as they are. */
import * as m from '~/paraglide/messages'
import { holdingWords } from './holding-words'
import { HOLDING_IDS, type HoldingId } from './holdings'

type Found = {
  readonly holding: HoldingId
  readonly table: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 1rem;border-top:1px solid #ccc;padding:.75rem 0;margin:0}' +
  'dt{color:#555}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}'

/**
 * Everything that was typed by somebody is escaped: the file is opened without our headers.
 * @param data what was found; a holding of which nothing was found says so. @param made the moment in words.
 */
export function dataPage(
  data: readonly Found[],
  page: { readonly lang: string; readonly made: string },
): string {
  const parts = HOLDING_IDS.map((id) => {
    const rows = data.filter(({ holding }) => holding === id).flatMap((found) => found.rows)
    const { what, keeps } = holdingWords(id)
    const body = rows.length === 0 ? `<p>${escaped(m.privacy_file_none())}</p>` : rows.map(row).join('')
    return `<h2>${escaped(what)}</h2><p>${escaped(keeps)}</p>${body}`
  })
  const title = escaped(m.privacy_file_title())
  return `<!doctype html><html lang="${escaped(page.lang)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><p>${escaped(m.privacy_file_made({ moment: page.made }))}</p>${parts.join('')}</html>\n`
}

function row(cells: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(cells)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(asText(value))}</dd>`)
  return `<dl>${lines.join('')}</dl>`
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
