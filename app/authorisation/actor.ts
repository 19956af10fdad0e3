import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'

/** Who acts. Made once per request by `platform/auth` from the session; use cases receive it. */
export type MembershipRole = 'lead' | 'member'

/**
 * At an organisation. `owner`: everything, its people and itself included; `editor`: offers, calendar, answers, loads;
 * `viewer`: reads.
 */
export const ORGANISATION_ROLES = ['owner', 'editor', 'viewer'] as const
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

export type SignedInActor = {
  readonly kind: 'user'
  readonly userId: UserId
  readonly emailVerified: boolean
  readonly schools: ReadonlyMap<BranchId, MembershipRole>
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationRole>
  /** Companies for which the actor may load, each by the partner that it granted this to; absent: none. */
  readonly loadsFor?: ReadonlyMap<OrganisationId, OrganisationId>
  /** Regions that the user coordinates. */
  readonly regions: ReadonlySet<RegionId>
  readonly isAdministrator: boolean
  /** The administrator who looks through this user's eyes; absent: it is the user. */
  readonly impersonatedBy?: UserId
}

export type Actor = { readonly kind: 'anonymous' } | { readonly kind: 'system' } | SignedInActor

export const ANONYMOUS: Actor = { kind: 'anonymous' }
/** The program itself: worker, importer, seed. */
export const SYSTEM: Actor = { kind: 'system' }
