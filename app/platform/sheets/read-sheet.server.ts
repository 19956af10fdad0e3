/** Any file that is said to be a spreadsheet: what it is, is known by its first bytes, never by its name. */
import { refuse, SHEET, type Sheet } from './sheet.server'
import { readTextTable } from './text-table.server'
import { readWorkbook } from './workbook.server'

const begins = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte)

/**
 * @throws AppError invalid `sheet.…`: too large, broken, protected, not a table, a quote that is not closed, a formula
 * without a value; each says where and what to do.
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.byteLength === 0) throw refuse('empty')
  if (bytes.byteLength > SHEET.bytes) throw refuse('too-large', { max: SHEET.bytes / 1024 / 1024 })
  if (begins(bytes, 0x50, 0x4b)) return readWorkbook(bytes)
  // The container of Office before 2007, and of workbooks with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse('protected')
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) throw refuse('not-a-table')
  return readTextTable(bytes)
}
export type ReadSheet = typeof readSheet
