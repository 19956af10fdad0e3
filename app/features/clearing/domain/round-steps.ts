/** What was done to a round, one step after the other: kept, so that everybody sees who decided what. */
import { CHOICE_MOVES } from './change-choices'
import type { RoundSettings } from './round-settings'

export const ROUND_STEPS = [
  'made',
  ...CHOICE_MOVES,
  'settings',
  'close-offer',
  'open-offer',
  'again',
  'stale',
  'published',
  'discarded',
] as const
export type RoundStepKind = (typeof ROUND_STEPS)[number]

export type NewRoundStep = {
  readonly what: RoundStepKind
  /** What it was about. */
  readonly details: {
    readonly groupIds?: readonly string[]
    readonly offerId?: string
    readonly settings?: RoundSettings
  }
  /** `null`: the program. */
  readonly byId: string | null
  /** Whole milliseconds; `null` where nothing was solved. */
  readonly solveMs: number | null
}
