/** A place kept for a group until its school answers. */
import type { CalendarDate } from '~/kernel/calendar'
import type { BranchId, OfferId, OrganisationId } from '~/kernel/ids'
import type { HoldState } from './hold-states'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }
export type HoldId = Id<'HoldId'>
export type RoundId = Id<'RoundId'>

export type Hold = {
  readonly id: HoldId
  readonly claimId: string
  /** `null`: given from the waiting list, outside a round. */
  readonly roundId: RoundId | null
  readonly groupId: string
  readonly requestId: string
  readonly branchId: BranchId
  readonly offerId: OfferId
  readonly organisationId: OrganisationId
  readonly state: HoldState
  /** Last day to answer. */
  readonly expiresOn: CalendarDate
  /** When the session is whose place it shares: that is agreed with it. `null`: a place to itself. */
  readonly sharedAt: { readonly date: CalendarDate; readonly startTime: string | null } | null
  readonly isDemo: boolean
}
