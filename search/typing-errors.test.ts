import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forgiven, typingDistance } from './typing-errors'

const word = fc.stringMatching(/^[a-e]{0,8}$/)

describe('typing errors', () => {
  test.each([
    ['roboot', 'robot', 1],
    ['rbot', 'robot', 1],
    ['rebot', 'robot', 1],
    ['orbot', 'robot', 1],
    ['excurssie', 'excursie', 1],
    ['', 'ab', 2],
    ['robot', 'robot', 0],
  ])('%s, %s: %d', (a, b, distance) => {
    expect(typingDistance(a, b, 3)).toBe(distance)
  })

  test('are the same both ways, none only for the same word, and stop early', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = typingDistance(a, b, 20)
        expect(typingDistance(b, a, 20)).toBe(distance)
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(typingDistance(a, b, most)).toBe(Math.min(distance, most + 1))
      }),
    )
  })

  test('one edit is one error', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('a', 'z'), (text, at, letter) => {
        const i = at % (text.length + 1)
        expect(typingDistance(text, text.slice(0, i) + letter + text.slice(i), 5)).toBe(1)
      }),
    )
  })

  test('are forgiven in long words only', () => {
    expect([4, 5, 8, 9].map(forgiven)).toEqual([0, 1, 1, 2])
  })
})
