/**
 * How the index is set up. It is fed stems (dutch/terms.ts): Meilisearch has no Dutch stemmer and takes no compounds apart.
 * Which offers answer a question is a filter on `terms`, as exact as in PostgreSQL; in what order is its own ranking.
 */
import type { Settings } from 'meilisearch'
import { FACET_VALUES_MAX } from '../query'
import { REACHED } from './filter'
import { WEIGHED } from './rescore'

/** Counts up with what stands here or in stored-offer.ts: a release never reads the index of another shape. */
const SHAPE = 6

/** @param base e.g. `offers`. @returns the name under which it is asked. */
export function indexName(base: string): string {
  return `${base}-v${SHAPE}`
}

/** Facets and filters that are asked for equality only. */
const EQUAL = [
  'id',
  'kind',
  'location',
  'levelKeys',
  'topicIds',
  'subjectIds',
  'curriculumGoalIds',
  'networkIds',
  'regionIds',
  'languages',
  'organisationSlug',
  'municipalityCode',
  'servedIn',
  'free',
  'girlsFocus',
  'full',
  'limited',
  'openMonths',
  'travelRadiusKm',
  'terms',
  'titleTerms',
  'topicTerms',
]

/** A word that every offer has: asked first, it keeps every hit in the answer whatever else is dropped. */
export const ANCHOR = 'everyoffer'

export const SETTINGS: Settings = {
  searchableAttributes: ['anchor', 'titleText', 'topicText', 'summaryText', 'bodyText'],
  displayedAttributes: [...new Set(['offer', 'pin', ...WEIGHED, ...REACHED])],
  filterableAttributes: [
    {
      attributePatterns: EQUAL,
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['words'],
      features: { facetSearch: true, filter: { equality: true, comparison: false } },
    },
    // Only spelt like this it may be asked for a circle.
    '_geo',
  ],
  sortableAttributes: ['_geo', 'publishedAt', 'id', 'soonest'],
  // Among offers that have the words in an equally telling place, the nearer one; without words, sorting alone.
  rankingRules: ['words', 'attributeRank', 'sort', 'exactness', 'proximity', 'typo', 'wordPosition'],
  // Mistakes are mended before it is asked, by the words that offers have; a stem one letter away is another word.
  // Nor does it know synonyms: it would rank them like the word itself.
  typoTolerance: {
    enabled: false,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
  },
  prefixSearch: 'disabled',
  stopWords: [],
  // Counts are exact; how far people page is cut before.
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: FACET_VALUES_MAX, sortFacetValuesBy: { organisationSlug: 'count' } },
  searchCutoffMs: 800,
}
