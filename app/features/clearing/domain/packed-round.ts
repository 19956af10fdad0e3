/**
 * A round as it travels to the thread that solves it: its pairs as three typed arrays. A national round has 600,000 of
 * them; copied as objects they would stop the process that asks for longer than it takes to pack them.
 */
import type { RoundInput, RoundRow } from './round-input'

export type PackedRound = Omit<RoundInput, 'rows'> & {
  readonly rows: readonly Omit<RoundRow, 'candidates'>[]
  /** Row i owns the pairs `head[i]` … `head[i + 1] − 1`. */
  readonly head: Int32Array
  /** Place in `slots`. */
  readonly slot: Int32Array
  readonly score: Int32Array
}

/** O(pairs). @throws RangeError for a pair with a slot that the round does not have. */
export function packRound({ rows, ...rest }: RoundInput): PackedRound {
  const count = candidatesOf({ rows })
  const slotAt = new Map(rest.slots.map(({ slotId }, i) => [slotId, i]))
  const head = new Int32Array(rows.length + 1)
  const slot = new Int32Array(count)
  const score = new Int32Array(count)
  let pair = 0
  rows.forEach((row, i) => {
    for (const candidate of row.candidates) {
      const at = slotAt.get(candidate.slotId)
      if (at === undefined) throw new RangeError(`clearing: slot ${candidate.slotId} is not of the round`)
      slot[pair] = at
      score[pair] = candidate.score
      pair++
    }
    head[i + 1] = pair
  })
  return { ...rest, rows: rows.map(({ candidates: _, ...row }) => row), head, slot, score }
}

/** @returns the round as it was packed: the same order, the same numbers. O(pairs). */
export function unpackRound({ rows, head, slot, score, ...rest }: PackedRound): RoundInput {
  const slotIds = rest.slots.map(({ slotId }) => slotId)
  return {
    ...rest,
    rows: rows.map((row, i) => {
      const [from, until] = [head[i] ?? 0, head[i + 1] ?? 0]
      return {
        ...row,
        candidates: Array.from({ length: until - from }, (_, k) => ({
          slotId: slotIds[slot[from + k] ?? -1] ?? '',
          score: score[from + k] ?? 0,
        })),
      }
    }),
  }
}

/** @returns how many pairs a round has. O(rows). */
export function candidatesOf({ rows }: Pick<RoundInput, 'rows'>): number {
  return rows.reduce((sum, row) => sum + row.candidates.length, 0)
}
