import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitingWithinReach } from './call-list'
import { certify } from './certificate'
import { pack } from './instance'
import { solve } from './solve'

const instances = fc.record({
  capacities: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  rows: fc.array(
    fc.record({
      priority: fc.nat(3),
      candidates: fc.uniqueArray(fc.record({ offer: fc.nat(3), cost: fc.nat(9) }), {
        selector: (c) => c.offer,
      }),
    }),
    { maxLength: 8 },
  ),
})

describe('the call list', () => {
  it('one more place serves one more exactly where a waiting row is within reach', () => {
    fc.assert(
      fc.property(instances, fc.nat(3), (instance, column) => {
        const packed = pack(instance)
        const solution = solve(packed)
        const [waiting = 0] = waitingWithinReach(packed, solution, [column])
        const more = pack({
          ...instance,
          capacities: instance.capacities.map((places, i) => (i === column ? places + 1 : places)),
        })
        const gain = certify(more, solve(more)).served - certify(packed, solution).served
        expect(gain).toBe(Math.min(1, waiting))
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('counts everyone who waits for the same places', () => {
    const rows = Array.from({ length: 5 }, (_, priority) => ({
      priority,
      candidates: [{ offer: 0, cost: 1 }],
    }))
    const mover = {
      priority: 9,
      candidates: [
        { offer: 0, cost: 1 },
        { offer: 1, cost: 5 },
      ],
    }
    const packed = pack({ rows: [...rows, mover], capacities: [1, 0] })
    expect(waitingWithinReach(packed, solve(packed), [0, 1])).toEqual([5, 5])
  })
})
