import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decompound } from './compounds'
import { synonymsOf } from './synonyms'
import { understand } from './understand'
import { undiminished, wordsOf } from './words'

describe('words', () => {
  test('accents, apostrophes and hyphens', () => {
    expect(wordsOf("Repaircafé, auto's en 3D-printen")).toEqual([
      'repaircafe',
      'autos',
      'en',
      '3d',
      'printen',
    ])
  })

  test.each([
    ['robotje', 'robot'],
    ['bruggetje', 'brug'],
    ['autootje', 'auto'],
    ['proefjes', 'proef'],
    ['spelletje', 'spel'],
    ['filmpje', 'film'],
    ['koninkje', 'koning'],
  ])('%s may come from %s', (word, from) => {
    expect(undiminished(word)).toContain(from)
  })
})

describe('compounds', () => {
  test.each([
    ['lasrobot', ['las', 'robot']],
    ['zonnepanelen', ['zonne', 'panelen']],
    ['chocoladefabriek', ['chocolade', 'fabriek']],
    ['stroomkring', ['stroom', 'kring']],
    ['warmtepomp', ['warmte', 'pomp']],
    ['scheepsbouwles', ['scheepsbouw', 'les']],
    ['robotarm', ['robot', 'arm']],
  ])('%s', (word, parts) => {
    expect(decompound(word)).toEqual(parts)
  })

  test.each([
    'programmeren',
    'laboratorium',
    'techniek',
    'leerling',
    'robot',
    'gastvrij',
    'elektronica',
    'energie',
  ])('%s is one word', (word) => {
    expect(decompound(word)).toEqual([])
  })

  test('parts and links make the word again, whatever is asked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,30}$/), (word) => {
        const parts = decompound(word)
        let rest = word
        for (const part of parts) {
          const at = rest.indexOf(part)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(['', 's', 'e', 'en', 'n', 'er']).toContain(rest.slice(0, at))
          rest = rest.slice(at + part.length)
        }
        if (parts.length > 0) expect(rest).toBe('')
      }),
    )
  })
})

describe('a question', () => {
  test.each([
    ['robots programmeren vmbo', ['robots', 'programmeren'], ['vmbo'], []],
    ['robotje knutselen groep 7', ['robotje', 'knutselen'], ['po-7'], []],
    ['hackers klas 4 vwo', ['hackers'], ['vwo-4'], []],
    ['DNA practicum 5 vwo', ['dna'], ['vwo-5'], ['guest-lesson']],
    [
      'gastles scheikunde voor bovenbouw havo',
      ['scheikunde', 'voor'],
      ['havo-4', 'havo-5'],
      ['guest-lesson'],
    ],
    ['leren lassen vmbo basis', ['leren', 'lassen'], ['vmbo-bb'], []],
    ['uitje kleuters', [], ['po-1', 'po-2'], ['excursion']],
  ])('%s', (text, words, levelKeys, kinds) => {
    expect(understand(text)).toEqual({ words, levelKeys, kinds })
  })
})

test('synonyms go both ways within a group', () => {
  expect(synonymsOf('coderen')).toContain('programmeren')
  expect(synonymsOf('robotica')).toContain('cobot')
  expect(synonymsOf('qwerty')).toEqual([])
})
