/**
 * How good an ordered answer is against judged grades (0 none, 1 related, 2 good, 3 exact). What is not graded counts 0.
 * nDCG with gain 2^g − 1 and discount log2(rank + 1): Järvelin & Kekäläinen 2002, in the form of Burges et al. 2005.
 */
export type Grades = Readonly<Record<string, number>>

const gain = (grade: number) => 2 ** grade - 1
const discount = (rank: number) => Math.log2(rank + 1)

/**
 * @param ids best first, each at most once.
 * @returns 0–1: what the first `depth` give, as a share of what the best order of all graded ones would give.
 * 1 when nothing is graded and nothing was found, 0 when something was found for a question without an answer.
 */
export function ndcg(ids: readonly string[], grades: Grades, depth = 10): number {
  const given = sum(ids.slice(0, depth).map((id) => grades[id] ?? 0))
  const ideal = sum(
    Object.values(grades)
      .sort((a, b) => b - a)
      .slice(0, depth),
  )
  if (ideal === 0) return ids.length === 0 ? 1 : 0
  return given / ideal
}

function sum(grades: readonly number[]): number {
  return grades.reduce((total, grade, i) => total + gain(grade) / discount(i + 1), 0)
}

/** @returns the share of those graded `least` or more that are among the first `depth`; 1 when there are none. */
export function recall(ids: readonly string[], grades: Grades, depth: number, least = 2): number {
  const wanted = Object.keys(grades).filter((id) => (grades[id] ?? 0) >= least)
  const found = new Set(ids.slice(0, depth))
  return wanted.length === 0 ? 1 : wanted.filter((id) => found.has(id)).length / wanted.length
}

/** @returns 1 / rank of the first that is graded `least` or more; 0 when none is found. */
export function reciprocalRank(ids: readonly string[], grades: Grades, least = 3): number {
  const at = ids.findIndex((id) => (grades[id] ?? 0) >= least)
  return at === -1 ? 0 : 1 / (at + 1)
}

/**
 * @param share 0–1, e.g. 0.5 for the median; nearest rank.
 * @returns `NaN` of nothing.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** @returns the arithmetic mean; `NaN` of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
