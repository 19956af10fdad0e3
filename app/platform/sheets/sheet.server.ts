/**
 * A table as somebody keeps it in a spreadsheet: heads and rows of texts. Empty rows are left out, each row keeps the
 * number that the spreadsheet shows, so that a message can name it.
 */
import { cellName } from '~/kernel/cell-name'
import { AppError, type ErrorParams } from '~/kernel/errors'

export type SheetRow = { readonly number: number; readonly cells: readonly string[] }
export type Sheet = {
  readonly heads: readonly string[]
  /** At least one, at most `SHEET.rows`; as many cells as there are heads. */
  readonly rows: readonly SheetRow[]
}

/** What is read at most. A table of all offers of a large company is far below it. */
export const SHEET = {
  bytes: 8 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  cellLength: 10_000,
  /** Of a workbook, unpacked: what 10,000 full rows take. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Unpacked to packed. Real sheets stay below 40. */
  ratio: 200,
  entries: 1_000,
} as const

export const refuse = (what: string, params: ErrorParams = {}) =>
  new AppError('invalid', `sheet.${what}`, params)

/**
 * Takes rows in and refuses the first one that is too much, so that memory never holds more than one table.
 * @returns `add` takes a row, empty ones too; `done` gives the table.
 */
export function collectRows() {
  let heads: readonly string[] | null = null
  const rows: SheetRow[] = []
  return {
    /** @throws AppError invalid `sheet.…` for the first row that cannot be. */
    add(number: number, raw: readonly string[]): void {
      const cells = raw.map((cell) => cell.trim())
      if (cells.every((cell) => cell === '')) return
      if (cells.length > SHEET.columns && cells.slice(SHEET.columns).some((cell) => cell !== ''))
        throw refuse('too-many-columns', { max: SHEET.columns })
      const long = cells.findIndex((cell) => cell.length > SHEET.cellLength)
      if (long >= 0) throw refuse('cell-too-long', { cell: cellName(long, number), max: SHEET.cellLength })
      if (heads === null) {
        heads = withoutTail(cells)
        if (heads.length === 1) throw refuse('one-column')
        return
      }
      if (rows.length >= SHEET.rows) throw refuse('too-many-rows', { max: SHEET.rows })
      const width = heads.length
      const beyond = cells.findIndex((cell, column) => column >= width && cell !== '')
      if (beyond >= 0) throw refuse('cell-without-head', { cell: cellName(beyond, number) })
      rows.push({ number, cells: Array.from({ length: width }, (_, column) => cells[column] ?? '') })
    },
    /** @throws AppError invalid `sheet.empty`, `sheet.only-heads`. */
    done(): Sheet {
      if (heads === null) throw refuse('empty')
      if (rows.length === 0) throw refuse('only-heads')
      return { heads, rows }
    },
  }
}

function withoutTail(cells: readonly string[]): readonly string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length--
  return cells.slice(0, length)
}
