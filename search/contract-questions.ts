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
