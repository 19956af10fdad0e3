import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS, OFFER_KINDS, OFFER_LOCATIONS, VMBO_TRACKS } from '~/kernel/education'
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
const ids = (...all: string[]) => fc.subarray(all).map((some) => [...some].sort())
const month = fc.option(
  fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, of]) => `${year}-${String(of).padStart(2, '0')}`),
)
const edges = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: -most * 1000, max: most * 1000 }), { minLength: 2, maxLength: 2 })
    .map((two) => two.sort((a, b) => a - b).map((edge) => edge / 1000) as [number, number])
const bounds = fc.option(
  fc.tuple(edges(90), edges(180)).map(([[south, north], [west, east]]) => ({ south, west, north, east })),
)
const anyState = fc.record({
  text: fc.oneof(words(100), fc.constantFrom('robot havo 3 bij Eindhoven', 'Robot, groep 7/8', 'één  les')),
  plain: fc.array(fc.constantFrom('robot', 'havo 3', 'eindhoven', 'groep 7 8', 'robot groep'), {
    maxLength: 4,
  }),
  kinds: fc.subarray([...OFFER_KINDS]),
  level,
  tracks: fc.subarray([...VMBO_TRACKS]),
  topicIds: ids(...TOPICS),
  subjectIds: ids('techniek', 'natuur-en-techniek'),
  goalIds: ids('po-42', 'vo-28', 'vo-33'),
  networkIds: ids('jet-net', 'technet'),
  place: words(40),
  radiusKm: fc.option(fc.integer({ min: 1, max: RADIUS_MAX_KM })),
  bounds,
  regionIds: ids('AM01', 'AM38'),
  locations: fc.subarray([...OFFER_LOCATIONS]),
  languages: fc.subarray(['de', 'en', 'fy', 'nl']),
  free: fc.boolean(),
  girls: fc.boolean(),
  organisations: ids('asml', 'tata-steel'),
  openFrom: month,
  openUntil: month,
  sort: fc.constantFrom(...SORTS),
  view: fc.constantFrom(...VIEWS),
  page: fc.integer({ min: 1, max: PAGE_MAX }),
})
/** Tracks are those of vmbo, and a period ends after it begins. */
const state: fc.Arbitrary<FinderState> = anyState.map(({ text, ...any }) => {
  // Only what stands in the text can be taken back in it.
  const tidied = tidy(text)
  const params = new URLSearchParams([['q', tidied], ...any.plain.map((each) => ['plain', each])])
  const { plain } = readAddress(params, TOPICS).state
  const tracks = any.level?.level === 'vmbo' ? any.tracks : []
  const [openFrom, openUntil] =
    any.openFrom && any.openUntil ? [any.openFrom, any.openUntil].sort() : [any.openFrom, any.openUntil]
  return { ...any, text: tidied, plain, tracks, openFrom: openFrom ?? null, openUntil: openUntil ?? null }
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
        'kb',
        '2027-01',
        '2026-13',
        '51,4,52,5',
        '52,4,51,5',
        '51,4,52,5,6',
        '-0.0001,0,0.0001,1',
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
