import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from './certificate'
import { type ClearingInstance, pack } from './instance'
import { maySit, type Sharing } from './sharing'
import { solve, UNSERVED } from './solve'
import { solveShared } from './solve-shared'

const COLUMNS = 3
const cases = fc
  .record({
    capacities: fc.array(fc.nat(2), { minLength: COLUMNS, maxLength: COLUMNS }),
    pool: fc.option(fc.nat(2), { nil: undefined }),
    sizes: fc.array(fc.constantFrom(null, 10, 12, 20), { minLength: COLUMNS, maxLength: COLUMNS }),
    rows: fc.array(
      fc.record({
        priority: fc.nat(3),
        candidates: fc.uniqueArray(fc.record({ offer: fc.nat(COLUMNS - 1), cost: fc.nat(9) }), {
          selector: (c) => c.offer,
        }),
        sharer: fc.option(
          fc.record({ pupils: fc.integer({ min: 2, max: 9 }), alike: fc.nat(1), request: fc.nat(4) }),
          { nil: null, freq: 5 },
        ),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ capacities, pool, sizes, rows }) => ({
    instance: {
      capacities,
      rows: rows.map(({ priority, candidates }) => ({ priority, candidates })),
      ...(pool !== undefined && { pools: [{ capacity: pool }], poolOf: [0, 0, -1] }),
    } satisfies ClearingInstance,
    sharing: { sizes, sharers: rows.map(({ sharer }) => sharer) } satisfies Sharing,
  }))

/** The most rows that any plan serves: every row stays out unless it keeps a place, opens one, or joins one. */
function most(
  { rows, capacities, pools }: ClearingInstance,
  sharing: Sharing,
  keeps: (row: number) => boolean,
): number {
  const places: { column: number; rows: number[] }[] = []
  let best = 0
  const used = (columns: readonly number[]) => places.filter(({ column }) => columns.includes(column)).length
  const walk = (row: number, served: number) => {
    const candidates = rows[row]?.candidates
    if (!candidates) {
      best = Math.max(best, served)
      return
    }
    if (!keeps(row)) walk(row + 1, served)
    for (const { offer } of candidates) {
      for (const place of places.filter(({ column }) => column === offer)) {
        if (!maySit(sharing, offer, [...place.rows, row])) continue
        place.rows.push(row)
        walk(row + 1, served + 1)
        place.rows.pop()
      }
      const isFull =
        used([offer]) === capacities[offer] || (pools && offer < 2 && used([0, 1]) === pools[0]!.capacity)
      if (isFull) continue
      places.push({ column: offer, rows: [row] })
      walk(row + 1, served + 1)
      places.pop()
    }
  }
  walk(0, 0)
  return best
}

describe('small groups that share a place', () => {
  it('serves no fewer than without sharing, and the best plan lies between what it serves and its bound', () => {
    let [served, optimum, bounds, apart] = [0, 0, 0, 0]
    fc.assert(
      fc.property(cases, ({ instance, sharing }) => {
        const plan = solveShared(instance, sharing)
        const plain = solve(pack(instance))
        const best = most(instance, sharing, (row) => plain.offerOf[row] !== UNSERVED)
        expect(plan.apart).toBe(certify(pack(instance), plain).served)
        // Sharing takes from nobody.
        plain.offerOf.forEach((offer, row) => {
          if (offer !== UNSERVED) expect(plan.offerOf[row]).not.toBe(UNSERVED)
        })
        expect(plan.served).toBeGreaterThanOrEqual(plan.apart)
        expect(plan.served).toBeLessThanOrEqual(best)
        expect(plan.bound).toBeGreaterThanOrEqual(best)
        expect(plan.gap).toBe(plan.bound - plan.served)
        // The part without shared places is proven.
        certify(pack(plan.solved), plan.solution)
        served += plan.served
        optimum += best
        bounds += plan.bound
        apart += plan.apart
      }),
      { numRuns: 1000, seed: 7 },
    )
    // Not a promise of every case; of all of them together.
    expect(served).toBeGreaterThan(apart)
    expect(served / optimum).toBeGreaterThan(0.98)
    expect(bounds / optimum).toBeLessThan(1.04)
  }, 60_000)

  it('gives places that the rules allow, each row one, and never more than there are', () => {
    fc.assert(
      fc.property(cases, ({ instance, sharing }) => {
        const { offerOf, places } = solveShared(instance, sharing)
        const used = instance.capacities.map(() => 0)
        const together = new Set(places.flatMap(({ rows }) => rows))
        for (const { column, rows } of places) {
          used[column]!++
          expect(rows.length).toBeGreaterThan(1)
          const sharers = rows.map((row) => sharing.sharers[row]!)
          expect(sharers.reduce((sum, { pupils }) => sum + pupils, 0)).toBeLessThanOrEqual(
            sharing.sizes[column]!,
          )
          expect(new Set(sharers.map(({ alike }) => alike)).size).toBe(1)
          expect(new Set(sharers.map(({ request }) => request)).size).toBe(rows.length)
          for (const row of rows) expect(offerOf[row]).toBe(column)
        }
        offerOf.forEach((column, row) => {
          if (column === UNSERVED) return
          expect(instance.rows[row]!.candidates.some(({ offer }) => offer === column)).toBe(true)
          if (!together.has(row)) used[column]!++
        })
        used.forEach((places, column) => {
          expect(places).toBeLessThanOrEqual(instance.capacities[column]!)
        })
        if (instance.pools) expect(used[0]! + used[1]!).toBeLessThanOrEqual(instance.pools[0]!.capacity)
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('gives the same again, and where nobody can share it is the plan without sharing, proven to be the most', () => {
    fc.assert(
      fc.property(cases, ({ instance, sharing }) => {
        expect(solveShared(instance, sharing)).toEqual(solveShared(instance, sharing))
        const nobody = solveShared(instance, { ...sharing, sharers: sharing.sharers.map(() => null) })
        expect(nobody.places).toEqual([])
        expect(nobody.gap).toBe(0)
        expect(nobody.solution).toEqual(solve(pack(instance)))
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('takes no place from a request that wants all or nothing, and splits none', () => {
    const requests = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(cases, requests, ({ instance, sharing }, all) => {
        const requestOf = all.slice(0, instance.rows.length)
        const plan = solveShared(instance, sharing, { requestOf })
        expect(plan.served).toBeGreaterThanOrEqual(plan.apart)
        expect(plan.bound).toBeGreaterThanOrEqual(plan.served)
        for (const request of [0, 1]) {
          const mine = [...plan.offerOf].filter((_, row) => requestOf[row] === request)
          expect(mine.includes(UNSERVED) && mine.some((offer) => offer !== UNSERVED)).toBe(false)
        }
        for (const { rows } of plan.places) for (const row of rows) expect(requestOf[row]).toBe(-1)
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('moves one that has a place into a shared one, so that its place serves another', () => {
    const small = (request: number) => ({ pupils: 8, alike: 0, request })
    const rows = [
      { priority: 9, candidates: [{ offer: 0, cost: 0 }] },
      {
        priority: 5,
        candidates: [
          { offer: 0, cost: 5 },
          { offer: 1, cost: 0 },
        ],
      },
      // A whole class, for which there was no place.
      { priority: 1, candidates: [{ offer: 1, cost: 0 }] },
    ]
    const plan = solveShared(
      { rows, capacities: [1, 1] },
      { sharers: [small(0), small(1), null], sizes: [20, null] },
    )
    expect([...plan.offerOf]).toEqual([0, 0, 1])
    expect(plan).toMatchObject({
      apart: 2,
      served: 3,
      bound: 3,
      gap: 0,
      places: [{ column: 0, rows: [0, 1] }],
    })
  })
})
