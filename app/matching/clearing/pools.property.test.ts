import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from './certificate'
import { heldBy, reachesFreePlace } from './free-place'
import { BALANCE_STEPS, type ClearingInstance, type Packed, pack } from './instance'
import { solve, UNSERVED } from './solve'
import { rowsAtOffers, type WhyUnserved, whyUnserved, whyUnservedOf } from './why-unserved'

/** Columns in pools in pools, and rows in regions. */
const instances = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    pools: fc.integer({ min: 0, max: 3 }),
    rows: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ columns, pools, rows }) =>
    fc.record({
      capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }),
      poolOf: fc.array(fc.integer({ min: -1, max: pools - 1 }), { minLength: columns, maxLength: columns }),
      pools: fc
        .array(fc.record({ capacity: fc.integer({ min: 0, max: 3 }), up: fc.nat(2) }), {
          minLength: pools,
          maxLength: pools,
        })
        .map((all) =>
          all.map(({ capacity, up }, i) =>
            up > 0 && i + up < pools ? { capacity, within: i + up } : { capacity },
          ),
        ),
      rows: fc.array(
        fc.record({
          priority: fc.integer({ min: 0, max: 3 }),
          candidates: fc.uniqueArray(
            fc.record({ offer: fc.integer({ min: 0, max: columns - 1 }), cost: fc.nat(5) }),
            { selector: (c) => c.offer, maxLength: columns },
          ),
        }),
        { minLength: rows, maxLength: rows },
      ),
      regions: fc.array(fc.nat(Math.min(2, Math.max(0, rows - 1))), { minLength: rows, maxLength: rows }),
    }),
  )

/** Σ over regions of the steps that its waiting rows cost, written plainly. */
function imbalance(regions: readonly number[], isServed: (row: number) => boolean): number {
  let sum = 0
  for (const region of new Set(regions)) {
    const rows = regions.flatMap((r, row) => (r === region ? [row] : []))
    const waiting = rows.filter((row) => !isServed(row)).length
    for (let k = 0; k < waiting; k++) sum += Math.floor((BALANCE_STEPS * k) / rows.length)
  }
  return sum
}

/** Served, less imbalance, priorities, less cost: the best of every plan. */
function bruteForce(packed: Packed, regions: readonly number[] | null): readonly number[] {
  const left = [...packed.capacity]
  const served: boolean[] = []
  let best: readonly number[] = [-1]
  const up = (node: number) => packed.parent?.[node] ?? -1
  const walk = (row: number, priority: number, cost: number) => {
    if (row === packed.rowCount) {
      const count = served.filter(Boolean).length
      const now = [count, regions ? -imbalance(regions, (r) => served[r]!) : 0, priority, -cost]
      const at = now.findIndex((value, i) => value !== best[i])
      if (at !== -1 && now[at]! > (best[at] ?? -1)) best = now
      return
    }
    served[row] = false
    walk(row + 1, priority, cost)
    for (let e = packed.head[row]!; e < packed.head[row + 1]!; e++) {
      const path: number[] = []
      for (let node = packed.offer[e]!; node !== -1; node = up(node)) path.push(node)
      if (path.some((node) => left[node] === 0)) continue
      for (const node of path) left[node]!--
      served[row] = true
      walk(row + 1, priority + packed.priority[row]!, cost + packed.cost[e]!)
      for (const node of path) left[node]!++
    }
    served[row] = false
  }
  walk(0, 0, 0)
  return best
}

function check(instance: ClearingInstance, regions: readonly number[] | null): void {
  const packed = pack(instance)
  const solution = solve(packed)
  const { served, prioritySum, costSum } = certify(packed, solution)
  const uneven = regions ? -imbalance(regions, (row) => solution.offerOf[row] !== UNSERVED) : 0
  expect([served, uneven, prioritySum, -costSum]).toEqual(bruteForce(packed, regions))
}

describe('dates, pools and balance', () => {
  it('finds the plan that trying everything finds with pools in pools', () => {
    fc.assert(
      fc.property(instances, ({ regions, ...instance }) => check(instance, null)),
      { numRuns: 3000 },
    )
  }, 30_000)

  it('finds the plan that trying everything finds with balance between regions', () => {
    fc.assert(
      fc.property(instances, ({ regions, ...instance }) => check({ ...instance, balance: regions }, regions)),
      { numRuns: 3000 },
    )
  }, 30_000)

  it('a tight set has one row more than places, also around pools', () => {
    fc.assert(
      fc.property(instances, ({ regions, ...instance }) => {
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
      { numRuns: 1000 },
    )
  }, 30_000)

  it('one more row at a column that reaches a free place is served; at another one somebody is left', () => {
    fc.assert(
      fc.property(instances, fc.nat(4), ({ regions, ...instance }, pick) => {
        const offer = pick % instance.capacities.length
        const packed = pack(instance)
        const solution = solve(packed)
        const more = pack({
          ...instance,
          rows: [...instance.rows, { priority: 0, candidates: [{ offer, cost: 0 }] }],
        })
        const before = certify(packed, solution).served
        const gain = certify(more, solve(more)).served - before
        expect(gain).toBe(reachesFreePlace(packed, solution)[offer])
        expect(heldBy(packed, solution.offerOf).every((held, i) => held <= packed.capacity[i]!)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('a row that has one candidate more keeps its place', () => {
    fc.assert(
      fc.property(instances, fc.nat(4), fc.nat(5), ({ regions, ...instance }, pick, who) => {
        // Without ties in priority, who is served is certain.
        const rows = instance.rows.map((row, i) => ({ ...row, priority: i }))
        const row = rows[who % Math.max(1, rows.length)]
        const offer = pick % instance.capacities.length
        if (!row || row.candidates.some((c) => c.offer === offer)) return
        const wider = rows.map((r) =>
          r === row ? { ...r, candidates: [...r.candidates, { offer, cost: 5 }] } : r,
        )
        const at = rows.indexOf(row)
        const before = solve(pack({ ...instance, rows })).offerOf[at] !== UNSERVED
        const after = solve(pack({ ...instance, rows: wider })).offerOf[at] !== UNSERVED
        expect(before && !after).toBe(false)
      }),
      { numRuns: 1000 },
    )
  }, 30_000)
})

describe('guards', () => {
  it('stops when it would take too long', () => {
    const rows = Array.from({ length: 20 }, () => ({ priority: 1, candidates: [{ offer: 0, cost: 1 }] }))
    expect(() => solve(pack({ rows, capacities: [5] }), { maxLooks: 10 })).toThrow(/stopped after 10/)
  })

  it.each([
    ['a pool that does not exist', { capacities: [1], poolOf: [1], pools: [{ capacity: 1 }], rows: [] }],
    ['a circle of pools', { capacities: [1], pools: [{ capacity: 1, within: 0 }], rows: [] }],
    ['a row without region', { capacities: [1], rows: [{ priority: 0, candidates: [] }], balance: [] }],
  ])('refuses %s', (_, instance) => {
    expect(() => pack(instance)).toThrow(RangeError)
  })
})

function sorted(why: WhyUnserved) {
  return why.reason === 'all-full' ? { ...why, columns: [...why.columns].sort((a, b) => a - b) } : why
}
