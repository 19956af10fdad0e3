import { expect, test } from 'vitest'
import { readYears, schoolLevels } from './school-levels'

const namesOf = (words: readonly string[]) =>
  schoolLevels(words).map(({ level, years, tracks }) =>
    `${level} ${years.join('')} ${tracks.join('')}`.trim(),
  )

test.each([
  [['bo'], ['po 12345678']],
  [['so'], ['po 12345678']],
  [['vso'], ['pro 12345', 'vmbo 1234 bbkbgltl', 'havo 12345', 'vwo 123456']],
  [
    ['so', 'vso'],
    ['po 12345678', 'pro 12345', 'vmbo 1234 bbkbgltl', 'havo 12345', 'vwo 123456'],
  ],
  [['vmbo-bk'], ['vmbo 1234 bbkb']],
  [
    ['vmbo-gt', 'havo'],
    ['vmbo 1234 gltl', 'havo 12345'],
  ],
  [['brugjaar'], ['vmbo 12 bbkbgltl', 'havo 12', 'vwo 12']],
  [
    ['brugjaar', 'havo'],
    ['vmbo 12 bbkbgltl', 'havo 12345', 'vwo 12'],
  ],
])('%j allows %j', (words, expected) => {
  expect(namesOf(words)).toEqual(expected)
})

test('a register that says nothing known allows every level', () => {
  expect(namesOf([])).toHaveLength(5)
  expect(namesOf(['iets nieuws'])).toHaveLength(5)
})

test('years are read as one level, ascending, whatever the order of the form', () => {
  const levels = schoolLevels(['vmbo-gt', 'havo'])
  expect(readYears(['vmbo-4', 'vmbo-3'], levels)).toEqual({
    ok: true,
    chosen: { level: 'vmbo', years: [3, 4] },
  })
  expect(readYears([], levels)).toEqual({ ok: false, mistake: 'none' })
  expect(readYears(['vwo-3'], levels)).toEqual({ ok: false, mistake: 'unknown' })
  expect(readYears(['havo-6'], levels)).toEqual({ ok: false, mistake: 'unknown' })
  expect(readYears(['vmbo-3', 'havo-4'], levels)).toEqual({ ok: false, mistake: 'more-levels' })
})
