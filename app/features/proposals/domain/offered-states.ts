/** The life of what a company offers to a request by itself: the school answers, and only the company takes it back. */
import type { StateTable } from '~/kernel/state-machine'
import type { ProposalState } from './proposal-states'

/** `accept` and `decline` are the school's; `withdraw` the company's, or of a place found elsewhere; `expire` the clock's. */
export type OfferedMove = 'accept' | 'decline' | 'withdraw' | 'expire'

/** Whether a school has seen it is not told, and it has nobody to pass it on to: those states are never reached. */
export const OFFERED_TABLE: StateTable<ProposalState, OfferedMove> = {
  sent: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', expire: 'expired' },
  viewed: {},
  considering: {},
  accepted: {},
  declined: {},
  withdrawn: {},
  expired: {},
  passed: {},
}
