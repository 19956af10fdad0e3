import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, csvResponse } from './csv.server'

type Row = { readonly name: string; readonly count: number | null }
const COLUMNS = [
  { head: 'Naam', cell: (row: Row) => row.name },
  { head: 'Aantal', cell: (row: Row) => row.count },
]
const FORMULA = /^[=+\-@\t\r]/

test('a Dutch spreadsheet reads it: byte order mark, semicolons, decimal comma, quotes where needed', () => {
  const rows = [
    { name: 'Zaal "Vonk"; 2 m²', count: 12.5 },
    { name: 'Café', count: null },
  ]
  expect(csvOf(COLUMNS, rows)).toBe('\uFEFFNaam;Aantal\r\n"Zaal ""Vonk""; 2 m²";12,5\r\nCafé;\r\n')
  expect(csvOf(COLUMNS, [])).toBe('\uFEFFNaam;Aantal\r\n')
})

test.each(['=1+1', '+31 6', '-2', '@sum(a1)', '\tx', '\rx', '=HYPERLINK("http://x";"y")'])(
  '%j is a text, not a formula',
  (name) => {
    const [, row] = parse(csvOf(COLUMNS, [{ name, count: -3 }]), { bom: true, delimiter: ';' }) as string[][]
    expect(row).toEqual([`'${name}`, '-3'])
  },
)

test('whatever is typed comes back whole, in its own cell', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 30 })
  fc.assert(
    fc.property(fc.array(fc.record({ name: typed, count: fc.option(fc.integer()) })), (rows) => {
      const read = parse(csvOf(COLUMNS, rows), { bom: true, delimiter: ';', record_delimiter: '\r\n' })
      const kept = (text: string) => (FORMULA.test(text) || /^[＝＋－＠]/.test(text) ? `'${text}` : text)
      expect(read).toEqual([
        ['Naam', 'Aantal'],
        ...rows.map(({ name, count }) => [kept(name), count === null ? '' : String(count)]),
      ])
    }),
    { numRuns: 40 },
  )
})

test('is a file to keep, under its name, and nobody between keeps it', () => {
  const { headers } = csvResponse('aanbod-2026-11-25', 'x')
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="aanbod-2026-11-25.csv"')
  expect(headers.get('Cache-Control')).toBe('private, no-store')
})
