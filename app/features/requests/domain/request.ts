/** A request with its groups: what the use cases decide on. */
import type { BranchId, RegionId } from '~/kernel/ids'
import type { GroupId, RequestId } from './ids'
import type { RequestNeed } from './need'
import type { GroupStanding, RequestState } from './request-state'

export const WAITING_REASONS = ['no-candidate', 'all-full', 'declined', 'unanswered', 'asked'] as const
export type WaitingReason = (typeof WAITING_REASONS)[number]

export type Group = {
  readonly id: GroupId
  /** From 1. */
  readonly number: number
  readonly standing: GroupStanding
  /** The place that it has or that is kept for it. */
  readonly claimId: string | null
}

export type SupportRequest = {
  readonly id: RequestId
  readonly branchId: BranchId
  /** Regions that the branch lies in today. */
  readonly regionIds: readonly RegionId[]
  readonly state: RequestState
  readonly need: RequestNeed
  /** That take part in the project that it asks for; `null`: each class is a group of its own. */
  readonly classes: number | null
  /** Not dropped ones, by number. */
  readonly groups: readonly Group[]
  /** Of the school: what companies offer by themselves does not make anybody stop looking. */
  readonly openProposals: number
  readonly waitingSince: Date | null
  readonly waitingReason: WaitingReason | null
  readonly version: number
}

/** @returns groups that nobody has a place for. */
export function groupsWithoutPlace(request: Pick<SupportRequest, 'groups'>): readonly Group[] {
  return request.groups.filter((group) => group.standing === 'none')
}
