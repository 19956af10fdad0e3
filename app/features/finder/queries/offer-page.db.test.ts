import { beforeAll, expect, test } from 'vitest'
import { type Actor, ANONYMOUS } from '~/authorisation/actor'
import { offerSlug } from '~/features/finder/domain/offer-address'
import type { SearchPage } from '~search/port'
import type { SearchQuery } from '~search/query'
import { sampleDocument } from '~search/sample-document'
import { makeActor } from '../../../../tests/factories/actor'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { makeRegion } from '../../../../tests/factories/region'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { offerPage } from './offer-page.server'

const NOW = new Date('2026-11-24T09:00:00Z')
let database: TestDatabase
const asked: SearchQuery[] = []
let found: SearchPage['hits'] = []

beforeAll(async () => {
  database = await testDatabase()
  await database.db.topic.createMany({
    data: [
      { id: 'robotica', nl: 'Robotica', en: 'Robotics', position: 1 },
      { id: 'robotica.robots', parentId: 'robotica', nl: 'Robots', position: 2 },
    ],
  })
  await database.db.vocabularyTerm.createMany({
    data: [
      { vocabulary: 'subject', id: 'techniek', nl: 'Techniek', en: 'Technology', position: 2 },
      { vocabulary: 'subject', id: 'lob', nl: 'LOB', position: 1 },
      { vocabulary: 'network', id: 'technet', nl: 'TechNet', position: 1 },
    ],
  })
  await database.db.curriculumGoal.create({
    data: {
      id: 'vo-33',
      sector: 'vo-onderbouw',
      code: 'VO Kerndoel 33',
      label: 'Techniek',
      text: 'De leerling leert …',
      technical: true,
      validFrom: new Date('2006-08-01'),
    },
  })
})

function ask(slug: string, actor: Actor = ANONYMOUS, locale = 'nl') {
  asked.length = 0
  const search = {
    // why: which question is asked matters here; that the engines answer it is the contract's to test
    async search(query: SearchQuery) {
      asked.push(query)
      return { hits: found, total: found.length, isAlmost: false, page: 1, pageSize: 4, facets: {} }
    },
  }
  return offerPage(
    { db: database.db, search, clock: { now: () => NOW }, scanFile: null },
    actor,
    slug,
    locale,
  )
}

async function shown(...args: Parameters<typeof ask>) {
  const answer = await ask(...args)
  if (answer.moveTo !== null || answer.page.kind !== 'offer') throw new Error(JSON.stringify(answer))
  return answer.page
}

const slugOf = (offer: { slug: string; id: string }) => offerSlug(offer.slug, offer.id)

test('shows words in the language of the reader, Dutch where there is no other', async () => {
  const offer = await makeOffer(database.db, {
    topicIds: ['robotica.robots', 'robotica'],
    subjectIds: ['techniek', 'lob', 'gone'],
    networkIds: ['technet'],
    curriculumGoalIds: ['vo-33'],
  })
  const page = await shown(slugOf(offer), ANONYMOUS, 'en')
  expect(page.topics.map(({ label }) => label)).toEqual(['Robots', 'Robotics'])
  expect(page.subjects.map(({ label }) => label)).toEqual(['LOB', 'Technology'])
  expect(page.networks).toEqual([{ id: 'technet', label: 'TechNet' }])
  expect(page.goals).toMatchObject([{ code: 'VO Kerndoel 33', text: 'De leerling leert …' }])
  expect((await shown(slugOf(offer))).topics.map(({ label }) => label)).toEqual(['Robots', 'Robotica'])
})

test('an address with other words leads to the one that is right; one without an id to nothing', async () => {
  const offer = await makeOffer(database.db)
  expect(await ask(offerSlug('oude-titel', offer.id))).toEqual({ moveTo: slugOf(offer) })
  for (const slug of ['lasrobots', 'x-00000000', `${offer.slug}-zzzzzzzz`, "x-1234567'"])
    await expect(ask(slug)).rejects.toMatchObject({ kind: 'not-found', code: 'offer.not-found' })
})

test('counts the class-places of this school year and the next', async () => {
  const offer = await makeOffer(database.db, {
    slots: {
      create: [
        { startsOn: new Date('2025-08-01'), endsOn: new Date('2026-07-31'), places: 9 },
        { startsOn: new Date('2026-08-01'), endsOn: new Date('2027-07-31'), places: 4 },
        { startsOn: new Date('2027-08-01'), endsOn: new Date('2028-07-31'), places: 6 },
      ],
    },
  })
  expect((await shown(slugOf(offer))).places).toEqual([
    { schoolYear: '2026-2027', open: 4, places: 4 },
    { schoolYear: '2027-2028', open: 6, places: 6 },
  ])
  expect((await shown(slugOf(await makeOffer(database.db)))).places).toEqual([])
})

