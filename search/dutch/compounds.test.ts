import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPOUND_PARTS } from './compound-parts'
import { decompound, partStems } from './compounds'

describe('a compound', () => {
  test.each([
    ['lasrobot', ['las', 'robot']],
    ['zonnepanelen', ['zonne', 'panelen']],
    ['chocoladefabriek', ['chocolade', 'fabriek']],
    ['stroomkring', ['stroom', 'kring']],
    ['warmtepomp', ['warmte', 'pomp']],
    ['scheepsbouwles', ['scheeps', 'bouw', 'les']],
    ['bouwplaatsbezoek', ['bouw', 'plaats', 'bezoek']],
    ['drinkwaterzuivering', ['drinkwater', 'zuivering']],
  ])('%s', (word, parts) => {
    expect(decompound(word)).toEqual(parts)
  })

  test('is looked for by the stems of its parts', () => {
    expect(partStems('scheepsbouw')).toEqual(['schip', 'bouw'])
    expect(partStems('zonnepanelen')).toEqual(['zon', 'panel'])
  })
})

describe('one word stays one', () => {
  test.each(
    'programmeren laboratorium techniek leerling robot gastvrij elektronica energie plaatsing ontwerpster netwerk weerstand bijzonder'.split(
      ' ',
    ),
  )('%s', (word) => {
    expect(decompound(word)).toEqual([])
  })
})

test('parts and links make the word again, whatever is asked', () => {
  const anything = fc.oneof(
    fc.stringMatching(/^[a-z]{0,30}$/),
    fc
      .array(fc.constantFrom(...COMPOUND_PARTS, 's', 'en', 'n'), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, (word) => {
      const parts = decompound(word)
      let rest = word
      for (const part of parts) {
        const at = rest.indexOf(part)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(['', 's', 'e', 'en', 'n', 'er']).toContain(rest.slice(0, at))
        rest = rest.slice(at + part.length)
      }
      if (parts.length > 0) expect(rest).toBe('')
      expect(parts.length).not.toBe(1)
    }),
  )
})

test('a very long word costs nothing', () => {
  expect(decompound('les'.repeat(20_000))).toEqual([])
})
