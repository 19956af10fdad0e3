import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean, ndcg, percentile, recall, reciprocalRank } from './measures'

const GRADES = { a: 3, b: 2, c: 1 }

test('the best order scores 1, the reverse less, others 0', () => {
  expect(ndcg(['a', 'b', 'c'], GRADES)).toBe(1)
  // (1·1 + 3/log2(3) + 7/2) / (7 + 3/log2(3) + 1/2)
  expect(ndcg(['c', 'b', 'a'], GRADES)).toBeCloseTo(0.6806, 4)
  expect(ndcg(['x', 'y'], GRADES)).toBe(0)
})

test('only the first ten count, and what is graded but not found lowers the share', () => {
  const others = Array.from({ length: 10 }, (_, i) => `x${i}`)
  expect(ndcg([...others, 'a'], GRADES)).toBe(0)
  expect(ndcg(['a'], GRADES)).toBeCloseTo(7 / (7 + 3 / Math.log2(3) + 0.5), 10)
})

test('a question without an answer is answered well by nothing', () => {
  expect(ndcg([], {})).toBe(1)
  expect(ndcg(['a'], {})).toBe(0)
})

test('recall looks at good ones, the reciprocal rank at the first exact one', () => {
  expect(recall(['c', 'b'], GRADES, 2)).toBe(0.5)
  expect(recall(['c', 'b'], GRADES, 1)).toBe(0)
  expect(reciprocalRank(['c', 'b', 'a'], GRADES)).toBeCloseTo(1 / 3)
  expect(reciprocalRank(['c'], GRADES)).toBe(0)
})

test('percentiles are values that occur', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2)
  expect(percentile([4, 1, 3, 2], 0.95)).toBe(4)
  expect(mean([1, 2, 6])).toBe(3)
})

test('moving a better one forward never lowers the score', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ids, { minLength: 2 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      fc.nat(),
      (order, grades, pick) => {
        const graded = Object.fromEntries(ids.map((id, i) => [id, grades[i] ?? 0]))
        const at = pick % (order.length - 1)
        const [first, second] = [order[at]!, order[at + 1]!]
        if (graded[second]! < graded[first]!) return
        const swapped = order.with(at, second).with(at + 1, first)
        expect(ndcg(swapped, graded)).toBeGreaterThanOrEqual(ndcg(order, graded) - 1e-12)
      },
    ),
  )
})
