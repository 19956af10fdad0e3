/** The life of a hold: a place kept for a group until its school answers. */
import type { StateTable } from '~/kernel/state-machine'
import type { DeclineReason } from '../../proposals/domain/proposal'

export const HOLD_STATES = ['offered', 'accepted', 'refused', 'expired', 'withdrawn', 'declined'] as const
export type HoldState = (typeof HOLD_STATES)[number]
/**
 * `accept`, `refuse` are the school's; `decline` the company's; `expire` the clock's; `withdraw` the coordinator's or
 * follows the request.
 */
export type HoldMove = 'accept' | 'refuse' | 'expire' | 'withdraw' | 'decline'

export const HOLD_TABLE: StateTable<HoldState, HoldMove> = {
  offered: {
    ...{ accept: 'accepted', refuse: 'refused', expire: 'expired', withdraw: 'withdrawn' },
    decline: 'declined',
  },
  accepted: {},
  refused: {},
  expired: {},
  withdrawn: {},
  declined: {},
}

/** Why a company does not give a place that is kept at it: as it answers a request. */
export const HOLD_DECLINE_REASONS = [
  ...(['no-time', 'too-far', 'group-too-big', 'other-level'] as const),
  ...(['other-topic', 'period-full', 'stopped', 'other'] as const),
] as const satisfies readonly DeclineReason[]
export type HoldDeclineReason = (typeof HOLD_DECLINE_REASONS)[number]

/** School days that a school has to answer, holidays of its region not counted. */
export const HOLD_SCHOOL_DAYS = 5
