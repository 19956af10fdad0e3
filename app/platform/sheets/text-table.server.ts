/**
 * Tables of text (CSV): in whatever encoding and with whatever separator a spreadsheet of this country writes them.
 * Encoding: a byte order mark says it; else it is UTF-8 when it is valid UTF-8, and Windows-1252 when it is not. UTF-16
 * without a mark is known by its zero bytes. Separator: the one of `;` `,` tab that stands most often in the first line
 * outside quotes.
 */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { collectRows, refuse, type Sheet } from './sheet.server'

const SEPARATORS = [';', ',', '\t'] as const

/** @throws AppError invalid `sheet.…`. */
export async function readTextTable(bytes: Uint8Array): Promise<Sheet> {
  const text = decode(bytes)
  const collected = collectRows()
  const parser = parse({
    delimiter: separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: false,
    info: true,
    max_record_size: 400_000,
  })
  // In pieces, so that a table that is too long is refused before all of it has become rows.
  const source = Readable.from(piecesOf(text))
  source.pipe(parser)
  try {
    let number = 0
    // The number is that of the row in the spreadsheet: a line break inside quotes does not count.
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>)
      collected.add(++number, record)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: number }).lines ?? 1)
    throw error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? refuse('quote-not-closed')
      : refuse('quotes', { line })
  } finally {
    source.destroy()
    parser.destroy()
  }
  return collected.done()
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 32_768) yield text.slice(at, at + 32_768)
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes)
  const guessed = zeroBytes(bytes)
  if (guessed !== null) return utf16(guessed, bytes)
  // A NUL is in no text: pictures, programs and databases have them.
  if (bytes.includes(0)) throw refuse('not-a-table')
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const text = marked || isUtf8(bytes) ? utf8(bytes) : new TextDecoder('windows-1252').decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no table has
  const unseen = text.match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0
  if (unseen > text.length / 1000) throw refuse('not-a-table')
  return text
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('encoding')
  }
}

function utf16(label: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    if (text.includes('\u0000')) throw refuse('not-a-table')
    return text
  } catch (error) {
    if (error instanceof TypeError) throw refuse('encoding')
    throw error
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Latin text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000)
  const half = Math.floor(sample.length / 2)
  if (half < 4) return null
  let [even, odd] = [0, 0]
  for (let i = 0; i < half * 2; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return null
}

function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]))
  let quoted = false
  for (const char of text.slice(0, 20_000)) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r') && [...counts.values()].some((count) => count > 0))
      break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? ';'
}
