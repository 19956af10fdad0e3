/** Bringing a table over HTTP: what is no table is refused in plain words, in Dutch and English, and leaves nothing. */
import { zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { workLoad } from '~/features/loads/use-cases/work-load.server'
import { parseEnv } from '~/platform/env/env.server'
import { writeWorkbook } from '~/platform/sheets/write-workbook.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const LOADS = '/my/organisation/loads'
let app: TestApp
let company: Client
let organisation: string
let wiring: Wiring

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  organisation = (await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })).id
  company = await app.signIn(await makeMember(app.database.db, organisation))
  wiring = makeWiring(parseEnv(process.env), { part: 'worker' })
})
afterAll(() => wiring.close())
beforeEach(async () => {
  await app.database.db.offerLoad.deleteMany()
  await app.database.db.rateLimit.deleteMany()
})

const text = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'))
const HEADS = 'Eigen nummer;Soort;Titel;Waar'
const send = (name: string, bytes: Uint8Array<ArrayBuffer>, lang: 'nl' | 'en' = 'nl') =>
  company.upload(`${LOADS}?index&lang=${lang}`, { organisation }, { field: 'file', name, bytes })

const sheet = (xml: string) =>
  zipSync({
    'xl/workbook.xml': text('<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="x"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': text('<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'),
    'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${xml}</sheetData></worksheet>`),
  }) as Uint8Array<ArrayBuffer>

test.each<[string, string, Uint8Array<ArrayBuffer>, string, string]>([
  [
    'letters that are broken',
    'a.csv',
    new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x3b, 0xe9, 0x0a]),
    'beschadigd',
    'damaged',
  ],
  [
    'a quote that is never closed',
    'a.csv',
    text(`${HEADS}\nA-1;gastles;"Lassen;op school\n`),
    'aanhalingsteken',
    'quotation mark',
  ],
  [
    'a bomb of a zip',
    'a.xlsx',
    zipSync({ 'xl/workbook.xml': new Uint8Array(8 * 1024 * 1024) }) as Uint8Array<ArrayBuffer>,
    'veel te groot',
    'far too large',
  ],
  [
    'a formula without a value',
    'a.xlsx',
    sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>NOW()</f></c></row>'),
    'In cel B1 staat een formule',
    'Cell B1 holds a formula',
  ],
  [
    'a million rows',
    'a.csv',
    text(`a;b\n${'1;2\n'.repeat(1_000_000)}`),
    'meer dan 10000 rijen',
    'more than 10000 rows',
  ],
  [
    'a picture',
    'a.xlsx',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'Dit is geen spreadsheet',
    'This is no spreadsheet',
  ],
  ['nothing', '', new Uint8Array(), 'Kies eerst een bestand', 'Choose a file first'],
])('%s is refused with what to do', async (_name, fileName, bytes, nl, en) => {
  for (const [lang, words] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    const answer = await send(fileName, bytes, lang)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('id="load-file-error"')
  }
  expect(await app.database.db.offerLoad.count()).toBe(0)
})

test('a body beyond all measure is refused at the door, a large form elsewhere too', async () => {
  const large = new Uint8Array(13 * 1024 * 1024)
  expect((await send('a.csv', large)).status).toBe(413)
  const elsewhere = await company.upload(
    '/my/organisation',
    {},
    { field: 'file', name: 'a', bytes: new Uint8Array(600_000) },
  )
  expect(elsewhere.status).toBe(413)
})

test('a workbook is read, its columns are guessed, a wrong choice is said with what was chosen', async () => {
  const rows = [['A-1', 'gastles', 'Lassen', 'op school', 'intern']]
  const heads = [...HEADS.split(';'), 'Opmerking']
  const bytes = new Uint8Array(await writeWorkbook([{ name: 'a', heads, rows, widths: [9, 9, 9, 9, 9] }]))
  const answer = await send('Aanbod 2027.xlsx', bytes)
  expect(answer.status, answer.text.slice(0, 300)).toBe(302)
  const page = answer.location ?? ''
  const shown = await company.get(page)
  expect(shown.text).toContain('Aanbod 2027.xlsx')
  expect(shown.text).toMatch(/<option value="externalRef" selected/)
  const columns = {
    'column.0': 'externalRef',
    'column.1': 'kind',
    'column.2': 'title',
    'column.3': '',
    'column.4': 'title',
  }
  const twice = await company.post(page, { intent: 'check', ...columns })
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('Titel')
  const missing = await company.post(page, { intent: 'check', ...columns, 'column.4': '' })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('Zeg welke kolom dit is: Waar')
  const good = await company.post(page, {
    intent: 'check',
    ...columns,
    'column.3': 'location',
    'column.4': '',
  })
  expect(good.status).toBe(302)
  const checked = await company.get(page)
  expect(checked.text).toContain('Laad alles in')
  expect(checked.text).toContain('Blijft concept:')
  expect((await company.get(`${page}?lang=en`)).text).toContain('Stays a draft:')
  expect((await company.post(page, { intent: 'start', as: 'draft', which: 'all' })).status).toBe(302)
  expect((await company.get(`${page}?lang=nl`)).text).toContain('0 van 1 rijen')
  expect((await company.post(page, { intent: 'start', as: 'draft', which: 'all' })).status).toBe(409)
  expect((await company.get(LOADS)).text).toContain('Aanbod 2027.xlsx')
})

test('everything goes by plain forms, without JavaScript: read, chosen, loaded, undone, thrown away', async () => {
  const columns = {
    intent: 'check',
    'column.0': 'externalRef',
    'column.1': 'kind',
    'column.2': 'title',
    'column.3': 'location',
  }
  const bring = async (name: string, ref: string) => {
    const page = (await send(name, text(`${HEADS}\n${ref};gastles;Frezen;online\n`))).location ?? ''
    await company.post(page, columns)
    return page
  }
  const page = await bring('frezen.csv', 'B-1')
  expect((await company.post(page, { intent: 'start', as: 'draft', which: 'all' })).status).toBe(302)
  // The form leads to a page that says how far it is, with a link to look again.
  expect((await company.get(page)).text).toContain('Kijk hoe ver het is')
  const id = page.split('/').at(-1) ?? ''
  await workLoad(wiring, id)
  expect((await company.get(page)).text).toContain('1 aanbod is ingeladen.')
  expect((await company.post(page, { intent: 'undo' })).status).toBe(302)
  await workLoad(wiring, id)
  expect((await company.get(page)).text).toContain('Het is teruggedraaid')
  expect(await app.database.db.offer.findMany({ where: { title: 'Frezen' } })).toMatchObject([
    { state: 'archived' },
  ])
  const other = await bring('weg.csv', 'B-2')
  expect((await company.post(other, { intent: 'cancel' })).status).toBe(302)
  expect((await company.get(other)).text).toContain('Er is niets ingeladen.')
})

test('the empty table comes in both kinds and languages; who is nobody signs in first', async () => {
  const csv = await company.get(`${LOADS}/template/csv?lang=nl`)
  expect(csv.text).toContain('Eigen nummer;Soort;Titel;')
  expect(csv.headers.get('content-disposition')).toContain('schakel-aanbod.csv')
  expect((await company.get(`${LOADS}/template/csv?lang=en`)).text).toContain('Your own number;Kind;Title;')
  const xlsx = await company.get(`${LOADS}/template/xlsx`)
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  expect((await company.get(`${LOADS}/template/pdf`)).status).toBe(404)
  for (const path of [LOADS, `${LOADS}/columns`, `${LOADS}/template/csv`])
    expect((await app.client().get(path)).location).toContain('/sign-in')
})
