import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '~/kernel/calendar'
import { aheadOf } from './plan-ahead'
import { NO_CHOICES, type RoundInput, type RoundRow } from './round-input'
import { USUAL_SETTINGS } from './round-settings'
import { type RoundAssignment, samePlan, solveRound } from './solve-round'

const TODAY = '2026-11-24'
const inWeeks = (weeks: number) => addDays(TODAY, weeks * 7)

type Wish = Partial<RoundRow> & { readonly scores: readonly number[] }

/** Slots by the weeks in which they begin; the rows have them all, by their scores. */
function roundOf(
  slots: readonly { readonly week: number; readonly open: number }[],
  wishes: readonly Wish[],
): RoundInput {
  const ahead = aheadOf({ ...USUAL_SETTINGS, giveWithin: 3 }, TODAY)
  return {
    form: 1,
    slots: slots.map(({ week, open }, i) => ({
      slotId: `s${i}`,
      offerId: `o${i}`,
      open,
      from: inWeeks(week),
    })),
    rows: wishes.map(({ scores, ...rest }, i) => ({
      ...{ groupId: `g${i}`, requestId: `r${i}`, priority: 1, arrivedAt: `${i}` },
      candidates: scores.flatMap((score, slot) =>
        score > 0 && slots[slot] ? [{ slotId: `s${slot}`, score }] : [],
      ),
      wider: {},
      ...rest,
    })),
    choices: NO_CHOICES,
    ...(ahead && { ahead }),
  }
}

const laterOf = ({ why }: RoundAssignment) => (why.kind === 'served' ? why.later : undefined)

describe('a round that plans ahead', () => {
  test('is not what a round is by itself', () => {
    expect(aheadOf(USUAL_SETTINGS, TODAY)).toBeNull()
    expect(aheadOf({ ...USUAL_SETTINGS, giveWithin: 3 }, TODAY)).toEqual({
      today: TODAY,
      nearUntil: inWeeks(3),
    })
  })

  test('takes the sooner of two places, says so, and keeps what begins later or is wanted later', () => {
    const { assignments, later } = solveRound(
      roundOf(
        [
          { week: 2, open: 1 },
          { week: 12, open: 3 },
          { week: 0, open: 1 },
        ],
        [{ scores: [300, 900] }, { scores: [0, 500] }, { scores: [0, 0, 400], from: inWeeks(5) }],
      ),
    )
    expect(assignments.map(({ slotId }) => slotId)).toEqual(['s0', 's1', 's2'])
    expect(assignments.map(laterOf)).toEqual([undefined, inWeeks(12), inWeeks(5)])
    expect(assignments[0]?.why).toMatchObject({ choice: 2, better: 'sooner' })
    expect(later).toBe(2)
  })

  test('gives a request that wants all or nothing all of its places, once one of them is near', () => {
    const whole = { requestId: 'r', allOrNone: true } as const
    const input = roundOf(
      [
        { week: 1, open: 1 },
        { week: 9, open: 2 },
      ],
      [{ ...whole, scores: [500] }, { ...whole, scores: [0, 500] }, { scores: [0, 500] }],
    )
    expect(solveRound(input).assignments.map(laterOf)).toEqual([undefined, undefined, inWeeks(9)])
  })

  test('helps as many as any other, by the same priorities, and gives nothing that begins after its weeks', () => {
    const slot = fc.record({ week: fc.nat(9), open: fc.nat(2) })
    const wish = fc.record({
      priority: fc.nat(5),
      scores: fc.array(fc.constantFrom(0, 200, 700, 1000), { minLength: 4, maxLength: 4 }),
      from: fc.nat(9).map(inWeeks),
    })
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 4 }), fc.array(wish, { maxLength: 7 }), (slots, wishes) => {
        const input = roundOf(slots, wishes)
        const { ahead, ...usual } = input
        const [planned, given] = [solveRound(input), solveRound(usual)]
        const figures = ({ objective: { served, prioritySum }, firstComeRows }: typeof planned) => [
          ...[served, prioritySum],
          firstComeRows,
        ]
        expect(figures(planned)).toEqual(figures(given))
        expect(given.assignments.every((one) => laterOf(one) === undefined)).toBe(true)
        planned.assignments.forEach((one, i) => {
          if (one.slotId === null) return
          const begin = [input.slots[Number(one.slotId.slice(1))]?.from, wishes[i]?.from].sort().at(-1) ?? ''
          expect(laterOf(one)).toBe(begin > (ahead?.nearUntil ?? '') ? begin : undefined)
        })
        // What has come near since is given, and was not shown so.
        const next = solveRound({ ...input, ahead: { today: TODAY, nearUntil: inWeeks(4) } })
        expect(samePlan(planned, next)).toBe(planned.later === next.later)
      }),
      { numRuns: 60 },
    )
  })
})
