/**
 * What a coordinator sets for a round before it is solved. All of it is kept with the input, so a replay needs nothing else.
 * The order of the objective is not a setting: the most groups first, always.
 */
import type { Span } from '~/kernel/calendar'
import { MAX_WEEKS } from './priority'

/** Weeks that count as one step of waiting: 1 each week, 13 a quarter, 0 waiting does not count. */
export const WAITING_STEPS = [1, 4, 13, 0] as const
/** Weeks of head start for a school that was never helped. */
export const HEAD_STARTS = [0, 13, 26, 52] as const

/** Weeks within which a place begins that is given now; 0: all are given at once. */
export const GIVE_WITHIN = [0, 2, 3, 4, 6] as const

export type RoundSettings = {
  /** Only places that have a day in it; `null`: any. */
  readonly period: Span | null
  readonly waitingStep: (typeof WAITING_STEPS)[number]
  readonly headStart: (typeof HEAD_STARTS)[number]
  /** After the number of groups, the regions share alike in who waits. */
  readonly balance: boolean
  /** In these regions a larger class goes before one that waits longer. */
  readonly pupilsFirst: readonly string[]
  /** Offers that this round does not give, whoever asks. */
  readonly closedOffers: readonly string[]
  /** It plans with all places and gives those that begin within so many weeks; left out: all. */
  readonly giveWithin?: (typeof GIVE_WITHIN)[number]
}

export const USUAL_SETTINGS: RoundSettings = {
  period: null,
  waitingStep: 1,
  headStart: 13,
  balance: false,
  pupilsFirst: [],
  closedOffers: [],
}

export function isBackwards({ period }: Pick<RoundSettings, 'period'>): boolean {
  return period !== null && period.until < period.from
}

export type Claim = {
  readonly waitingWeeks: number
  readonly neverHelped: boolean
  readonly pupils: number
  /** Of the round's regions the first in which the school lies. */
  readonly regionId: string | null
}

/** @returns an integer 0–572; higher goes first. */
function weightOf(claim: Claim, { waitingStep, headStart }: RoundSettings): number {
  const weeks = Math.min(MAX_WEEKS, claim.waitingWeeks) + (claim.neverHelped ? headStart : 0)
  // Without waiting the head start is all that tells two groups apart.
  if (waitingStep === 0) return claim.neverHelped ? headStart : 0
  return Math.floor(weeks / waitingStep)
}

/**
 * Where pupils go first, a region gives the priorities that its own groups have to its largest groups instead: so a switch
 * of one region takes nothing from another.
 * @returns per claim, in their order, its priority: an integer 0–572. O(n log n).
 */
export function prioritiesOf(claims: readonly Claim[], settings: RoundSettings): readonly number[] {
  const priorities = claims.map((claim) => weightOf(claim, settings))
  for (const region of settings.pupilsFirst) {
    const own = claims.flatMap((claim, i) => (claim.regionId === region ? [i] : []))
    const of = (i: number) => priorities[i] as number
    const handed = own.map(of).sort((a, b) => b - a)
    const pupils = (i: number) => claims[i]?.pupils ?? 0
    const bySize = [...own].sort((a, b) => pupils(b) - pupils(a) || of(b) - of(a) || a - b)
    bySize.forEach((claim, rank) => {
      priorities[claim] = handed[rank] as number
    })
  }
  return priorities
}
