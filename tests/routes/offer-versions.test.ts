/** What has changed in an offer, over HTTP: read, put back, and closed to others. */
import { beforeAll, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeCoordinator, makeMember, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

let app: TestApp
let company: Client
let organisationId: string

beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  organisationId = (await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })).id
  company = await app.signIn(
    await makeMember(app.database.db, organisationId, 'owner', { name: 'Sanne Las' }),
  )
})

const WHAT = {
  kind: 'guest-lesson',
  title: 'Programmeer een lasrobot',
  summary: 'Leerlingen programmeren een robotarm.',
  intent: 'next',
}
const saveWhat = (id: string, version: number, description: string) =>
  company.post(`/my/organisation/offers/${id}/what`, { ...WHAT, version: String(version), description })

test('who changed what is read in words, and a press puts it back', async () => {
  const { db } = app.database
  const offer = await makeOffer(db, { organisationId, title: WHAT.title, summary: WHAT.summary })
  const path = `/my/organisation/offers/${offer.id}/versions`
  expect((await company.get(path)).text).toContain('Er is nog niets veranderd')

  expect((await saveWhat(offer.id, 1, 'Eerst kijken.\n\nDan lassen.')).status).toBe(302)
  expect((await saveWhat(offer.id, 2, 'Eerst kijken.\n\nDan <b>solderen</b>.')).status).toBe(302)
  const who = { version: '3', intent: 'next', topics: ['robotica', 'ict'], years: ['havo-3'] }
  await company.post(`/my/organisation/offers/${offer.id}/who`, who)

  const page = await company.get(path)
  expect(page.status).toBe(200)
  expect(page.text).toContain('door Sanne Las')
  expect(page.text).toContain('Veranderd: Onderwerpen, Klassen en groepen')
  expect(page.text).toMatch(/<p>Eerst kijken\.<\/p>/)
  expect(page.text).toMatch(/Weg<!-- -->:<\/span><del[^>]*>Dan lassen\.<\/del>/)
  expect(page.text).toMatch(/Nieuw<!-- -->:<\/span><ins[^>]*>Dan &lt;b&gt;solderen/)
  expect(page.text).toMatch(/<ins[^>]*>havo.3<\/ins>/)

  const late = await company.post(path, { kept: '2', version: '3' })
  expect([late.status, late.text.includes('Een collega heeft dit aanbod net veranderd')]).toEqual([409, true])
  expect((await company.post(path, { kept: '1', version: 'x' })).status).toBe(422)
  expect((await company.post(path, { kept: '99', version: '4' })).status).toBe(410)

  const back = await company.submit(path, { kept: '2' })
  expect([back.status, back.location]).toEqual([302, path])
  expect(await db.offer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({
    description: 'Eerst kijken.\n\nDan lassen.',
    topicIds: ['robotica'],
    state: 'published',
    version: 5,
  })
  expect((await company.get(`/my/organisation?of=${organisationId}`)).text).toContain(`href="${path}"`)
  expect((await company.get(`/my/organisation/offers/${offer.id}/edit`)).text).toContain(`href="${path}"`)
})

test('a change by the coordinator says so; others, the coordinator among them, get 404', async () => {
  const { db } = app.database
  const offer = await makeOffer(db, { organisationId })
  const { regionId } = await db.regionMunicipality.findFirstOrThrow({ where: { municipalityCode: 'GM0141' } })
  const regio = await makeCoordinator(db, regionId)
  const content = { title: 'Vroeger' }
  await db.offerVersion.create({
    data: { offerId: offer.id, version: 1, content, replacedAt: new Date(), replacedById: regio.id },
  })
  const path = `/my/organisation/offers/${offer.id}/versions`
  const { text } = await company.get(path)
  expect(text).toContain('door de regiocoördinator')
  expect(text).not.toContain(regio.name)
  for (const other of [regio, await makeUser(db)])
    expect.soft((await (await app.signIn(other)).get(path)).status).toBe(404)
  expect((await company.get('/my/organisation/offers/none/versions')).status).toBe(404)
})

test('an archived offer can be read but not put back', async () => {
  const { db } = app.database
  const offer = await makeOffer(db, { organisationId, state: 'archived' })
  const content = { title: 'Vroeger' }
  await db.offerVersion.create({ data: { offerId: offer.id, version: 1, content, replacedAt: new Date() } })
  const path = `/my/organisation/offers/${offer.id}/versions`
  const page = await company.get(path)
  expect([page.text.includes('Vroeger'), page.text.includes('name="kept"')]).toEqual([true, false])
  const version = String(offer.version)
  expect((await company.post(path, { kept: '1', version })).status).toBe(409)
})
