import { beforeAll, expect, test } from 'vitest'
import { makeCapacityStore } from '~/features/capacity/store.server'
import type { OfferId } from '~/kernel/ids'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { offerDocuments } from './offer-documents.server'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

test('says when there are places: sessions by their day, a school year by its months, no limit as none', async () => {
  const { db } = database
  const { id: organisationId } = await makeOrganisation(db, { verification: 'verified' })
  const dated = await makeOffer(db, { organisationId })
  const yearly = await makeOffer(db, { organisationId })
  const free = await makeOffer(db, { organisationId })
  await db.capacitySlot.deleteMany({})
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const session = (on: string, taken = 0) => ({
    offerId: dated.id,
    startsOn: day(on),
    endsOn: day(on),
    places: 2,
    taken,
  })
  await db.capacitySlot.createMany({
    data: [session('2026-11-10'), session('2027-01-12', 2), session('2027-03-09', 1)],
  })
  await db.$transaction((tx) => makeCapacityStore(tx).setSchoolYear(yearly.id as OfferId, '2026-2027', 3))
  const ids = [dated.id, yearly.id, free.id]
  const at = async (now: string) =>
    new Map((await offerDocuments(db, { ids }, new Date(now))).map((document) => [document.id, document]))

  const autumn = await at('2026-10-01T10:00:00Z')
  expect(autumn.get(dated.id)).toMatchObject({ openPlaces: 3, openFrom: ['2026-11-10', '2027-03-09'] })
  expect(autumn.get(yearly.id)?.openFrom?.slice(0, 2)).toEqual(['2026-10-01', '2026-11-02'])
  expect(autumn.get(free.id)).toMatchObject({ openPlaces: null, openFrom: null })
  const winter = await at('2026-12-01T10:00:00Z')
  expect(winter.get(dated.id)).toMatchObject({ openPlaces: 1, openFrom: ['2027-03-09'] })
  // All its sessions are over: not the same as no limit.
  const nextYear = await at('2027-09-01T10:00:00Z')
  expect(nextYear.get(dated.id)).toMatchObject({ openPlaces: 0, openFrom: [] })
})
