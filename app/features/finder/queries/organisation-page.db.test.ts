import { beforeAll, expect, test } from 'vitest'
import { type Actor, ANONYMOUS } from '~/authorisation/actor'
import { offerSlug } from '~/features/finder/domain/offer-address'
import { OFFERS_MAX } from '~/features/finder/domain/organisation-page'
import { makeActor } from '../../../../tests/factories/actor'
import { makeOffer } from '../../../../tests/factories/offer'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { makeProposal } from '../../../../tests/factories/proposal'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { organisationPage } from './organisation-page.server'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

const ask = (slug: string, actor: Actor = ANONYMOUS) =>
  organisationPage(
    { db: database.db, clock: { now: () => new Date('2026-11-24T09:00:00Z') } },
    actor,
    slug,
    'nl',
  )

test('shows what the company offers now, the newest first', async () => {
  const company = await makeOrganisation(database.db)
  const make = (facts: Parameters<typeof makeOffer>[1]) =>
    makeOffer(database.db, { organisationId: company.id, ...facts })
  const old = await make({ publishedAt: new Date('2026-01-01') })
  const fresh = await make({ publishedAt: new Date('2026-10-01'), location: 'online' })
  for (const state of ['draft', 'paused', 'archived'] as const) await make({ state })
  const page = await ask(company.slug)
  expect(page.offers.map(({ slug }) => slug)).toEqual([
    offerSlug(fresh.slug, fresh.id),
    offerSlug(old.slug, old.id),
  ])
  expect(page).toMatchObject({ offerCount: 2, mayEdit: false, ownSchool: null })
})

test('says how it answered in a year and when it last confirmed an offer', async () => {
  const { db } = database
  const company = await makeOrganisation(db)
  const offer = await makeOffer(db, {
    organisationId: company.id,
    lastConfirmedAt: new Date('2026-11-02T10:00:00Z'),
  })
  const branch = await makeSchoolBranch(db)
  const sentAt = new Date('2026-11-03T09:00:00Z')
  const answeredAt = new Date('2026-11-06T09:00:00Z')
  for (const state of ['accepted', 'accepted', 'accepted', 'declined', 'expired'] as const) {
    const { id } = await makeProposal(db, { branchId: branch.id, offerId: offer.id })
    const declined = state === 'declined' ? { declineReason: 'other' as const } : {}
    const answer = state === 'expired' ? {} : { answeredAt }
    await db.proposal.update({ where: { id }, data: { state, sentAt, ...answer, ...declined } })
  }
  expect(await ask(company.slug)).toMatchObject({
    answers: { percent: 80, medianDays: 3 },
    lastConfirmedOn: '2026-11-02',
  })
})

test('measures from the reader’s school, but not to what is online', async () => {
  const company = await makeOrganisation(database.db, { lat: 52.5168, lng: 6.083 })
  const branch = await makeSchoolBranch(database.db)
  await makeOffer(database.db, { organisationId: company.id, publishedAt: new Date('2026-02-01') })
  await makeOffer(database.db, {
    organisationId: company.id,
    publishedAt: new Date('2026-01-01'),
    location: 'download',
  })
  const page = await ask(company.slug, makeActor({ schools: { [branch.id]: 'lead' } }))
  expect(page.ownSchool).toMatchObject({ schoolName: branch.name })
  expect(page.offers.map(({ distanceKm }) => distanceKm && Math.round(distanceKm))).toEqual([43, null])
})

test('a company that is not verified is seen by its own people only', async () => {
  for (const verification of ['pending', 'refused'] as const) {
    const company = await makeOrganisation(database.db, {
      verification,
      refusalReason: verification === 'refused' ? 'Geen techniek.' : null,
    })
    for (const actor of [ANONYMOUS, makeActor({ organisations: { [crypto.randomUUID()]: 'owner' } })])
      await expect(ask(company.slug, actor)).rejects.toMatchObject({ code: 'organisation.not-found' })
    const own = makeActor({ organisations: { [company.id]: 'editor' } })
    expect(await ask(company.slug, own)).toMatchObject({ verification, mayEdit: false })
  }
  await expect(ask('bestaat-niet')).rejects.toMatchObject({ code: 'organisation.not-found' })
})

test('shows so many and counts them all', async () => {
  const company = await makeOrganisation(database.db)
  for (let i = 0; i < OFFERS_MAX + 2; i++) await makeOffer(database.db, { organisationId: company.id })
  const page = await ask(company.slug)
  expect(page.offers).toHaveLength(OFFERS_MAX)
  expect(page.offerCount).toBe(OFFERS_MAX + 2)
})
