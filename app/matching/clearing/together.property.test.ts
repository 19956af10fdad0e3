import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectiveOf } from './certificate'
import { firstComeFirstServed } from './first-come-first-served'
import { type ClearingInstance, pack } from './instance'
import { UNSERVED } from './solve'
import { solveTogether } from './together'

const cases = fc.record({
  capacities: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
  rows: fc.array(
    fc.record({
      priority: fc.nat(3),
      candidates: fc.uniqueArray(fc.record({ offer: fc.nat(2), cost: fc.nat(9) }), {
        selector: (c) => c.offer,
      }),
    }),
    { maxLength: 6 },
  ),
  requestOf: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 }),
})

/** The most groups that any plan without a split request serves. */
function most({ rows, capacities }: ClearingInstance, requestOf: readonly number[]): number {
  const left = [...capacities]
  const served: boolean[] = []
  let best = 0
  const isSplit = () =>
    [0, 1, 2].some((request) => {
      const mine = served.filter((_, row) => requestOf[row] === request)
      return mine.includes(true) && mine.includes(false)
    })
  const walk = (row: number) => {
    const candidates = rows[row]?.candidates
    if (!candidates) {
      if (!isSplit()) best = Math.max(best, served.filter(Boolean).length)
      return
    }
    served[row] = false
    walk(row + 1)
    for (const { offer } of candidates) {
      if (left[offer] === 0) continue
      left[offer]!--
      served[row] = true
      walk(row + 1)
      left[offer]!++
      served[row] = false
    }
    served.length = row
  }
  walk(0)
  return best
}

describe('all groups or none', () => {
  it('splits nobody, and the best plan lies between what it serves and its bound', () => {
    fc.assert(
      fc.property(cases, ({ requestOf, ...instance }) => {
        const { solution, served, bound, gap } = solveTogether(
          instance,
          requestOf.slice(0, instance.rows.length),
        )
        const { offerOf } = solution
        expect(objectiveOf(pack(instance), offerOf).served).toBe(served)
        for (const request of [0, 1, 2]) {
          const mine = [...offerOf].filter((_, row) => requestOf[row] === request)
          expect(mine.includes(UNSERVED) && mine.some((offer) => offer !== UNSERVED)).toBe(false)
        }
        const optimum = most(instance, requestOf)
        expect(served).toBeLessThanOrEqual(optimum)
        expect(bound).toBeGreaterThanOrEqual(optimum)
        expect(gap).toBe(bound - served)
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('is kept by first come, first served too, and nobody else is served differently where all go apart', () => {
    fc.assert(
      fc.property(cases, ({ requestOf, ...instance }) => {
        const packed = pack(instance)
        const order = instance.rows.map((_, row) => row)
        const offerOf = firstComeFirstServed(packed, order, requestOf.slice(0, instance.rows.length))
        for (const request of [0, 1, 2]) {
          const mine = [...offerOf].filter((_, row) => requestOf[row] === request)
          expect(mine.includes(UNSERVED) && mine.some((offer) => offer !== UNSERVED)).toBe(false)
        }
        instance.capacities.forEach((places, offer) => {
          expect([...offerOf].filter((taken) => taken === offer).length).toBeLessThanOrEqual(places)
        })
        const apart = order.map(() => -1)
        expect(firstComeFirstServed(packed, order, apart)).toEqual(firstComeFirstServed(packed, order))
      }),
    )
  })
})
