/** The state of a request, derived from its groups: nobody sets it, everything that changes a group derives it anew. */

export const REQUEST_STATES = [
  'draft',
  'open',
  'proposed',
  'waiting',
  'booked',
  'done',
  'withdrawn',
  'expired',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What a group has: nothing, a hold that waits for its answer, a booking to come, or a lesson that was. */
export type GroupStanding = 'none' | 'held' | 'booked' | 'done'

export type RequestFacts = {
  /** What the school or the clock decided for the whole request; `open` while it runs. */
  readonly decided: 'draft' | 'open' | 'withdrawn' | 'expired'
  /** One per group, never empty once the request is open. */
  readonly groups: readonly GroupStanding[]
  /** Proposals that a company can still answer. */
  readonly openProposals: number
  /** The rest of the groups stands on the waiting list. */
  readonly isWaiting: boolean
}

/** @returns the state. Booked when every group has its place, otherwise what the rest is doing. */
export function requestState(facts: RequestFacts): RequestState {
  if (facts.decided !== 'open') return facts.decided
  if (facts.groups.length > 0 && facts.groups.every((group) => group === 'done')) return 'done'
  if (facts.groups.length > 0 && facts.groups.every((group) => group === 'done' || group === 'booked')) {
    return 'booked'
  }
  if (facts.isWaiting) return 'waiting'
  if (facts.openProposals > 0 || facts.groups.includes('held')) return 'proposed'
  return 'open'
}

/** @returns how many groups have a place that is theirs ("2 of 3 groups have a place"). */
export function groupsWithPlace(groups: readonly GroupStanding[]): number {
  return groups.filter((group) => group === 'booked' || group === 'done').length
}

/** @returns whether the request can still be changed or withdrawn by its school. */
export function isRunning(state: RequestState): boolean {
  return (
    state === 'draft' || state === 'open' || state === 'proposed' || state === 'waiting' || state === 'booked'
  )
}
