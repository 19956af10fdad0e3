import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTelling, kindOf } from './kinds'
import { levelAt } from './levels'
import { synonymsOf } from './synonyms'
import { understand } from './understand'

describe('a question', () => {
  test.each([
    ['robots programmeren vmbo', ['robots', 'programmeren'], ['vmbo'], []],
    ['robotje knutselen groep 7', ['robotje', 'knutselen'], ['po-7'], []],
    ['hackers klas 4 vwo', ['hackers'], ['vwo-4'], []],
    ['DNA practicum 5 vwo', ['dna'], ['vwo-5'], ['guest-lesson']],
    ['gastles scheikunde voor bovenbouw havo', ['scheikunde'], ['havo-4', 'havo-5'], ['guest-lesson']],
    ['leren lassen vmbo basis', ['lassen'], ['vmbo-bb'], []],
    ['uitje kleuters', [], ['po-1', 'po-2'], ['excursion']],
    ['bedrijfs bezoek metaal', ['metaal'], [], ['excursion']],
    ['havenexcursie', ['haven'], [], ['excursion']],
    ['guest lesson primary school', [], ['po'], ['guest-lesson']],
    ['2-3 robots', ['2', '3', 'robots'], [], []],
  ])('%s', (text, words, levelKeys, kinds) => {
    expect(understand(text)).toMatchObject({ words, levelKeys, kinds })
  })

  test('tells which word of a kind puts an offer first', () => {
    expect(understand('leskist lenen')).toMatchObject({ words: [], hints: ['leskist', 'lenen'] })
    expect(understand('gastles robot').hints).toEqual([])
  })

  test('of nothing but words that say nothing is asked as it is', () => {
    expect(understand('iets voor ons').words).toEqual(['iets', 'voor', 'ons'])
    expect(understand('iets voor havo').words).toEqual([])
    expect(understand('')).toMatchObject({ words: [], levelKeys: [], kinds: [], hints: [], parts: [] })
  })

  test('is bounded, and never more than what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1000 }), (text) => {
        const { words } = understand(text)
        expect(words.length).toBeLessThanOrEqual(24)
        for (const word of words) expect(word).toMatch(/^[a-z0-9]+$/)
      }),
    )
  })
})

describe('levels', () => {
  test.each([
    ['groep 7/8', ['po-7', 'po-8']],
    ['groep 5 t/m 8', ['po-5', 'po-6', 'po-7', 'po-8']],
    ['groep 5-8', ['po-5', 'po-6', 'po-7', 'po-8']],
    ['groep 5 en 8', ['po-5', 'po-8']],
    ['groep8', ['po-8']],
    ['basisschool', ['po']],
    ['vmbo kader 3', ['vmbo-3-kb']],
    ['vmbo-t 2', ['vmbo-2-tl']],
    ['mavo 4', ['vmbo-4-tl']],
    ['4havo', ['havo-4']],
    ['h4', ['havo-4']],
    ['havo6', ['havo']],
    ['3 vwo', ['vwo-3']],
    ['gymnasium', ['vwo']],
    ['brugklas', ['vmbo-1', 'havo-1', 'vwo-1']],
    ['tweede klas havo', ['havo-2']],
    ['onderbouw vwo', ['vwo-1', 'vwo-2', 'vwo-3']],
    ['klas 6', ['vwo-6']],
    ['middelbare school', ['pro', 'vmbo', 'havo', 'vwo']],
  ])('%s', (text, keys) => {
    expect(understand(text)).toMatchObject({ words: [], levelKeys: keys })
  })

  test.each(['groep 9', 'klas 7', 'basis', 'kader', '7'])('%s is none', (text) => {
    expect(understand(text).levelKeys).toEqual([])
  })

  test('take at least one word and none behind the last', () => {
    const word = fc.constantFrom(
      ...'groep klas vmbo havo vwo t kader basis bovenbouw onderbouw 1 3 7 tot en tm tweede robot'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        for (let i = 0; i < words.length; i++) {
          const level = levelAt(words, i)
          if (!level) continue
          expect(level.length).toBeGreaterThan(0)
          expect(i + level.length).toBeLessThanOrEqual(words.length)
        }
      }),
    )
  })
})

describe('kinds', () => {
  test.each([
    ['gastlessen', 'guest-lesson'],
    ['uitjes', 'excursion'],
    ['rondleidingen', 'excursion'],
    ['leskisten', 'lesson-material'],
    ['wedstrijden', 'event'],
    ['opdrachtgever', 'co-development'],
    ['robot', undefined],
  ])('%s is %s', (word, kind) => {
    expect(kindOf(word)).toBe(kind)
  })

  test('some of their words tell more than the kind', () => {
    expect(isTelling('leskisten')).toBe(true)
    expect(isTelling('gastles')).toBe(false)
  })
})

test('synonyms are stems, go both ways within a group, and never lead to the word itself', () => {
  expect(synonymsOf('coder')).toContainEqual(['programmer'])
  expect(synonymsOf('programmer')).toContainEqual(['coder'])
  expect(synonymsOf('robotica')).toContainEqual(['cobot'])
  expect(synonymsOf('kunstmat intelligentie')).toContainEqual(['ai'])
  expect(synonymsOf('ai')).toContainEqual(['kunstmat', 'intelligentie'])
  expect(synonymsOf('ai')).not.toContainEqual(['ai'])
  expect(synonymsOf('qwerty')).toEqual([])
})
