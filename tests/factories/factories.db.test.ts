import { expect, test } from 'vitest'
import { testDatabase } from '../setup/database'
import { makeOffer } from './offer'
import { makeOrganisation } from './organisation'
import { makeRegion } from './region'
import { makeSchoolBranch } from './school-branch'
import { makeCoordinator, makeMember, makeTeacher } from './user'

test('what the factories make is accepted by every constraint, as often as asked', async () => {
  const { db } = await testDatabase()
  const organisation = await makeOrganisation(db)
  const [first, second, draft] = [
    await makeOffer(db, { organisationId: organisation.id }),
    await makeOffer(db),
    await makeOffer(db, { state: 'draft', topicIds: [] }),
  ]
  expect(new Set([first.slug, second.slug, draft.slug]).size).toBe(3)
  expect(first.organisationId).toBe(organisation.id)
  expect(second.organisationId).not.toBe(organisation.id)
  expect(draft.publishedAt).toBeNull()
})

test('people belong to what they are made for', async () => {
  const { db } = await testDatabase()
  const organisation = await makeOrganisation(db)
  const branch = await makeSchoolBranch(db)
  const region = await makeRegion(db)
  await makeMember(db, organisation.id)
  await makeTeacher(db, branch.id, 'member')
  await makeCoordinator(db, region.id)
  expect(await db.organisationMembership.findMany({ select: { role: true } })).toEqual([{ role: 'owner' }])
  expect(await db.schoolMembership.findMany({ select: { role: true } })).toEqual([{ role: 'member' }])
  expect(await db.coordinatorRegion.findMany({ select: { regionId: true } })).toEqual([{ regionId: 'AM09' }])
})
