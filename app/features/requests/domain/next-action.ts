/** What a school has to do with a request now, the most pressing first. */
import type { RequestState } from './request-state'

export const NEXT_ACTIONS = ['answer-hold', 'pick-date', 'choose', 'await', 'wait', 'visit', 'none'] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

export type ActionFacts = {
  readonly state: RequestState
  /** Places that are kept until the school answers. */
  readonly heldGroups: number
  /** Bookings whose day is still to be agreed. */
  readonly datesToAgree: number
  readonly openProposals: number
}

export function nextAction({ state, heldGroups, datesToAgree, openProposals }: ActionFacts): NextAction {
  if (heldGroups > 0) return 'answer-hold'
  if (datesToAgree > 0) return 'pick-date'
  if (state === 'open' || state === 'draft') return 'choose'
  if (state === 'proposed') return openProposals > 0 ? 'await' : 'choose'
  if (state === 'waiting') return 'wait'
  return state === 'booked' ? 'visit' : 'none'
}

/** @returns whether the school is the one to move. */
export function needsSchool(action: NextAction): boolean {
  return action === 'answer-hold' || action === 'pick-date' || action === 'choose'
}
