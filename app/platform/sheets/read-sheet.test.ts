/** What people bring as "the spreadsheet": good ones in every guise, and what is none. */
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '~/kernel/errors'
import { readSheet } from './read-sheet.server'
import { writeWorkbook } from './write-workbook.server'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]))
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** @returns the code, and the parameters that its text needs. */
async function refusalOf(bytes: Uint8Array): Promise<{ code: string; params: unknown }> {
  const error = await readSheet(bytes).catch((caught: unknown) => caught)
  if (!(error instanceof AppError)) throw new Error('was read')
  return { code: error.code, params: error.params }
}

const TABLE = 'Nummer;Titel\r\nA-1;Één lasles\r\n'
const READ = { heads: ['Nummer', 'Titel'], rows: [{ number: 2, cells: ['A-1', 'Één lasles'] }] }

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8(TABLE)],
  ['UTF-8 with a mark', utf8(`\ufeff${TABLE}`)],
  ['UTF-16 with a mark', utf16(TABLE, true)],
  ['UTF-16 without one', utf16(TABLE, false)],
  [
    'UTF-16 big endian',
    new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TABLE, 'utf16le').swap16()])),
  ],
  ['Windows-1252', latin(TABLE)],
  ['commas', utf8(TABLE.replaceAll(';', ','))],
  ['tabs', utf8(TABLE.replaceAll(';', '\t'))],
  ['line feeds and quotes', utf8('"Nummer";"Titel"\n"A-1";"Één lasles"\n')],
])('%s is read alike', async (_name, bytes) => {
  expect(await readSheet(bytes)).toEqual(READ)
})

test('a line break, a quote and the other separator inside quotes stay; empty rows keep their number', async () => {
  const sheet = await readSheet(utf8('Nummer;Titel\n"A, 1";"Zeg ""ja""\nen kom"\n;\nA-2;x\n'))
  expect(sheet.rows).toEqual([
    { number: 2, cells: ['A, 1', 'Zeg "ja"\nen kom'] },
    { number: 4, cells: ['A-2', 'x'] },
  ])
})

