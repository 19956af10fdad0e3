import { beforeAll, expect, test } from 'vitest'
import { makeEngine } from '~/platform/search/search-engine.server'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { allOfferDocuments } from '../queries/offer-documents.server'
import { checkIndex } from './check-index.server'

let database: TestDatabase
const NOW = new Date('2026-10-01T10:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
})

test('what the index missed, kept too long or has in an older state is repaired', async () => {
  const { db, pool } = database
  const needs = { db, ...makeEngine(pool), clock: { now: () => NOW } }
  const { id: organisationId } = await makeOrganisation(db, { verification: 'verified' })
  const changed = await makeOffer(db, { organisationId, title: 'Lasrobot' })
  const ended = await makeOffer(db, { organisationId, title: 'Windmolen' })
  await needs.index.rebuild(allOfferDocuments(db, NOW))
  expect(await checkIndex(needs, 0)).toEqual({ offers: 2, documents: 2, sampled: 2, rebuilt: false })

  // Written past every event.
  await db.offer.update({
    where: { id: changed.id },
    data: { title: 'Zonnepaneel', version: { increment: 1 } },
  })
  await db.offer.update({ where: { id: ended.id }, data: { state: 'archived' } })
  await checkIndex(needs, 0)
  const { hits } = await needs.search.search({})
  expect(hits.map(({ document }) => document.title)).toEqual(['Zonnepaneel'])

  // More are missing than a sample finds.
  await pool.query('DELETE FROM search_document')
  await pool.query('UPDATE search_generation SET documents = 7')
  expect(await checkIndex(needs, 0)).toMatchObject({ offers: 1, documents: 8, rebuilt: true })
  expect(await needs.search.health()).toMatchObject({ documents: 1 })
})
