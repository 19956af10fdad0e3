import { beforeAll, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import { makeNames } from '~/platform/geo/names.server'
import { makePlaces } from '~/platform/geo/places.server'
import { makeWhere } from '~/platform/geo/where.server'
import { makeReader } from '~/platform/search/reader.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { knownWords } from '~search/postgres/known-words'
import { testDatabase } from '../../../../tests/setup/database'
import { finderMap } from './finder-map.server'
import type { FinderNeeds } from './finder-needs.server'
import { finderPage } from './finder-page.server'
import { allOfferDocuments } from './offer-documents.server'

let needs: FinderNeeds

beforeAll(async () => {
  const { db, pool } = await testDatabase({ with: 'demo' })
  const { search, index } = makeEngine(pool)
  await index.rebuild(allOfferDocuments(db, new Date()))
  const names = makeNames(db, { now: () => new Date() })
  needs = {
    db,
    search,
    where: makeWhere({ db, names, places: makePlaces(db) }),
    readQuestion: makeReader(names, (words) => knownWords(pool, words)),
    clock: { now: () => new Date() },
  }
})

async function ask(query: string) {
  const answer = await finderPage(needs, ANONYMOUS, new URLSearchParams(query))
  if (answer.moveTo !== null) throw new Error(`moved to ${answer.moveTo}`)
  return answer.page
}

test.each([
  '',
  'q=robot',
  'place=Almelo&radius=10',
  'q=robot&place=7607&radius=40',
  'kind=excursion&level=vmbo-3',
  'q=excursie zeeland',
  'q=gratis robot groep 7',
  'q=lasrobot bij Eindhoven&radius=40',
  'place=regio Twente',
])('list and map show the same offers under the same numbers: %s', async (query) => {
  const page = await ask(query)
  const map = await finderMap(needs, ANONYMOUS, new URLSearchParams(query))
  expect(page.total).toBeGreaterThan(0)
  const onMap = new Map(map.points.map(({ id, rank }) => [id, rank]))
  for (const row of page.rows) expect(onMap.get(row.id)).toBe(row.onMap ? row.rank : undefined)
  expect(map.points.length).toBeLessThanOrEqual(page.total)
})

test('a place with a typing error is read as the place, in sight, and a word that offers have never is', async () => {
  const right = await ask('q=excursie Eindhoven')
  const wrong = await ask('q=excursie eindhofen')
  expect(wrong.read.map(({ kind, words }) => [kind, words])).toEqual([
    ['kind', ['excursie']],
    ['place', ['eindhofen']],
  ])
  expect(wrong.rows.map(({ id }) => id)).toEqual(right.rows.map(({ id }) => id))
  const back = await ask('q=excursie eindhofen&plain=eindhofen')
  expect(back.read.map(({ kind }) => kind)).toEqual(['kind'])
  // Words of the demo's offers.
  for (const text of ['batterijen', 'tegels', 'water', 'lasrobot'])
    expect((await ask(`q=${text}`)).read, text).toEqual([])
})

test('what a way out promises is what it finds', async () => {
  const { waysOut } = await ask('q=onvindbaarwoord&kind=event&place=Almelo&radius=5')
  for (const { state, count } of waysOut) expect(count, JSON.stringify(state)).toBeGreaterThan(0)
  const [way] = (await ask('q=onvindbaarwoord&kind=excursion')).waysOut
  expect(way?.state.kinds).toEqual(['excursion'])
  expect((await ask('kind=excursion')).total).toBe(way?.count)
})

test('a postcode that does not exist, and a name of several places', async () => {
  expect((await ask('place=1000')).problems.map(({ code }) => code)).toEqual(['place-unknown'])
  const { placeChoices } = await ask('place=Beek')
  expect(placeChoices.length).toBeGreaterThan(1)
  const [choice] = placeChoices
  expect((await ask(`place=${encodeURIComponent(choice?.ask ?? '')}`)).from?.kind).toBe('place')
})

test('what is read leaves only what fits, unless nothing does: then it does not count', async () => {
  const inZeeland = await ask('q=excursie zeeland')
  expect(inZeeland.total).toBeGreaterThan(3)
  expect(inZeeland.rows.every(({ kind, distanceKm }) => kind === 'excursion' && distanceKm === null)).toBe(
    true,
  )
  expect(inZeeland.counts.kind?.['guest-lesson']).toBeGreaterThan(0)
  const without = await ask('q=lasrobot zeeland')
  expect(without.read).toMatchObject([{ kind: 'place', words: ['zeeland'], dropped: true }])
  expect(without.total).toBe((await ask('q=lasrobot')).total)
  expect((await ask('q=excursie zeeland&plain=zeeland')).read).toMatchObject([{ kind: 'kind' }])
})
