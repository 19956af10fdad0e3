/** How a company stands with those who ask it: the two shares that search and matching weigh alike. Pure. */

const clamp = (share: number) => Math.min(1, Math.max(0, share))

/**
 * A newcomer stands at 4 of 5; each answer moves it a little (a prior of four good and one bad).
 * @param asked proposals of twelve months, @param answered those of them with an answer. @returns 0–1.
 */
export function answeredShare(asked: number, answered: number): number {
  return clamp((answered + 4) / (asked + 5))
}

/** Proposals in thirty days at which a company has had its full share of attention. */
const FULL_ATTENTION = 20

/** @param askedLately proposals of thirty days. @returns 0 (nobody asked) to 1. */
export function attentionShare(askedLately: number): number {
  return clamp(askedLately / FULL_ATTENTION)
}
