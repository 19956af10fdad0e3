import type { OrganisationRole } from '~/authorisation/actor'
import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { nextNumber } from './sequence'

type UserFacts = Partial<Prisma.UserUncheckedCreateInput>

/** @returns a user with a verified address and no password: tests sign in by a session of their own. */
export async function makeUser(db: Db, facts: UserFacts = {}) {
  const number = nextNumber()
  return db.user.create({
    data: {
      email: `person-${number}@schakel.example`,
      name: `Person ${number}`,
      emailVerifiedAt: new Date('2026-09-01T08:00:00Z'),
      ...facts,
    },
  })
}

/** @returns a user who belongs to the organisation; its lead unless told. */
export async function makeMember(
  db: Db,
  organisationId: string,
  role: OrganisationRole = 'owner',
  facts: UserFacts = {},
) {
  return makeUser(db, { ...facts, memberships: { create: { organisationId, role } } })
}

/** @returns a user of the branch; its lead unless told. */
export async function makeTeacher(
  db: Db,
  branchId: string,
  role: 'lead' | 'member' = 'lead',
  facts: UserFacts = {},
) {
  return makeUser(db, { ...facts, schoolMemberships: { create: { branchId, role } } })
}

/** @returns a coordinator of the regions. */
export async function makeCoordinator(db: Db, ...regionIds: readonly string[]) {
  return makeUser(db, { coordinatorRegions: { create: regionIds.map((regionId) => ({ regionId })) } })
}
