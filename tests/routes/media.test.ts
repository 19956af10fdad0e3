/** Pictures and files of an offer over HTTP: what is taken in, what schools get of it, and what is refused in words. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { offerSlug } from '~/features/finder/domain/offer-address'
import { scanFiles } from '~/features/media/use-cases/scan-files.server'
import { sweepFiles } from '~/features/media/use-cases/sweep-files.server'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'
import { type FakeClamd, fakeClamd } from '../setup/fake-clamd'

let app: TestApp
let clamd: FakeClamd
let company: Client
let organisationId: string
let offer: { readonly id: string; readonly slug: string }
let picture: File
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'media-'))

const at = () => `/my/organisation/offers/${offer.id}/media`
const page = () => `/offers/${offerSlug(offer.slug, offer.id)}`
const PDF = '%PDF-1.7 werkblad'
const file = (text: string, name = 'Werkblad.pdf') => new File([text], name, { type: 'application/pdf' })
const words = { intent: 'add-picture', alt: 'Twee leerlingen lassen', altEn: '', credit: '' }
const rows = () =>
  app.database.db.offerPicture.findMany({ where: { offerId: offer.id }, orderBy: { position: 'asc' } })
const files = () => app.database.db.offerFile.findMany({ where: { offerId: offer.id } })

beforeAll(async () => {
  clamd = await fakeClamd()
  app = await testApp({ env: { FILES_DIR: folder, CLAMD_URL: clamd.address } })
  const organisation = await makeOrganisation(app.database.db)
  organisationId = organisation.id
  company = await app.signIn(await makeMember(app.database.db, organisationId))
  const drawn = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#08f' } })
    .jpeg()
    .toBuffer()
  picture = new File([new Uint8Array(drawn)], 'IMG_0001.jpg', { type: 'image/jpeg' })
})
beforeEach(async () => {
  await app.database.db.rateLimit.deleteMany()
  await app.database.db.outboxEvent.deleteMany()
  offer = await makeOffer(app.database.db, { organisationId })
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true })
})

/** The worker's part, on the same folder and database. */
async function background<T>(work: (wiring: ReturnType<typeof makeWiring>) => Promise<T>): Promise<T> {
  const wiring = makeWiring(parseEnv(process.env))
  try {
    return await work(wiring)
  } finally {
    await wiring.close()
  }
}

test('a picture is drawn in its widths, shown with its words, and comes with measures', async () => {
  const answer = await company.post(at(), {
    ...words,
    altEn: 'Two pupils weld',
    credit: 'Jo',
    upload: picture,
  })
  expect(answer.status, answer.text.slice(0, 300)).toBe(302)
  const [row] = await rows()
  expect(row).toMatchObject({
    position: 0,
    alt: 'Twee leerlingen lassen',
    altEn: 'Two pupils weld',
    credit: 'Jo',
  })
  const sizes = row?.sizes as { key: string; width: number; height: number }[]
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [480, 240],
    [960, 480],
    [1000, 500],
  ])
  expect(await app.database.db.outboxEvent.findMany({ select: { type: true } })).toEqual([
    { type: 'OfferChanged' },
  ])
  const shown = await app.client().get(page())
  expect(shown.text).toContain('alt="Twee leerlingen lassen"')
  expect(shown.text).toMatch(/width="1000" height="500"/)
  expect(shown.text).toContain('Foto: Jo')
  expect((await app.client().get(`${page()}?lang=en`)).text).toContain('alt="Two pupils weld"')
  const content = await app.client().get(`/pictures/${sizes[0]!.key}`)
  expect([content.status, content.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(content.headers.get('cache-control')).toContain('immutable')
  expect((await app.client().get(`/pictures/${'0'.repeat(64)}`)).status).toBe(404)
  expect((await app.client().get('/pictures/..%2F..%2Fetc%2Fpasswd')).status).toBe(404)
})

