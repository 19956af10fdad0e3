import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS, type LevelYears, VMBO_TRACKS } from '~/kernel/education'
import { readLevels, writeLevels } from './level-years'

test('boxes become levels in their order, with the tracks at vmbo only', () => {
  expect(readLevels(['havo-3', 'vmbo-4', 'vmbo-3', 'vmbo-3'], ['kb', 'bb'])).toEqual({
    ok: true,
    levels: [
      { level: 'vmbo', years: [3, 4], tracks: ['bb', 'kb'] },
      { level: 'havo', years: [3] },
    ],
  })
  expect(readLevels(['po-8'], ['kb'])).toEqual({ ok: true, levels: [{ level: 'po', years: [8] }] })
})

test('all tracks are the same as none named', () => {
  expect(readLevels(['vmbo-1'], [...VMBO_TRACKS])).toEqual(readLevels(['vmbo-1'], []))
})

test.each(['havo-6', 'vmbo-5', 'po-9', 'po-0', 'mbo-1', 'vmbo', 'vmbo-', 'vmbo-3.5', '<script>', ''])(
  '%j does not exist',
  (key) => {
    expect(readLevels(['po-7', key], [])).toEqual({ ok: false, given: key })
  },
)

test('what is written as boxes is read back as the same levels', () => {
  const one = fc
    .constantFrom(...LEVELS)
    .chain((level) =>
      fc
        .subarray([...LEVEL_YEARS[level]], { minLength: 1 })
        .map((years): LevelYears => ({ level, years: [...years].sort((a, b) => a - b) })),
    )
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ level }) => level }), (levels) => {
      const inOrder = [...levels].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
      const { keys, tracks } = writeLevels(levels)
      expect(readLevels(keys, tracks)).toEqual({ ok: true, levels: inOrder })
    }),
  )
})
