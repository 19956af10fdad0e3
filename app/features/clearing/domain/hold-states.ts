/** The life of a hold: a place kept for a group until its school answers. */
import type { StateTable } from '~/kernel/state-machine'

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

/** School days that a school has to answer, holidays of its region not counted. */
export const HOLD_SCHOOL_DAYS = 5
