import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from './certificate'
import { type Choices, withChoices } from './choices'
import { reachesFreePlace } from './free-place'
import { type ClearingInstance, pack } from './instance'
import { solve, UNSERVED } from './solve'

const cases = fc
  .record({ offers: fc.integer({ min: 1, max: 5 }), rows: fc.integer({ min: 1, max: 6 }) })
  .chain(({ offers, rows }) => {
    const offer = fc.integer({ min: 0, max: offers - 1 })
    const row = fc.integer({ min: 0, max: rows - 1 })
    return fc.record({
      instance: fc.record({
        capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: offers, maxLength: offers }),
        rows: fc.array(
          fc.record({
            priority: fc.integer({ min: 0, max: 4 }),
            candidates: fc.uniqueArray(fc.record({ offer, cost: fc.integer({ min: 0, max: 6 }) }), {
              selector: (c) => c.offer,
              maxLength: offers,
            }),
          }),
          { minLength: rows, maxLength: rows },
        ),
      }),
      choices: fc.record({
        forced: fc.uniqueArray(fc.record({ row, offers: fc.uniqueArray(offer, { minLength: 1 }) }), {
          selector: (f) => f.row,
          maxLength: 3,
        }),
        forbidden: fc.array(fc.record({ row, offer }), { maxLength: 4 }),
      }),
    })
  })

type Triple = readonly [served: number, priority: number, cost: number]

/** The best plan that keeps the choices, by trying every plan; `null` when none keeps them. */
function bruteForce({ rows, capacities }: ClearingInstance, { forced, forbidden }: Choices): Triple | null {
  const left = [...capacities]
  let best: Triple | null = null
  const walk = (row: number, [served, priority, cost]: Triple) => {
    if (row === rows.length) {
      if (best === null || (served - best[0] || priority - best[1] || best[2] - cost) > 0)
        best = [served, priority, cost]
      return
    }
    const must = forced.find((f) => f.row === row)
    if (!must) walk(row + 1, [served, priority, cost])
    for (const c of rows[row]!.candidates) {
      if (must && !must.offers.includes(c.offer)) continue
      if (forbidden.some((f) => f.row === row && f.offer === c.offer)) continue
      if (left[c.offer] === 0) continue
      left[c.offer]!--
      walk(row + 1, [served + 1, priority + rows[row]!.priority, cost + c.cost])
      left[c.offer]!++
    }
  }
  walk(0, [0, 0, 0])
  return best
}

describe('with choices', () => {
  it('finds the best plan that keeps them, and sees when no plan can', () => {
    fc.assert(
      fc.property(cases, ({ instance, choices }) => {
        const packed = pack(withChoices(instance, choices))
        const solution = solve(packed)
        const { served, costSum } = certify(packed, solution)
        const kept = choices.forced.every(({ row }) => solution.offerOf[row] !== UNSERVED)
        const priority = instance.rows.reduce(
          (sum, row, i) => sum + (solution.offerOf[i] === UNSERVED ? 0 : row.priority),
          0,
        )
        expect(kept ? [served, priority, costSum] : null).toEqual(bruteForce(instance, choices))
      }),
      { numRuns: 4000 },
    )
  }, 30_000)

  it('keeps what is forced above the balance between regions, and serves as many', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
        ({ instance, choices }, regions) => {
          const balance = instance.rows.map((_, row) =>
            Math.min(regions[row % 12]!, instance.rows.length - 1),
          )
          const packed = pack(withChoices({ ...instance, balance }, choices))
          const solution = solve(packed)
          const { served } = certify(packed, solution)
          const kept = choices.forced.every(({ row }) => solution.offerOf[row] !== UNSERVED)
          expect(kept ? served : null).toEqual(bruteForce(instance, choices)?.[0] ?? null)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('serves as many as before when what is forced was given anyway', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ instance }, pick) => {
        const packed = pack(instance)
        const before = solve(packed)
        const given = instance.rows.flatMap((_, row) => {
          const offer = before.offerOf[row] as number
          return offer === UNSERVED ? [] : [{ row, offers: [offer] }]
        })
        const forced = given.filter((_, i) => (pick >> i) % 2 === 0)
        const after = pack(withChoices(instance, { forced, forbidden: [] }))
        const { served, costSum } = certify(after, solve(after))
        const was = certify(packed, before)
        expect([served, costSum]).toEqual([was.served, was.costSum])
      }),
    )
  })

  it('one more row that reaches a free place is served, and nobody loses a place', () => {
    fc.assert(
      fc.property(cases, ({ instance }) => {
        const packed = pack(instance)
        const solution = solve(packed)
        const served = certify(packed, solution).served
        const free = reachesFreePlace(packed, solution)
        for (let offer = 0; offer < instance.capacities.length; offer++) {
          const more = pack({
            ...instance,
            rows: [...instance.rows, { priority: 0, candidates: [{ offer, cost: 0 }] }],
          })
          expect(certify(more, solve(more)).served).toBe(served + (free[offer] as number))
        }
      }),
      { numRuns: 500 },
    )
  }, 30_000)
})