test.each<[string, Uint8Array, string, unknown?]>([
  ['nothing', new Uint8Array(), 'sheet.empty'],
  ['heads only', utf8('Nummer;Titel\n'), 'sheet.only-heads'],
  ['one column', utf8('Beste school,\nwij komen graag langs.\n'.replaceAll(',', '')), 'sheet.one-column'],
  ['a quote that is never closed', utf8('Nummer;Titel\nA-1;"Lassen\nA-2;x\n'), 'sheet.quote-not-closed'],
  ['a quote in an odd place', utf8('Nummer;Titel\nA-1;"Las"sen\n'), 'sheet.quotes', { line: 2 }],
  ['broken UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...latin(TABLE)]), 'sheet.encoding'],
  [
    'a picture',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'sheet.not-a-table',
  ],
  ['a PDF', utf8('%PDF-1.7\n%…'), 'sheet.not-a-table'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'sheet.protected'],
  ['a zip of something else', zipSync({ 'word/document.xml': utf8('<w/>') }), 'sheet.not-a-table'],
  ['half a zip', zipSync({ 'xl/workbook.xml': utf8('<w/>') }).slice(0, 40), 'sheet.broken'],
  ['a cell beside the heads', utf8('Nummer;Titel\nA-1;x;y\n'), 'sheet.cell-without-head', { cell: 'C2' }],
])('%s is refused with what to do', async (_name, bytes, code, params) => {
  const refusal = await refusalOf(bytes)
  expect(refusal.code).toBe(code)
  if (params !== undefined) expect(refusal.params).toEqual(params)
})

test('a million rows are refused before they fill the memory: what comes after the first too many is not looked at', async () => {
  const refusal = { code: 'sheet.too-many-rows', params: { max: 10_000 } }
  expect(await refusalOf(utf8(`a;b\n${'1;2\n'.repeat(1_000_000)}`))).toEqual(refusal)
  expect(await refusalOf(utf8(`a;b\n${'1;2\n'.repeat(30_000)}"never closed`))).toEqual(refusal)
})

test('a workbook is read as it is written, its second sheet is not', async () => {
  const bytes = await writeWorkbook([
    {
      name: 'Aanbod',
      heads: ['Nummer', 'Titel'],
      rows: [
        ['A-1', '=1+1'],
        ['', ''],
        ['A-2', 'Één'],
      ],
      widths: [9, 9],
    },
    { name: 'Uitleg', heads: ['x', 'y'], rows: [['1', '2']], widths: [9, 9] },
  ])
  expect((await readSheet(bytes)).rows).toEqual([
    { number: 2, cells: ['A-1', '=1+1'] },
    { number: 4, cells: ['A-2', 'Één'] },
  ])
})

/** @param rows XML of the rows of its only sheet. */
function workbook(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': utf8(
      `<workbook ${ns} xmlns:r="${rel}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': utf8(
      `<styleSheet ${ns}><numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; dagen&quot;"/></numFmts>
       <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': utf8(`<worksheet ${ns}><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  })
}
const HEADS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>'

test('numbers, days, yes and no, and the last value of a formula come as they are read', async () => {
  const cells = async (xml: string) =>
    (await readSheet(workbook(`${HEADS}<row r="2">${xml}</row>`))).rows[0]?.cells
  expect(await cells('<c r="A2"><v>0.30000000000000004</v></c><c r="B2" t="b"><v>1</v></c>')).toEqual([
    '0.3',
    'ja',
  ])
  expect(await cells('<c r="A2" s="1"><v>46418</v></c><c r="B2" s="2"><v>46418.5</v></c>')).toEqual([
    '2027-01-31',
    '2027-01-31',
  ])
  expect(await cells('<c r="A2" s="3"><v>2</v></c><c r="B2"><f>40+50</f><v>90</v></c>')).toEqual(['2', '90'])
  expect(await cells('<c r="B2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c>')).toEqual(['', 'xy'])
})

test.each<[string, string, string, unknown]>([
  ['never worked out', '<c r="B2"><f>NOW()</f></c>', 'sheet.formula', { cell: 'B2' }],
  [
    'gone wrong',
    '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    'sheet.formula-failed',
    { cell: 'B2', value: '#DIV/0!' },
  ],
])('a formula that was %s is named by its cell', async (_name, xml, code, params) => {
  expect(await refusalOf(workbook(`${HEADS}<row r="2">${xml}</row>`))).toEqual({ code, params })
})

test('a bomb of a zip is not unpacked', async () => {
  const bomb = workbook(HEADS, { 'xl/media/a.bin': new Uint8Array(8 * 1024 * 1024) })
  expect(bomb.byteLength).toBeLessThan(200_000)
  expect((await refusalOf(bomb)).code).toBe('sheet.unpacks-too-large')
})

test('a part that says it is small and is not, is stopped', async () => {
  const large = `${HEADS}${'<row><c><v>1</v></c></row>'.repeat(200_000)}`
  const bytes = Buffer.from(workbook(large))
  // The size in the list of contents, of the part that holds the rows.
  const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  bytes.writeUInt32LE(1000, at + 24)
  expect((await refusalOf(new Uint8Array(bytes))).code).toBe('sheet.broken')
})

test('too many rows in a workbook are refused', async () => {
  const row = (i: number) => `<row><c><v>${i}</v></c><c><v>${(i * 7919) % 1_000_003}</v></c></row>`
  const rows = Array.from({ length: 40_000 }, (_, i) => row(i)).join('')
  expect((await refusalOf(workbook(HEADS + rows))).code).toBe('sheet.too-many-rows')
}, 30_000)

test('a document type with entities is refused', async () => {
  const evil = utf8(
    '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
  )
  expect((await refusalOf(workbook('', { 'xl/worksheets/sheet1.xml': evil }))).code).toBe('sheet.broken')
})
