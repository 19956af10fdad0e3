import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, wordsOf } from './words'

test('accents, apostrophes and hyphens', () => {
  expect(wordsOf("Repaircafé, auto's en 3D-printen")).toEqual(['repaircafe', 'autos', 'en', '3d', 'printen'])
  expect(wordsOf('foto’s · energieën')).toEqual(['fotos', 'energieen'])
  expect(wordsOf(' \n…')).toEqual([])
})

test('folded text folds to itself, and words are letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      for (const word of wordsOf(text)) expect(word).toMatch(/^[a-z0-9]+$/)
    }),
  )
})