test('without words, and for what is no picture, the reason stands at its field and what was typed stays', async () => {
  const without = await company.post(at(), { ...words, alt: ' ', credit: 'Jo Vermeer', upload: picture })
  expect(without.status).toBe(422)
  expect(without.text).toContain('Schrijf in een paar woorden wat er op de foto te zien is')
  expect(without.text).toContain('value="Jo Vermeer"')
  const refused: [File, string][] = [
    [new File(['\0\0\0\x18ftypheic'], 'IMG.HEIC'), 'HEIC-foto van een iPhone'],
    [new File(['<svg/>'], 'x.jpg', { type: 'image/jpeg' }), 'geen JPEG, PNG of WebP'],
    [new File([], ''), 'Kies een foto.'],
  ]
  for (const [upload, text] of refused) {
    const answer = await company.post(at(), { ...words, upload })
    expect.soft(answer.status).toBe(422)
    expect.soft(answer.text).toContain(text)
    expect.soft(answer.text).toContain('href="#add-picture-upload"')
    expect.soft(answer.text).toContain('value="Twee leerlingen lassen"')
  }
  expect((await company.post(`${at()}?lang=en`, { ...words, upload: refused[0]![0] })).text).toContain(
    'HEIC picture of an iPhone',
  )
  await company.get(`${at()}?lang=nl`)
  const large = await company.post(at(), {
    ...words,
    upload: new File([new Uint8Array(13 * 1024 * 1024)], 'x.jpg'),
  })
  expect([large.status, large.text.includes('groter dan 12 MB')]).toEqual([422, true])
  const tooLarge = await company.post(at(), {
    ...words,
    upload: new File([new Uint8Array(33 * 1024 * 1024)], 'x'),
  })
  expect(tooLarge.status).toBe(413)
  expect(await rows()).toEqual([])
})

