/** What a school has to do with a request now, the most pressing first. */
import type { RequestState } from './request-state'

export const NEXT_ACTIONS = [
  'answer-hold',
  'pick-date',
  'answer-offered',
  'choose',
  'await',
  'wait',
  'visit',
  'none',
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

export type ActionFacts = {
  readonly state: RequestState
  /** Places that are kept until the school answers. */
  readonly heldGroups: number
  /** Bookings whose day is still to be agreed. */
  readonly datesToAgree: number
  readonly openProposals: number
  /** What companies offer by themselves and nobody has answered. */
  readonly offered: number
}

export function nextAction({
  state,
  heldGroups,
  datesToAgree,
  openProposals,
  offered,
}: ActionFacts): NextAction {
  if (heldGroups > 0) return 'answer-hold'
  if (datesToAgree > 0) return 'pick-date'
  if (offered > 0) return 'answer-offered'
  if (state === 'open' || state === 'draft') return 'choose'
  if (state === 'proposed') return openProposals > 0 ? 'await' : 'choose'
  if (state === 'waiting') return 'wait'
  return state === 'booked' ? 'visit' : 'none'
}

/** @returns whether the school is the one to move. */
export function needsSchool(action: NextAction): boolean {
  return (
    action === 'answer-hold' || action === 'pick-date' || action === 'answer-offered' || action === 'choose'
  )
}
