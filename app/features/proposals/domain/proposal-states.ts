/** The life of a proposal: one request before one company, for one offer. */
import type { StateTable } from '~/kernel/state-machine'

export const PROPOSAL_STATES = [
  'sent',
  'viewed',
  'considering',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'passed',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** `view`, `consider`, `accept`, `decline`, `pass` are the company's; `withdraw` the school's; `expire` the clock's. */
export type ProposalMove = 'view' | 'consider' | 'accept' | 'decline' | 'pass' | 'withdraw' | 'expire'

const ANSWERS = {
  accept: 'accepted',
  decline: 'declined',
  pass: 'passed',
  withdraw: 'withdrawn',
  expire: 'expired',
} as const

export const PROPOSAL_TABLE: StateTable<ProposalState, ProposalMove> = {
  sent: { view: 'viewed', consider: 'considering', ...ANSWERS },
  // Looking twice changes nothing and is no mistake.
  viewed: { view: 'viewed', consider: 'considering', ...ANSWERS },
  considering: { view: 'considering', consider: 'considering', ...ANSWERS },
  accepted: {},
  declined: {},
  withdrawn: {},
  expired: {},
  passed: {},
}

/** @returns whether the company can still answer. */
export function isOpenProposal(state: ProposalState): boolean {
  return state === 'sent' || state === 'viewed' || state === 'considering'
}
