/** What can be asked of an index of offers. Every part is optional; an empty query asks for everything. */
import type { Month } from '~/kernel/calendar'
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import type { Bounds, Point } from '~/kernel/geography'
import type { Understood } from './dutch/understand'

/** A level, a level with a year, or one with a track. An offer fits when it has them all. */
export type LevelFilter = { readonly level: Level; readonly year?: number; readonly track?: VmboTrack }

/** Months in which a place must be open, both ends included; without an end at most `PERIOD_MONTHS` from the other. */
export type Period = { readonly from?: Month; readonly until?: Month }

/** Values of one filter are alternatives (or), filters among each other all hold (and). */
export type SearchFilters = {
  readonly kinds?: readonly OfferKind[]
  readonly levels?: readonly LevelFilter[]
  readonly topicIds?: readonly string[]
  readonly subjectIds?: readonly string[]
  readonly curriculumGoalIds?: readonly string[]
  readonly networkIds?: readonly string[]
  /** Regions in which the company is. */
  readonly regionIds?: readonly string[]
  readonly locations?: readonly OfferLocation[]
  readonly languages?: readonly string[]
  /** Companies, as they stand in an address. */
  readonly organisationSlugs?: readonly string[]
  /** Only with a place open in one of these months; what has no limit is always open. */
  readonly period?: Period
  /** Only where the company is: what has no place lies in no area. */
  readonly bounds?: Bounds
  /** Only what costs nothing. */
  readonly free?: boolean
  /** Only what costs something. */
  readonly paid?: boolean
  readonly girlsFocus?: boolean
}

/**
 * Where the school is. With `radiusKm` (≥ 0), offers at the company lie within the radius; offers at school are
 * those whose company travels as far as the school, whatever the radius; online and download always stay.
 * So a wider radius never gives fewer hits. Without a radius the point only orders and measures.
 *
 * With `municipalityCodes` it is an area and `point` its middle: offers at the company lie in one of these municipalities;
 * offers at school do too, or their company travels as far as the middle; online and download always stay. The radius is not
 * looked at then.
 *
 * Offers at school that are limited to municipalities are left out where none of them is that of the point
 * (`municipalityCode`, where it is known) or one of the area; as by the radius of travelling, only where something is limited.
 */
export type Near = {
  readonly point: Point
  readonly radiusKm?: number
  readonly municipalityCodes?: readonly string[]
  /** In which the point lies. */
  readonly municipalityCode?: string
}

/** `soonest`: by the first day on which a place is open; what has none, or needs none, comes last. */
export const SORTS = ['relevance', 'distance', 'soonest', 'newest'] as const
export type Sort = (typeof SORTS)[number]

export const FACETS = [
  'kind',
  'level',
  'topic',
  'subject',
  'curriculumGoal',
  'network',
  'region',
  'location',
  'language',
  'free',
  'girlsFocus',
  'organisation',
] as const
/** So many values of one facet are counted, the most frequent ones. */
export const FACET_VALUES_MAX = 1_000
export type FacetName = (typeof FACETS)[number]

/** Other words that an administrator gave: stems of what is typed → phrases of stems that are looked for as well. */
export type Synonyms = ReadonlyMap<string, readonly (readonly string[])[]>

export type SearchQuery = {
  /** As typed; at most 400 characters are looked at. */
  readonly text?: string
  /** On top of those that the program knows by itself. */
  readonly synonyms?: Synonyms
  /** What the caller reads in the text; without it the engine reads the text itself, and knows no names of places. */
  readonly understood?: Understood
  readonly filters?: SearchFilters
  readonly near?: Near
  readonly sort?: Sort
  /** The sort `soonest` leaves out places before this month; by default none. */
  readonly soonestFrom?: Month
  /** From 1. */
  readonly page?: number
  /** 1–100. */
  readonly pageSize?: number
  readonly facets?: readonly FacetName[]
}
