import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify, objectiveOf } from './certificate'
import { firstComeFirstServed } from './first-come-first-served'
import { type ClearingInstance, type Packed, pack } from './instance'
import { solve, UNSERVED } from './solve'
import { rowsAtOffers, type WhyUnserved, whyUnserved, whyUnservedOf } from './why-unserved'

const instances = fc
  .record({ offers: fc.integer({ min: 0, max: 5 }), rows: fc.integer({ min: 0, max: 6 }) })
  .chain(({ offers, rows }) =>
    fc.record({
      capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: offers, maxLength: offers }),
      rows: fc.array(
        fc.record({
          priority: fc.integer({ min: 0, max: 4 }),
          candidates:
            offers === 0
              ? fc.constant([])
              : fc.uniqueArray(
                  fc.record({
                    offer: fc.integer({ min: 0, max: offers - 1 }),
                    cost: fc.integer({ min: 0, max: 6 }),
                  }),
                  { selector: (c) => c.offer, maxLength: offers },
                ),
        }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )

/** The best triple by trying every plan. */
function bruteForce(packed: Packed): [number, number, number] {
  let best: [number, number, number] = [0, 0, 0]
  const left = [...packed.capacity]
  const walk = (row: number, served: number, priority: number, cost: number) => {
    if (row === packed.rowCount) {
      const better = served - best[0] || priority - best[1] || best[2] - cost
      if (better > 0) best = [served, priority, cost]
      return
    }
    walk(row + 1, served, priority, cost)
    for (let e = packed.head[row]!; e < packed.head[row + 1]!; e++) {
      const offer = packed.offer[e]!
      if (left[offer]! === 0) continue
      left[offer]!--
      walk(row + 1, served + 1, priority + packed.priority[row]!, cost + packed.cost[e]!)
      left[offer]!++
    }
  }
  walk(0, 0, 0, 0)
  return best
}

const triple = (o: { served: number; prioritySum: number; costSum: number }) => [
  o.served,
  o.prioritySum,
  o.costSum,
]

describe('clearing', () => {
  it('finds the plan that trying everything finds, and proves it', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const packed = pack(instance)
        expect(triple(certify(packed, solve(packed)))).toEqual(bruteForce(packed))
      }),
      { numRuns: 4000 },
    )
  }, 30_000)

  it('serves never fewer than first come, first served', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const packed = pack(instance)
        const order = instance.rows.map((_, row) => row)
        const greedy = objectiveOf(packed, firstComeFirstServed(packed, order))
        expect(certify(packed, solve(packed)).served).toBeGreaterThanOrEqual(greedy.served)
      }),
    )
  })

  it('never serves fewer when a place is added', () => {
    fc.assert(
      fc.property(instances, fc.nat(), (instance, pick) => {
        if (instance.capacities.length === 0) return
        const more = instance.capacities.map((c, i) => (i === pick % instance.capacities.length ? c + 1 : c))
        const before = pack(instance)
        const after = pack({ ...instance, capacities: more })
        const servedAfter = certify(after, solve(after)).served
        expect(servedAfter).toBeGreaterThanOrEqual(certify(before, solve(before)).served)
      }),
    )
  })

  it('forgets the order of candidates', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const reversed: ClearingInstance = {
          ...instance,
          rows: instance.rows.map((r) => ({ ...r, candidates: [...r.candidates].reverse() })),
        }
        expect(solve(pack(reversed)).offerOf).toEqual(solve(pack(instance)).offerOf)
      }),
    )
  })

  it('finds a tight set of one row more than places for everyone who is left although something fits', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const packed = pack(instance)
        const solution = solve(packed)
        const at = rowsAtOffers(packed.offerCount, solution.offerOf)
        const whyOf = whyUnservedOf(packed, solution, at)
        for (let row = 0; row < packed.rowCount; row++) {
          if (solution.offerOf[row] !== UNSERVED) continue
          const why = whyUnserved(packed, solution, at, row)
          // Looked for once for all rows of a set, it is the same set.
          expect(sorted(whyOf(row))).toEqual(sorted(why))
          if (why.reason === 'all-full') expect(why.rows).toBe(why.places + 1)
        }
      }),
    )
  })
})

describe('pack', () => {
  const row = (over: object) => ({ priority: 0, candidates: [{ offer: 0, cost: 1 }], ...over })
  it.each([
    [
      'a cost that is no integer',
      { rows: [row({ candidates: [{ offer: 0, cost: 0.5 }] })], capacities: [1] },
    ],
    ['a cost over 1000', { rows: [row({ candidates: [{ offer: 0, cost: 1001 }] })], capacities: [1] }],
    [
      'an offer that does not exist',
      { rows: [row({ candidates: [{ offer: 1, cost: 1 }] })], capacities: [1] },
    ],
    [
      'an offer named twice',
      {
        rows: [
          row({
            candidates: [
              { offer: 0, cost: 1 },
              { offer: 0, cost: 2 },
            ],
          }),
        ],
        capacities: [1],
      },
    ],
    ['a negative capacity', { rows: [], capacities: [-1] }],
    ['a priority out of range', { rows: [row({ priority: 100_001 })], capacities: [1] }],
  ])('refuses %s', (_, instance) => {
    expect(() => pack(instance)).toThrow(RangeError)
  })
})

function sorted(why: WhyUnserved) {
  return why.reason === 'all-full' ? { ...why, columns: [...why.columns].sort((a, b) => a - b) } : why
}
