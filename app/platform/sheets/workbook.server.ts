/**
 * Workbooks (XLSX, ECMA-376): the first sheet that is shown, read as it is unpacked, row by row. Of a formula the value
 * that the spreadsheet worked out last is read; one that it never worked out, and one that went wrong, is named by its
 * cell. Nothing is calculated and no link is followed. Dates come as `2027-01-31`, numbers with a decimal point.
 */
import { cellName } from '~/kernel/cell-name'
import { collectRows, refuse, type Sheet } from './sheet.server'
import { readXml, XmlRefused } from './xml-events.server'
import { openZip, type ZipParts } from './zip-parts.server'

/** @throws AppError invalid `sheet.…`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet> {
  const zip = await openZip(bytes)
  try {
    // A zip of something else: a text document, a folder of pictures.
    if (!zip.has('xl/workbook.xml')) throw refuse('not-a-table')
    const { sheetId, isFrom1904 } = await firstSheet(zip)
    const part = await partOf(zip, sheetId)
    const texts = zip.has('xl/sharedStrings.xml') ? await sharedTexts(zip) : []
    const dates = zip.has('xl/styles.xml') ? await dateStyles(zip) : new Set<number>()
    return await readSheet(zip, part, { texts, dates, isFrom1904 })
  } catch (error) {
    if (error instanceof XmlRefused) throw refuse('broken')
    throw error
  } finally {
    zip.close()
  }
}

async function firstSheet(zip: ZipParts): Promise<{ sheetId: string; isFrom1904: boolean }> {
  let sheetId: string | null = null
  let isFrom1904 = false
  await readXml(await zip.open('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      const isShown = (attributes.state ?? 'visible') === 'visible'
      if (name === 'sheet' && isShown) sheetId ??= attributes['r:id'] ?? null
    },
  })
  if (sheetId === null) throw refuse('empty')
  return { sheetId, isFrom1904 }
}

async function partOf(zip: ZipParts, sheetId: string): Promise<string> {
  let target = ''
  await readXml(await zip.open('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name === 'Relationship' && attributes.Id === sheetId && attributes.TargetMode !== 'External')
        target = attributes.Target ?? ''
    },
  })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells share, without the phonetic help of Japanese. */
async function sharedTexts(zip: ZipParts): Promise<readonly string[]> {
  const texts: string[] = []
  let [current, inText, inHelp] = ['', false, false]
  await readXml(await zip.open('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') inHelp = true
      if (name === 't') inText = true
    },
    text(text) {
      if (inText && !inHelp) current += text
    },
    close(name) {
      if (name === 'si') texts.push(current)
      if (name === 'rPh') inHelp = false
      if (name === 't') inText = false
    },
  })
  return texts
}

/** Formats of Excel's own that show a day (ECMA-376, 18.8.30). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** @returns the styles whose numbers are days. */
async function dateStyles(zip: ZipParts): Promise<ReadonlySet<number>> {
  const formats = new Set(DAY_FORMATS)
  const styles = new Set<number>()
  let [inCells, index] = [false, 0]
  await readXml(await zip.open('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt' && isDayFormat(attributes.formatCode ?? ''))
        formats.add(Number(attributes.numFmtId))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        if (formats.has(Number(attributes.numFmtId))) styles.add(index)
        index++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** A format shows a day when it has a letter of day or year outside quotes, colours and languages. */
function isDayFormat(code: string): boolean {
  return /[dyj]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

type Reading = {
  readonly texts: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly isFrom1904: boolean
}
type Cell = {
  column: number
  type: string
  style: number
  value: string
  hasFormula: boolean
  hasValue: boolean
}

async function readSheet(zip: ZipParts, part: string, reading: Reading): Promise<Sheet> {
  const collected = collectRows()
  let row: { number: number; cells: string[] } = { number: 0, cells: [] }
  let cell: Cell | null = null
  let [collects, inHelp] = [false, false]
  await readXml(await zip.open(part), {
    open(name, attributes) {
      if (name === 'row') row = { number: Number(attributes.r) || row.number + 1, cells: [] }
      if (name === 'c') cell = cellOf(attributes, row.cells.length)
      if (name === 'rPh') inHelp = true
      if (cell && name === 'f') cell.hasFormula = true
      if (cell && (name === 'v' || name === 't') && !inHelp) {
        collects = true
        cell.hasValue = true
      }
    },
    text(text) {
      if (cell && collects) cell.value += text
    },
    close(name) {
      if (name === 'v' || name === 't') collects = false
      if (name === 'rPh') inHelp = false
      if (name === 'c' && cell) {
        if (cell.column >= 16_384) throw refuse('broken')
        while (row.cells.length < Math.min(cell.column, 200)) row.cells.push('')
        if (cell.column < 200) row.cells[cell.column] = textOf(cell, row.number, reading)
        cell = null
      }
      if (name === 'row') collected.add(row.number, row.cells)
    },
  })
  return collected.done()
}

function cellOf(attributes: Readonly<Record<string, string>>, next: number): Cell {
  const letters = /^([A-Z]{1,3})\d+$/.exec(attributes.r ?? '')?.[1]
  const column = letters
    ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : next
  const { t: type = 'n', s: style = '0' } = attributes
  return { column, type, style: Number(style), value: '', hasFormula: false, hasValue: false }
}

function textOf(cell: Cell, row: number, { texts, dates, isFrom1904 }: Reading): string {
  const { type, value } = cell
  if (type === 'e')
    throw refuse('formula-failed', { cell: cellName(cell.column, row), value: value.slice(0, 20) })
  if (cell.hasFormula && !cell.hasValue) throw refuse('formula', { cell: cellName(cell.column, row) })
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'ja' : 'nee'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return dates.has(cell.style) ? dayOf(number, isFrom1904) : plain(number)
}

/** 90 for 90.0, 0.3 for 0.30000000000000004: what the cell shows, not how the machine keeps it. */
const plain = (number: number) => String(Number(number.toPrecision(15)))

/** Days since the end of 1899 or the beginning of 1904; Excel counts a 29 February 1900 that never was. */
function dayOf(serial: number, isFrom1904: boolean): string {
  const zero = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const day = new Date(zero + Math.floor(serial) * 86_400_000)
  return Number.isNaN(day.getTime()) ? plain(serial) : day.toISOString().slice(0, 10)
}