test('five at most, also when two come at once; they change place and go', async () => {
  for (const alt of ['een', 'twee', 'drie', 'vier'])
    expect((await company.post(at(), { ...words, alt, upload: picture })).status).toBe(302)
  const both = await Promise.all(
    [1, 2].map(() => company.post(at(), { ...words, alt: 'vijf', upload: picture })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([302, 409])
  const order = async () => (await rows()).map(({ alt }) => alt).join(' ')
  expect(await order()).toBe('een twee drie vier vijf')
  const idOf = async (alt: string) => (await rows()).find((row) => row.alt === alt)?.id ?? ''
  await company.post(at(), { intent: 'first', picture: await idOf('vijf') })
  await company.post(at(), { intent: 'later', picture: await idOf('een') })
  await company.post(at(), { intent: 'remove-picture', picture: await idOf('drie') })
  expect(await order()).toBe('vijf twee een vier')
  const changed = {
    intent: 'change-picture',
    picture: await idOf('twee'),
    alt: 'nieuw',
    altEn: '',
    credit: '',
  }
  expect((await company.post(at(), changed)).status).toBe(302)
  expect(await order()).toBe('vijf nieuw een vier')
  expect((await company.post(at(), { intent: 'first', picture: organisationId })).status).toBe(404)
})

test('a file is given once the scanner found it clean; an infected one never, and its content is gone', async () => {
  await company.post(at(), { intent: 'add-file', name: 'Les 1', upload: file(PDF) })
  await company.post(at(), { intent: 'add-file', name: '', upload: file(`${PDF} EICAR`, 'ziek.pdf') })
  const before = await files()
  expect(before.map(({ name, scan, type }) => [name, scan, type])).toEqual([
    ['Les 1.pdf', 'waiting', 'application/pdf'],
    ['ziek.pdf', 'waiting', 'application/pdf'],
  ])
  expect((await company.get(at())).text).toContain('Wordt gecontroleerd op virussen')
  const visitor = app.client()
  expect((await visitor.get(page())).text).not.toContain('Les 1.pdf')
  expect((await visitor.get(`/files/${before[0]!.id}`)).status).toBe(404)
  expect((await company.get(`/files/${before[0]!.id}`)).status).toBe(200)

  expect(await background(scanFiles)).toBe(2)
  expect((await files()).map(({ scan }) => scan).sort()).toEqual(['clean', 'infected'])
  expect((await visitor.get(page())).text).toContain('Les 1.pdf')
  const taken = await visitor.get(`/files/${before[0]!.id}`, { 'User-Agent': 'Mozilla/5.0 Firefox/140.0' })
  expect(taken.text).toBe(PDF)
  expect(taken.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Les%201.pdf")
  expect(taken.headers.get('x-content-type-options')).toBe('nosniff')
  expect(taken.headers.get('content-type')).toContain('application/pdf')
  for (const client of [visitor, company])
    expect((await client.get(`/files/${before[1]!.id}`)).status).toBe(404)
  expect((await company.get(at())).text).toContain('Hier zit een virus in')
  expect(fs.existsSync(path.join(folder, 'attachments', before[1]!.key.slice(0, 2), before[1]!.key))).toBe(
    false,
  )
  const { _sum } = await app.database.db.offerDownload.aggregate({
    where: { offerId: offer.id },
    _sum: { count: true },
  })
  expect(_sum.count).toBe(1)
})

test('a scanner that does not answer keeps the file back until it does', async () => {
  await company.post(at(), { intent: 'add-file', name: '', upload: file(`${PDF} later`) })
  clamd.answerWith('INSTREAM size limit exceeded. ERROR')
  await expect(background(scanFiles)).rejects.toThrow('clamd answered')
  expect((await files()).map(({ scan }) => scan)).toEqual(['waiting'])
  clamd.answerWith(null)
  await background(scanFiles)
  expect((await files()).map(({ scan }) => scan)).toEqual(['clean'])
})

test('what is no document is refused, whatever it is called', async () => {
  for (const text of ['<html><script>alert(1)</script>', 'MZ\x90\0'])
    expect
      .soft((await company.post(at(), { intent: 'add-file', name: 'x', upload: file(text) })).text)
      .toContain('Dit soort bestand kunnen wij niet aannemen')
  expect(await files()).toEqual([])
})

test('a stranger gets 404, a visitor signs in first, an archived offer stays as it was', async () => {
  const stranger = await app.signIn(await makeUser(app.database.db))
  expect((await stranger.get(at())).status).toBe(404)
  expect((await stranger.post(at(), { ...words, upload: picture })).status).toBe(404)
  expect((await stranger.post(at(), { intent: 'add-file', name: '', upload: file(PDF) })).status).toBe(404)
  expect((await app.client().post(at(), { ...words, upload: picture })).location).toContain('/sign-in')
  await app.database.db.offer.update({ where: { id: offer.id }, data: { state: 'archived' } })
  expect((await company.post(at(), { ...words, upload: picture })).status).toBe(409)
  expect(await rows()).toEqual([])
})

test('a file stands in for the address of material, and the last one stays as long as schools see it', async () => {
  const { db } = app.database
  offer = await makeOffer(db, {
    ...{ organisationId, kind: 'lesson_material', location: 'download', materialUrl: null, state: 'draft' },
    ...{ sessionsPerYear: null, durationMinutes: null, groupSizeMax: null },
  })
  const publish = () => company.post('/my/organisation', { intent: 'publish', offer: offer.id })
  expect((await publish()).status).toBe(422)
  await company.post(at(), { intent: 'add-file', name: '', upload: file(`${PDF} materiaal`) })
  expect((await publish()).status).toBe(302)
  await background(scanFiles)
  const [row] = await files()
  const taken = await app.client().post(`/downloads/${offer.id}`, {})
  expect(taken.text).toContain(`href="/files/${row!.id}"`)
  const removed = await company.post(at(), { intent: 'remove-file', file: row!.id })
  expect([removed.status, removed.text.includes('Voeg eerst een ander bestand')]).toEqual([409, true])
})

test('a copy shows the same; content that nobody names is swept away after a day, shared content is not', async () => {
  await company.post(at(), { ...words, upload: picture })
  await company.post(at(), { intent: 'add-file', name: '', upload: file(`${PDF} kopie`) })
  const copied = await company.post('/my/organisation', {
    intent: 'copy',
    offer: offer.id,
    submissionKey: crypto.randomUUID(),
  })
  expect(copied.status).toBe(302)
  await app.database.db.offer.delete({ where: { id: offer.id } })
  const copy = await app.database.db.offerFile.findFirstOrThrow({
    where: { offer: { state: 'draft', title: { contains: 'opie' } } },
  })
  const orphan = await background((wiring) => wiring.attachments.put(Buffer.from('van niemand')))
  const placeOf = (key: string) => path.join(folder, 'attachments', key.slice(0, 2), key)
  for (const key of [orphan, copy.key]) fs.utimesSync(placeOf(key), 0, 0)
  expect(await background(sweepFiles)).toBe(1)
  expect([orphan, copy.key].map((key) => fs.existsSync(placeOf(key)))).toEqual([false, true])
})
