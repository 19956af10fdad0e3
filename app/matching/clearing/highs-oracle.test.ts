/** A second opinion from outside: HiGHS solves the same instances as a linear programme. */
import fc from 'fast-check'
import makeHighs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { certify, objectiveOf } from './certificate'
import { type ClearingInstance, pack } from './instance'
import { solve } from './solve'

let highs: Awaited<ReturnType<typeof makeHighs>>
beforeAll(async () => {
  highs = await makeHighs()
})

/** Seeded, so that a failure can be looked at again. */
function instanceOf(seed: number, rowCount: number, offerCount: number, perRow: number): ClearingInstance {
  let state = seed
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  return {
    capacities: Array.from({ length: offerCount }, () => below(4)),
    rows: Array.from({ length: rowCount }, () => {
      const offers = new Set(Array.from({ length: 1 + below(perRow) }, () => below(offerCount)))
      return { priority: below(8), candidates: [...offers].map((offer) => ({ offer, cost: below(1001) })) }
    }),
  }
}

/** CPLEX LP format: one variable per pair, at most one offer per row, at most its places per offer. */
function programme(
  instance: ClearingInstance,
  weight: (row: number, cost: number) => number,
  more = '',
): string {
  const objective: string[] = []
  const perOffer: string[][] = instance.capacities.map(() => [])
  const perRow = instance.rows.map((row, i) =>
    row.candidates.map(({ offer, cost }) => {
      const name = `x${i}_${offer}`
      objective.push(`${weight(i, cost)} ${name}`)
      perOffer[offer]?.push(name)
      return name
    }),
  )
  const lines = [
    ...perRow.filter((names) => names.length > 0).map((names) => `${names.join(' + ')} <= 1`),
    ...perOffer.flatMap((names, j) =>
      names.length ? [`${names.join(' + ')} <= ${instance.capacities[j]}`] : [],
    ),
  ]
  return `Maximize\n ${objective.join(' + ')}\nSubject To\n ${lines.join('\n ')}\n${more}End\n`
}

function best(
  instance: ClearingInstance,
  weight: (row: number, cost: number) => number,
  more?: string,
): number {
  const solution = highs.solve(programme(instance, weight, more))
  expect(solution.Status).toBe('Optimal')
  return Math.round(solution.ObjectiveValue)
}

describe('against HiGHS', () => {
  // Small weights keep the programme within the tolerance of a floating-point solver; one level at a time.
  test.each([
    [1, 60, 25, 4],
    [2, 120, 40, 6],
    [3, 200, 60, 8],
    [4, 300, 120, 6],
  ])('seed %i: the same number of rows and the same priorities', (seed, n, m, perRow) => {
    const instance = instanceOf(seed, n, m, perRow)
    const packed = pack(instance)
    const found = certify(packed, solve(packed))
    expect(found.served).toBe(best(instance, () => 1))
    expect(found.prioritySum + found.served).toBe(
      best(instance, (row) => 1 + (instance.rows[row]?.priority ?? 0)),
    )
  })

  test('with few rows the whole lexicographic objective agrees', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const instance = instanceOf(seed, 12, 6, 4)
        const packed = pack(instance)
        const found = objectiveOf(packed, solve(packed).offerOf)
        const unit = 1000 * 12 + 1
        const value = best(instance, (row, cost) => unit * (1 + (instance.rows[row]?.priority ?? 0)) - cost)
        expect(unit * (found.served + found.prioritySum) - found.costSum).toBe(value)
      }),
      { numRuns: 60 },
    )
  })
})
