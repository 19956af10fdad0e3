/** Which of the offers about the same are shown under an offer: others' first, one of each company, for the same classes. */
import type { LevelYears } from '~/kernel/education'

export type Comparable = {
  readonly id: string
  readonly organisationId: string
  readonly levels: readonly LevelYears[]
}

/** @returns 2: for some of the same years; 1: for some of the same levels; 0: for other schools. */
export function levelFit(one: readonly LevelYears[], other: readonly LevelYears[]): 0 | 1 | 2 {
  const same = one.flatMap(({ level, years }) =>
    other
      .filter((each) => each.level === level)
      .map((each) => each.years.some((year) => years.includes(year))),
  )
  return same.length === 0 ? 0 : same.some(Boolean) ? 2 : 1
}

/**
 * A company comes again only when every other has come as often; the offer's own company has come once. Among those the
 * ones for the same years first, then for the same level, then in the given order.
 * @returns at most `most`, without the offer itself. O(candidates × most).
 */
export function similarTo<Candidate extends Comparable>(
  offer: Comparable,
  candidates: readonly Candidate[],
  most: number,
): readonly Candidate[] {
  const came = new Map([[offer.organisationId, 1]])
  const left = candidates
    .filter(({ id }) => id !== offer.id)
    .map((candidate) => ({ candidate, fit: levelFit(offer.levels, candidate.levels) }))
  const chosen: Candidate[] = []
  const times = (each: (typeof left)[number]) => came.get(each.candidate.organisationId) ?? 0
  while (chosen.length < most && left.length > 0) {
    let best = left[0] as (typeof left)[number]
    for (const each of left)
      if (times(each) < times(best) || (times(each) === times(best) && each.fit > best.fit)) best = each
    chosen.push(best.candidate)
    came.set(best.candidate.organisationId, times(best) + 1)
    left.splice(left.indexOf(best), 1)
  }
  return chosen
}
