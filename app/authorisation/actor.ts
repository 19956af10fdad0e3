import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'

/** Who acts. Made once per request by `platform/auth` from the session; use cases receive it. */
export type MembershipRole = 'lead' | 'member'

export type SignedInActor = {
  readonly kind: 'user'
  readonly userId: UserId
  readonly emailVerified: boolean
  readonly schools: ReadonlyMap<BranchId, MembershipRole>
  readonly organisations: ReadonlyMap<OrganisationId, MembershipRole>
  /** Regions that the user coordinates. */
  readonly regions: ReadonlySet<RegionId>
  readonly isAdministrator: boolean
}

export type Actor = { readonly kind: 'anonymous' } | { readonly kind: 'system' } | SignedInActor

export const ANONYMOUS: Actor = { kind: 'anonymous' }
/** The program itself: worker, importer, seed. */
export const SYSTEM: Actor = { kind: 'system' }
