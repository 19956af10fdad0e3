/** What is asked by who means no good: the engines answer it within bounds. */
import fc from 'fast-check'
import { FACETS, type SearchQuery } from './query'

/** What nobody means well with: quotes and brackets of filters and queries, control characters, signs of other planes, much. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '\\\\',
        ']',
        ') OR (',
        ' AND ',
        'id EXISTS',
        '*',
        ':*',
        '|',
        '!',
        '<->',
        '\u0000',
        '🤖',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('robot ', '🤖', 'a', 'é̂', 'groep 7 ', '((', "'"),
      fc.integer({ min: 1, max: 10_000 }),
    )
    .map(([piece, times]) => piece.repeat(Math.ceil(times / piece.length))),
)
const wild = fc.constantFrom(0, -1, 0.5, 1, 1e6, 1e15, Number.NaN, Number.POSITIVE_INFINITY)
/** Months around those in which the documents of the contract have places, and before and behind them. */
export const month = fc.constantFrom('2026-10', '2026-11', '2027-01', '2027-02', '2027-03', '2027-06')
export const bounds = fc.record({
  south: fc.constantFrom(51, 51.5, 52),
  north: fc.constantFrom(51.4, 52.3, 53),
  west: fc.constantFrom(4, 4.5, 5),
  east: fc.constantFrom(4.4, 5.2, 6),
})
/** When and where, and nothing else: with every other choice beside it hardly anything would be left to compare. */
export const whenAndWhere: fc.Arbitrary<SearchQuery> = fc
  .record({
    filters: fc.record(
      { period: fc.record({ from: month, until: month }, { requiredKeys: [] }), bounds },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom('soonest', 'soonest', 'relevance'),
    soonestFrom: fc.option(month, { nil: undefined }),
    near: fc.option(fc.constant({ point: { lat: 52, lng: 5 } }), { nil: undefined }),
    pageSize: fc.constant(100),
    facets: fc.constant(['kind', 'organisation'] as const),
  })
  .map(({ near, soonestFrom, ...rest }) => ({
    ...rest,
    ...(near && { near }),
    ...(soonestFrom && { soonestFrom }),
  }))
const degrees = fc.double({ min: -180, max: 180, noNaN: true })
/** Questions that no page sends, for the contract of the engines. */
export const hostileQuestion: fc.Arbitrary<SearchQuery> = fc.record(
  {
    text: nasty,
    filters: fc.record(
      {
        topicIds: fc.oneof(
          fc.array(nasty, { maxLength: 5 }),
          fc.array(fc.string(), { minLength: 400, maxLength: 400 }),
        ),
        regionIds: fc.array(nasty, { maxLength: 3 }),
        languages: fc.array(nasty, { maxLength: 3 }),
        organisationSlugs: fc.array(nasty, { maxLength: 3 }),
        period: fc.record({ from: nasty, until: nasty }, { requiredKeys: [] }),
        bounds: fc.record({ south: degrees, west: degrees, north: degrees, east: degrees }),
      },
      { requiredKeys: [] },
    ),
    near: fc.record({
      point: fc.record({
        lat: fc.double({ min: -90, max: 90, noNaN: true }),
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      radiusKm: fc.constantFrom(0, 1e-9, 300, 1e5),
    }),
    page: wild,
    pageSize: wild,
    facets: fc.array(fc.constantFrom(...FACETS), { maxLength: 400 }),
  },
  { requiredKeys: [] },
)
