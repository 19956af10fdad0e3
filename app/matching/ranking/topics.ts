/** How near two topics stand in the topic tree (two levels: a topic and its children). */

/** Parent of each topic that has one. */
export type TopicParents = ReadonlyMap<string, string>

/**
 * What a topic of an offer counts by its place: the first says what it is mainly about. A lesson on weather that also shows
 * some AI is no lesson on AI.
 */
const BY_PLACE = [1, 0.85, 0.7] as const

/**
 * The best pair counts for three quarters, the mean over the request's topics for the rest, so that an offer that
 * covers two of two is above one that covers one.
 * @param given topics of an offer, the main one first.
 * @returns 0–1: 1 same topic, 0.7 parent and child, 0.4 siblings, each less for a topic that is not the offer's first.
 */
export function topicFit(wished: readonly string[], given: readonly string[], parents: TopicParents): number {
  if (wished.length === 0) return 0
  let best = 0
  let sum = 0
  for (const wish of wished) {
    const fit = given.reduce(
      (max, topic, place) => Math.max(max, kinship(wish, topic, parents) * (BY_PLACE[place] ?? 0.7)),
      0,
    )
    best = Math.max(best, fit)
    sum += fit
  }
  return 0.75 * best + 0.25 * (sum / wished.length)
}

/** @returns 1 same topic, 0.7 parent and child, 0.4 siblings, else 0. */
export function kinship(a: string, b: string, parents: TopicParents): number {
  if (a === b) return 1
  const parentOfA = parents.get(a)
  const parentOfB = parents.get(b)
  if (parentOfA === b || parentOfB === a) return 0.7
  return parentOfA !== undefined && parentOfA === parentOfB ? 0.4 : 0
}
