import { beforeAll, expect, test } from 'vitest'
import { type Actor, ANONYMOUS } from '~/authorisation/actor'
import type { SearchPage } from '~search/port'
import type { SearchQuery } from '~search/query'
import { makeActor } from '../../../../tests/factories/actor'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { homePage } from './home-page.server'

let database: TestDatabase
const asked: SearchQuery[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const verified = await makeOrganisation(db, { lat: 52.3567, lng: 6.6625 })
  const neighbour = await makeOrganisation(db, { lat: 52.3571, lng: 6.6621 })
  const elsewhere = await makeOrganisation(db, { lat: 51.44, lng: 5.47 })
  const pending = await makeOrganisation(db, { verification: 'pending' })
  for (const organisationId of [verified.id, verified.id, neighbour.id, elsewhere.id, pending.id])
    await makeOffer(db, { organisationId })
  await makeOffer(db, { organisationId: verified.id, state: 'paused' })
  await makeOrganisation(db)
  await makeSchoolBranch(db, { closedOn: new Date('2026-01-01') })
})

function ask(actor: Actor = ANONYMOUS, answer: Partial<SearchPage> = {}) {
  asked.length = 0
  const search = {
    // why: which question is asked matters here; that the engines answer it is the contract's to test
    async search(query: SearchQuery): Promise<SearchPage> {
      asked.push(query)
      return { hits: [], total: 0, isAlmost: false, page: 1, pageSize: 4, facets: {}, ...answer }
    },
  }
  return homePage({ db: database.db, search }, actor)
}

test('counts what can be found now: no paused offer, no company that is not verified or has none, no closed school', async () => {
  const open = await database.db.schoolBranch.count({ where: { closedOn: null } })
  expect((await ask()).counts).toEqual({ offers: 4, organisations: 3, schools: open })
})

test('companies of one spot are one ring', async () => {
  const { companies } = await ask()
  expect(companies.map(({ offers }) => offers).sort()).toEqual([1, 3])
})

test('a visitor sees the newest of the country', async () => {
  expect(await ask()).toMatchObject({ isNearSchool: false, place: '' })
  expect(asked).toEqual([{ sort: 'newest', pageSize: 4 }])
})

test('a teacher finds the own place filled in, and the newest around it, else those of the country', async () => {
  const branch = await makeSchoolBranch(database.db, { postcode: '7607XB' })
  const page = await ask(makeActor({ schools: { [branch.id]: 'member' } }))
  expect(page).toMatchObject({ isNearSchool: false, place: '7607' })
  expect(asked.map(({ near }) => near?.radiusKm)).toEqual([40, undefined])
  expect(asked[0]?.filters?.locations).toEqual(['at-school', 'at-company'])
  expect(asked[0]?.near?.point).toMatchObject({ lat: branch.lat, lng: branch.lng })
})
