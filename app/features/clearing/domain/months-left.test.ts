import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '~/kernel/calendar'
import { type MonthRoom, monthsLeft, withMonths } from './months-left'
import { pricedSlots } from './round-columns'
import { type FreeSlot, NO_CHOICES, type RoundInput } from './round-input'
import { solveRound } from './solve-round'
import { isWithin, placesWithin } from './wider-wishes'

const MONTHS = ['2027-01', '2027-02', '2027-03', '2027-04']
const rooms = (...left: readonly (number | null)[]): readonly MonthRoom[] =>
  left.map((room, i) => ({ month: MONTHS[i] ?? '', room }))
const within = (from: number, until = from): Span => ({
  from: `${MONTHS[from]}-05`,
  until: `${MONTHS[until]}-20`,
})
const leftOf = (...of: Parameters<typeof monthsLeft>) => monthsLeft(...of).map(({ left }) => left)

describe('what a month has left', () => {
  test('is less by what is promised without a day: in the latest month that it may have', () => {
    expect(leftOf(rooms(2, 2, 2), [])).toEqual([2, 2, 2])
    expect(leftOf(rooms(2, 2, 2), [within(0, 1), null])).toEqual([2, 1, 1])
    expect(leftOf(rooms(2, 1, 0), [within(1), within(0, 2), null])).toEqual([0, 0, 0])
    expect(leftOf(rooms(1), [null, null])).toEqual([0])
  })

  test('is what the slot has where the company sets no limit, and nothing where it is away', () => {
    const slot = { slotId: 's', offerId: 'o', from: '2027-01-01', until: '2027-04-30', open: 3 }
    expect(withMonths(slot, monthsLeft(rooms(null, 0, null), []))).toEqual({ ...slot, shut: ['2027-02'] })
    expect(withMonths(slot, monthsLeft(rooms(1, 0, 9), [null]))).toEqual({
      ...slot,
      shut: ['2027-02'],
      months: [
        { month: '2027-01', left: 1 },
        { month: '2027-03', left: 3 },
      ],
    })
    expect(withMonths(slot, monthsLeft(rooms(1, 1), [])).open).toBe(2)
  })
})

/** Groups that wait for one slot, by the months that they asked for. */
function roundOf(
  slot: Pick<FreeSlot, 'open' | 'months'>,
  asked: readonly (readonly [number, number] | null)[],
): RoundInput {
  return {
    form: 1,
    slots: [{ slotId: 's', offerId: 'o', open: slot.open, ...(slot.months && { months: slot.months }) }],
    rows: asked.map((months, i) => ({
      ...{ groupId: `g${i}`, requestId: `r${i}`, priority: 1, arrivedAt: `${i}` },
      ...(months && { months: { from: MONTHS[months[0]] ?? '', until: MONTHS[months[1]] ?? '' } }),
      candidates: [{ slotId: 's', score: 500 }],
      wider: {},
    })),
    choices: NO_CHOICES,
  }
}

describe('a round', () => {
  const slot = { open: 9, months: [0, 1].map((i) => ({ month: MONTHS[i] ?? '', left: 1 })) }

  test('moves who can come later, and says to who cannot that all is full and another period would help', () => {
    const result = solveRound(
      roundOf(slot, [
        [0, 1],
        [0, 0],
        [0, 0],
      ]),
    )
    expect(result.objective.served).toBe(2)
    expect(result.firstComeServed).toBe(2)
    const left = result.assignments.filter(({ offerId }) => offerId === null)
    expect(left.map(({ why }) => why)).toMatchObject([{ kind: 'all-full', wouldHelp: [] }])
    const one = solveRound(
      roundOf(slot, [
        [0, 0],
        [0, 0],
      ]),
    )
    expect(one.assignments.map(({ why }) => ('wouldHelp' in why ? why.wouldHelp : null))).toContainEqual([
      'period',
    ])
    expect(pricedSlots(roundOf(slot, []).slots, one.prices)).toBe(1)
  })

  test('keeps to its places as to its months, counts both in the order of arrival, and proves it', () => {
    expect(solveRound(roundOf({ ...slot, open: 1 }, [null, null])).firstComeServed).toBe(1)
    const span = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(
        fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.option(span), { maxLength: 8 }),
        (places, open, asked) => {
          const free = withMonths(
            { slotId: 's', offerId: 'o', from: '2027-01-01', until: '2027-04-30', open },
            monthsLeft(rooms(...places), []),
          )
          const input = roundOf(free, asked)
          const can = input.rows.filter((_, i) => {
            const asking = { period: periodOf(asked[i]) }
            return isWithin(asking, free) && placesWithin(asking, free) > 0
          })
          const { objective, firstComeServed, assignments } = solveRound({ ...input, rows: can })
          const spread = (rows: readonly { readonly groupId: string }[]) => {
            const periods = rows.map(({ groupId }) => periodOf(asked[Number(groupId.slice(1))]))
            const left = monthsLeft(rooms(...places), periods).reduce((sum, month) => sum + month.left, 0)
            return places.reduce((sum, room) => sum + room, 0) - left
          }
          expect(objective.served).toBe(Math.min(open, spread(can)))
          expect(firstComeServed).toBeLessThanOrEqual(objective.served)
          // All who are served find a month, whoever agrees on a day first.
          const served = assignments.filter(({ offerId }) => offerId !== null)
          expect(spread(served)).toBe(served.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})

const periodOf = (months: readonly [number, number] | null | undefined) =>
  months ? within(months[0], months[1]) : null
