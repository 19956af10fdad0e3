/** What a word may have been meant to be. */

export type Candidate = {
  readonly word: string
  /** How many schools have the word. */
  readonly schools: number
}

/** Shorter words are too easily another one. */
const SHORTEST = 4

/**
 * @returns the candidate that is fewest mistakes away, of those the one that most schools have; `null` when none is near:
 * one mistake in four or five letters, two in more.
 */
export function meantWord(typed: string, candidates: readonly Candidate[]): string | null {
  if (typed.length < SHORTEST) return null
  const most = typed.length <= 5 ? 1 : 2
  const near = candidates
    .map((candidate) => ({ ...candidate, mistakes: mistakesBetween(typed, candidate.word) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes || b.schools - a.schools || (a.word < b.word ? -1 : 1))
  return near[0]?.word ?? null
}

/**
 * Optimal string alignment distance (Damerau 1964, restricted): letters to add, leave out, replace, or swap with the
 * next. O(|a|·|b|).
 */
export function mistakesBetween(a: string, b: string): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(twoAbove, j - 2) + 1)
      row.push(least)
    }
    twoAbove = above
    above = row
  }
  return at(above, b.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
