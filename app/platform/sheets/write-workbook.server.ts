/** Workbooks that people download: sheets of texts, heads in bold and always in sight. */
import writeXlsxFile from 'write-excel-file/node'

export type WorkbookSheet = {
  /** At most 31 characters, as Excel allows. */
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** In characters, per column. */
  readonly widths: readonly number[]
}

/** Every cell is a text, so that nothing in it is calculated and a spreadsheet makes no date of `3-4`. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const text = (value: string) => ({
    value,
    type: String,
    format: '@',
    wrap: true,
    alignVertical: 'top' as const,
  })
  return writeXlsxFile(
    sheets.map(({ name, heads, rows, widths }) => ({
      sheet: name.slice(0, 31),
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        heads.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => (value === '' ? null : text(value)))),
      ],
    })),
  ).toBuffer()
}
export type WriteWorkbook = typeof writeWorkbook
