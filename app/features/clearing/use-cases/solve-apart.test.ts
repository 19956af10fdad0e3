import { afterAll, describe, expect, test } from 'vitest'
import { makeThread, type Thread } from '~/platform/threads/thread.server'
import { type PackedRound, packRound, unpackRound } from '../domain/packed-round'
import { NO_CHOICES, type RoundInput } from '../domain/round-input'
import { type RoundResult, solveRound } from '../domain/solve-round'
import { solveApart } from './solve-apart.server'

const ENTRY = 'scripts/solve-round-thread.mjs'
const threads: Thread<PackedRound, RoundResult>[] = []
function thread(bounds: { readonly memoryMb?: number; readonly seconds?: number } = {}) {
  const made = makeThread<PackedRound, RoundResult>({ entry: ENTRY, memoryMb: 512, seconds: 60, ...bounds })
  threads.push(made)
  return made
}
afterAll(() => Promise.all(threads.map((one) => one.close())))

const idOf = (n: number) => String(n).padStart(6, '0')

/** A round whose numbers follow from their places: always the same one. */
function roundOf(rows: number, each: number): RoundInput {
  const slots = Array.from({ length: rows }, (_, i) => ({
    slotId: idOf(i),
    offerId: `o${idOf(i)}`,
    open: i % 3 === 0 ? 1 : 0,
  }))
  return {
    form: 1,
    slots,
    rows: Array.from({ length: rows }, (_, i) => ({
      groupId: idOf(i),
      requestId: idOf(i),
      priority: (i * 7919) % 60,
      arrivedAt: idOf((i * 31) % rows),
      candidates: Array.from({ length: each }, (_, k) => ({
        slotId: idOf((i * 17 + k * k * 13 + k) % rows),
        score: (i * 37 + k * 101) % 1001,
      })).filter((c, k, all) => all.findIndex((other) => other.slotId === c.slotId) === k),
      wider: {},
    })),
    choices: NO_CHOICES,
  }
}

// A thread loads its own copy of the engine: on a busy machine that takes its time.
describe('a large round', { timeout: 60_000 }, () => {
  test('gets the same result in the thread as here, round after round, while the process goes on', async () => {
    const solve = solveApart(thread())
    const round = roundOf(2_000, 20)
    expect(await solve(round)).toEqual(solveRound(round))
    const startedAt = performance.now()
    let longest = 0
    let before = startedAt
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - before)
      before = performance.now()
    }, 5)
    const larger = roundOf(3_000, 20)
    const packing = performance.now()
    packRound(larger)
    const packed = performance.now() - packing
    before = performance.now()
    await solve(larger)
    clearInterval(ticking)
    // What stands still is the packing and the taking back, not the sum.
    expect(longest).toBeLessThan(packed * 4 + (performance.now() - startedAt) / 2)
  })

  test('that takes too long is refused in words, and the next one is solved by a new thread', async () => {
    const one = thread({ seconds: 0.02 })
    await expect(solveApart(one)(roundOf(2_000, 20))).rejects.toMatchObject({
      ...{ kind: 'unavailable', code: 'round.too-long' },
    })
    const again = thread({ seconds: 60 })
    expect((await solveApart(again)(roundOf(2_000, 20))).objective.served).toBeGreaterThan(0)
  })

  test('that needs too much memory is refused in words, and so is one that is out of bounds', async () => {
    await expect(solveApart(thread({ memoryMb: 48 }))(roundOf(40_000, 40))).rejects.toMatchObject({
      code: 'round.too-large',
    })
    const { rows, ...rest } = roundOf(2_000, 20)
    const wrong = { ...rest, rows: rows.map((row) => ({ ...row, priority: 100_001 })) }
    await expect(solveApart(thread())(wrong)).rejects.toMatchObject({ code: 'round.too-large' })
  })
})

test('a small round reaches no thread', async () => {
  const solve = solveApart({ run: () => Promise.reject(new Error('asked')) })
  const round = roundOf(40, 6)
  expect(await solve(round)).toEqual(solveRound(round))
})

test('packing and unpacking give the round back', () => {
  const round = roundOf(300, 9)
  expect(unpackRound(packRound(round))).toEqual(round)
  expect(() => packRound({ ...round, slots: [] })).toThrow(RangeError)
})
