/**
 * Tables that people open in a spreadsheet: UTF-8 with a byte order mark and semicolons, so that a Dutch Excel shows them
 * as a table at once; CRLF between rows and quotes where needed (RFC 4180). Whole in memory: for tables of thousands of
 * rows, not of millions.
 */
import { stringify } from 'csv-stringify/sync'

/** A number becomes one in the spreadsheet, with a decimal comma; an empty cell for `null`. */
export type CsvCell = string | number | null

export type CsvColumn<Row> = {
  /** In the reader's language. */
  readonly head: string
  readonly cell: (row: Row) => CsvCell
}

/**
 * What somebody typed never becomes a formula: cells that begin with = + - @ or a tab get an apostrophe before it.
 * @param columns in their order; their heads are the first row. @param rows none: the heads alone. O(cells).
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return stringify(
    [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
    {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
      escape_formulas: true,
      cast: { number: (value) => (Number.isFinite(value) ? String(value).replace('.', ',') : '') },
    },
  )
}

/** @param name of the file, without `.csv`: letters, digits and hyphens of ASCII. Never kept by anybody between. */
export function csvResponse(name: string, csv: string): Response {
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
