import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS, OFFER_KINDS, OFFER_LOCATIONS } from '~/kernel/education'
import { SORTS } from '~search/query'
import { canonicalPath, FIELDS, finderPath, readAddress, tidy, writeAddress } from './finder-address'
import { activeParts, type FinderState, PAGE_MAX, RADIUS_MAX_KM, VIEWS, withoutPart } from './finder-state'

const TOPICS = new Set(['robotica', 'robotica.robots', 'energie', 'energie.zon', 'bouw'])

/** Words as the address keeps them: trimmed, single spaces. */
const words = (max: number) => fc.string({ unit: 'binary', maxLength: max }).map(tidy)
const level = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...LEVELS).map((name) => ({ level: name })),
  fc
    .constantFrom(...LEVELS)
    .chain((name) => fc.constantFrom(...LEVEL_YEARS[name]).map((year) => ({ level: name, year }))),
)
const state: fc.Arbitrary<FinderState> = fc.record({
  text: words(100),
  kinds: fc.subarray([...OFFER_KINDS]),
  level,
  topicIds: fc.subarray([...TOPICS]).map((ids) => ids.sort()),
  place: words(40),
  radiusKm: fc.option(fc.integer({ min: 1, max: RADIUS_MAX_KM })),
  locations: fc.subarray([...OFFER_LOCATIONS]),
  languages: fc.subarray(['de', 'en', 'fy', 'nl']),
  free: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
  view: fc.constantFrom(...VIEWS),
  page: fc.integer({ min: 1, max: PAGE_MAX }),
})

const anyAddress = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...FIELDS), fc.constant('lang'), fc.string({ maxLength: 8 })),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '-1',
        '0',
        '1',
        '9999',
        'havo-6',
        'po-9',
        'vmbo',
        'vmbo-3-kb',
        'robotica',
        '<script>',
        "'; drop table offer",
      ),
    ),
  ),
  { maxLength: 40 },
)

test('what is written is read back, without problems', () => {
  fc.assert(
    fc.property(state, (asked) => {
      expect(readAddress(new URLSearchParams(writeAddress(asked)), TOPICS)).toEqual({
        state: asked,
        problems: [],
      })
    }),
  )
})

test('a state has one spelling, and that one is not moved again', () => {
  fc.assert(
    fc.property(state, fc.nat(), (asked, seed) => {
      const written = [...new URLSearchParams(writeAddress(asked))]
      expect(canonicalPath(new URLSearchParams(written), asked)).toBeNull()
      const turned = [
        ...written.slice(seed % (written.length || 1)),
        ...written.slice(0, seed % (written.length || 1)),
      ]
      const { state: same } = readAddress(new URLSearchParams(turned), TOPICS)
      expect(same).toEqual(asked)
    }),
  )
})

test('any address is read: nothing throws, the state is one that can be, and moving to its spelling ends', () => {
  fc.assert(
    fc.property(anyAddress, (pairs) => {
      const params = new URLSearchParams(pairs)
      const { state: read } = readAddress(params, TOPICS)
      expect(readAddress(new URLSearchParams(writeAddress(read)), TOPICS)).toEqual({
        state: read,
        problems: [],
      })
      const moved = canonicalPath(params, read)
      if (moved === null) return
      const again = new URL(moved, 'http://own.invalid').searchParams
      expect(canonicalPath(again, readAddress(again, TOPICS).state)).toBeNull()
    }),
  )
})

test('taking away what was asked, part by part, ends at everything', () => {
  fc.assert(
    fc.property(state, (asked) => {
      let left = asked
      for (let part = activeParts(left)[0]; part; part = activeParts(left)[0]) {
        const fewer = withoutPart(left, part)
        expect(activeParts(fewer).length).toBeLessThan(activeParts(left).length)
        left = fewer
      }
      expect(finderPath({ ...left, sort: 'relevance', view: 'auto', radiusKm: null, page: 1 })).toBe(
        '/offers',
      )
    }),
  )
})
