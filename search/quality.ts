/**
 * What speaks for an offer whatever was asked: signals that who searches would agree with. They move offers that fit about
 * equally well and never more: the best and the worst are a fifth apart, where a word in the title instead of in the text is
 * ten times as much. Pure.
 */
import { answeredShare, attentionShare } from '~/kernel/standing'

/** Each from 0 (worst) to 1 (best), in hundredths. */
export type Signals = {
  /** How often the company answered in twelve months; a newcomer stands at 4 of 5 and each answer moves it a little. */
  readonly answers: number
  /** Confirmed just now: 1; a year ago: 0. */
  readonly confirmed: number
  /** Places left: three or more, or no limit: 1. */
  readonly places: number
  /** Fair turns: companies that hardly anybody asked in thirty days come before those that everybody asks. */
  readonly turn: number
}

/** The most that each can take away. */
const SIGNAL_WEIGHTS: Signals = { answers: 0.08, confirmed: 0.05, turn: 0.04, places: 0.03 }
export const NEUTRAL: Signals = { answers: 0.8, confirmed: 1, places: 1, turn: 1 }

const MANY_PLACES = 3

const share = (value: number) => Math.round(100 * Math.min(1, Math.max(0, value))) / 100

export type QualityFacts = {
  /** Proposals of the last twelve months, and those of them with an answer. */
  readonly asked: number
  readonly answered: number
  /** Proposals of the last thirty days. */
  readonly askedLately: number
  readonly monthsSinceConfirmed: number
  /** `null`: no limit. */
  readonly openPlaces: number | null
}

export function signalsOf(facts: QualityFacts): Signals {
  return {
    answers: share(answeredShare(facts.asked, facts.answered)),
    confirmed: share(1 - facts.monthsSinceConfirmed / 12),
    places: share(facts.openPlaces === null ? 1 : facts.openPlaces / MANY_PLACES),
    turn: share(1 - attentionShare(facts.askedLately)),
  }
}

export type SignalName = keyof Signals
export const SIGNAL_NAMES = Object.keys(SIGNAL_WEIGHTS) as SignalName[]

/** @returns what this signal takes away: 0 to its weight. */
export function lostBy(name: SignalName, signals: Signals): number {
  return SIGNAL_WEIGHTS[name] * (1 - signals[name])
}

/** @returns what the relevance is multiplied by: 0.8 to 1. */
export function qualityOf(signals: Signals): number {
  const lost = SIGNAL_NAMES.reduce((sum, name) => sum + lostBy(name, signals), 0)
  return Math.round(10_000 * (1 - lost)) / 10_000
}
