/** The life of a clearing round. A preview can be made as often as one likes; publishing gives out holds, once. */
import type { StateTable } from '~/kernel/state-machine'

export const ROUND_STATES = ['preview', 'published', 'closed', 'discarded'] as const
export type RoundState = (typeof ROUND_STATES)[number]
export type RoundMove = 'publish' | 'discard' | 'close'

export const ROUND_TABLE: StateTable<RoundState, RoundMove> = {
  preview: { publish: 'published', discard: 'discarded' },
  published: { close: 'closed' },
  closed: {},
  discarded: {},
}