test('a draft, and whatever a company has before it is verified, is seen by its own people only', async () => {
  const pending = await makeOrganisation(database.db, { verification: 'pending' })
  const offers = [
    await makeOffer(database.db, { state: 'draft' }),
    await makeOffer(database.db, { organisationId: pending.id }),
  ]
  for (const offer of offers) {
    const stranger = makeActor({ organisations: { [crypto.randomUUID()]: 'owner' } })
    for (const actor of [ANONYMOUS, stranger, makeActor({ isAdministrator: true })])
      await expect(ask(slugOf(offer), actor)).rejects.toMatchObject({ code: 'offer.not-found' })
    const own = makeActor({ organisations: { [offer.organisationId]: 'editor' } })
    expect(await shown(slugOf(offer), own)).toMatchObject({ state: offer.state, mayEdit: true })
  }
})

test('what was there and is not now says so, with what is like it; its own people see it as it is', async () => {
  for (const state of ['paused', 'archived'] as const) {
    const offer = await makeOffer(database.db, { state })
    expect(await ask(slugOf(offer))).toMatchObject({ moveTo: null, page: { kind: 'away', reason: state } })
    expect(asked.map((query) => query.filters?.topicIds)).toEqual([['robotica']])
    const own = makeActor({ organisations: { [offer.organisationId]: 'owner' } })
    expect((await shown(slugOf(offer), own)).state).toBe(state)
  }
})

test('who to reach is told to people of schools and to the company itself, and hidden from everybody else', async () => {
  const offer = await makeOffer(database.db, { contactName: 'A. Lasser', contactEmail: 'las@metaal.example' })
  const branch = await makeSchoolBranch(database.db)
  const contact = { name: 'A. Lasser', email: 'las@metaal.example' }
  const other = makeActor({ organisations: { [crypto.randomUUID()]: 'owner' } })
  for (const actor of [ANONYMOUS, other]) {
    const page = await shown(slugOf(offer), actor)
    expect(page.contact).toBe('hidden')
    expect(JSON.stringify(page)).not.toMatch(/Lasser|las@/)
  }
  expect((await shown(slugOf(offer), makeActor({ schools: { [branch.id]: 'member' } }))).contact).toEqual(
    contact,
  )
  const own = makeActor({ organisations: { [offer.organisationId]: 'owner' } })
  expect((await shown(slugOf(offer), own)).contact).toEqual(contact)
  expect((await shown(slugOf(await makeOffer(database.db)))).contact).toBeNull()
})

test('says of the reader’s school how far it is and whether the company comes there', async () => {
  const branch = await makeSchoolBranch(database.db)
  const teacher = makeActor({ schools: { [branch.id]: 'lead' } })
  const zwolle = { lat: 52.5168, lng: 6.083 }
  const comes = async (facts: Parameters<typeof makeOffer>[1]) =>
    (await shown(slugOf(await makeOffer(database.db, { ...zwolle, ...facts })), teacher)).ownSchool
  expect(await comes({ travelRadiusKm: 60 })).toMatchObject({ schoolName: branch.name, comes: 'yes' })
  expect((await comes({ travelRadiusKm: 60 }))?.distanceKm).toBeCloseTo(43, 0)
  expect(await comes({ travelRadiusKm: 20 })).toMatchObject({ comes: 'too-far' })
  expect(await comes({ travelRadiusKm: null })).toMatchObject({ comes: 'yes' })
  expect(await comes({ location: 'at_company' })).toMatchObject({ comes: null })
  expect(await comes({ location: 'online' })).toBeNull()

  const twente = await makeRegion(database.db)
  const elsewhere = await makeRegion(database.db, { id: 'AM10', municipalityCodes: ['GM0193'] })
  const limitedTo = (...serviceRegionIds: string[]) => comes({ travelRadiusKm: null, serviceRegionIds })
  expect(await limitedTo(elsewhere.id)).toMatchObject({ comes: 'other-region' })
  expect(await limitedTo(elsewhere.id, twente.id)).toMatchObject({ comes: 'yes' })
})

test('looks for the like of it on its topic, then around that, from the reader’s school', async () => {
  const branch = await makeSchoolBranch(database.db)
  const offer = await makeOffer(database.db, { topicIds: ['robotica.robots'], lat: 51.5, lng: 5.5 })
  await shown(slugOf(offer), makeActor({ schools: { [branch.id]: 'lead' } }))
  expect(asked.map((query) => query.filters?.topicIds)).toEqual([['robotica.robots'], ['robotica']])
  expect(asked[0]?.near?.point).toEqual({ lat: branch.lat, lng: branch.lng })
  await shown(slugOf(offer))
  expect(asked[0]?.near?.point).toEqual({ lat: 51.5, lng: 5.5 })
})

test('shows of each other company one before the own one and before a second, for the same classes first', async () => {
  const offer = await makeOffer(database.db, { levels: [{ level: 'vmbo', years: [3] }] })
  const hit = (n: number, organisationId: string, level: 'vmbo' | 'po') => ({
    document: sampleDocument(n, { organisationId, levels: [{ level, years: [3] }] }),
    distanceKm: null,
    title: [],
    summary: [],
  })
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
  found = [
    hit(1, offer.organisationId, 'vmbo'),
    hit(2, a, 'po'),
    hit(3, a, 'vmbo'),
    hit(4, a, 'vmbo'),
    hit(5, b, 'po'),
  ]
  const { similar } = await shown(slugOf(offer))
  found = []
  expect(similar.map(({ slug }) => slug)).toEqual(['offer-3', 'offer-5', 'offer-1'])
})
