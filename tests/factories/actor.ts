import { randomUUID } from 'node:crypto'
import type { MembershipRole, OrganisationRole, SignedInActor } from '~/authorisation/actor'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'

/** @returns who acts, for a use case that is called without a request: verified, and of nothing unless told. */
export function makeActor(
  facts: {
    readonly userId?: string
    readonly emailVerified?: boolean
    readonly organisations?: Readonly<Record<string, OrganisationRole>>
    readonly schools?: Readonly<Record<string, MembershipRole>>
    readonly regions?: readonly string[]
    readonly isAdministrator?: boolean
  } = {},
): SignedInActor {
  return {
    kind: 'user',
    userId: (facts.userId ?? randomUUID()) as UserId,
    emailVerified: facts.emailVerified ?? true,
    organisations: new Map(Object.entries(facts.organisations ?? {}) as [OrganisationId, OrganisationRole][]),
    schools: new Map(Object.entries(facts.schools ?? {}) as [BranchId, MembershipRole][]),
    regions: new Set((facts.regions ?? []) as RegionId[]),
    isAdministrator: facts.isAdministrator ?? false,
  }
}
