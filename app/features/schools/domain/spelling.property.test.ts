import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meantWord, mistakesBetween } from './spelling'

const word = fc.stringMatching(/^[a-d]{0,8}$/)

test('no mistakes between a word and itself, and as many there as back', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(mistakesBetween(a, a)).toBe(0)
      expect(mistakesBetween(a, b)).toBe(mistakesBetween(b, a))
      expect(mistakesBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      if (a !== b) expect(mistakesBetween(a, b)).toBeGreaterThan(0)
    }),
  )
})

test('one mistake is counted as one: a letter more, less, another, or two in each other’s place', () => {
  fc.assert(
    fc.property(word, fc.nat(8), fc.constantFrom('x', 'y'), (text, at, letter) => {
      const i = Math.min(at, text.length)
      expect(mistakesBetween(text, text.slice(0, i) + letter + text.slice(i))).toBe(1)
      if (i === text.length) return
      expect(mistakesBetween(text, text.slice(0, i) + letter + text.slice(i + 1))).toBe(1)
      const [here, next] = [text[i], text[i + 1]]
      if (next !== undefined && next !== here)
        expect(mistakesBetween(text, text.slice(0, i) + next + here + text.slice(i + 2))).toBe(1)
    }),
  )
})

test('what is fewest mistakes away is meant, then what most schools have', () => {
  const candidates = [
    { word: 'almere', schools: 104 },
    { word: 'almelo', schools: 41 },
    { word: 'almelu', schools: 1 },
  ]
  expect(meantWord('almleo', candidates)).toBe('almelo')
  expect(meantWord('almexx', candidates)).toBe('almere')
  expect(meantWord('utrecht', candidates)).toBeNull()
  expect(meantWord('alm', [{ word: 'alms', schools: 1 }])).toBeNull()
})
