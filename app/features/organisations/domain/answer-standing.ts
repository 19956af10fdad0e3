/** How a company stands by its answers, and what would raise it: what search and ranking weigh, in figures for itself. */
import { answeredShare } from '~/kernel/standing'

export type AnswerFacts = {
  /** Requests of twelve months that were put before it, but for those taken back. */
  readonly asked: number
  /** Of them, those with a yes or a no. */
  readonly answered: number
  /** Of them, those that still wait for one and may get it. */
  readonly open: number
  /** Days to an answer, the middle one; `null`: none yet. */
  readonly medianDays: number | null
  /** Schools do not see its offers, because none got an answer. */
  readonly isHidden: boolean
}

export type AnswerStanding = AnswerFacts & {
  /** As search and ranking weigh it, 0–100; a newcomer stands at 80. */
  readonly score: number
  /** What it becomes when everything that is open gets an answer. */
  readonly scoreAfter: number
  readonly mark: 'new' | 'high' | 'low'
}

/** A newcomer stands here: whoever is above it gains by its answers. */
const NEUTRAL = 80

/** @returns the standing; `new` while nobody asked anything. */
export function answerStanding(facts: AnswerFacts): AnswerStanding {
  const { asked, answered, open } = facts
  const scoreOf = (given: number) => Math.round(100 * answeredShare(asked, given))
  const score = scoreOf(answered)
  const mark = asked === 0 ? 'new' : score >= NEUTRAL ? 'high' : 'low'
  return { ...facts, score, scoreAfter: scoreOf(answered + open), mark }
}
