/** What can be asked of an index of offers. Every part is optional; an empty query asks for everything. */
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import type { Point } from '~/kernel/geography'

/** A level, a level with a year, or one with a track. An offer fits when it has them all. */
export type LevelFilter = { readonly level: Level; readonly year?: number; readonly track?: VmboTrack }

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
  readonly organisationId?: string
  /** Only what costs nothing. */
  readonly free?: boolean
  readonly girlsFocus?: boolean
}

/**
 * Where the school is. With `radiusKm` (≥ 0), offers at the company lie within the radius; offers at school are
 * those whose company travels as far as the school, whatever the radius; online and download always stay.
 * So a wider radius never gives fewer hits. Without a radius the point only orders and measures.
 */
export type Near = { readonly point: Point; readonly radiusKm?: number }

export const SORTS = ['relevance', 'distance', 'newest'] as const
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
] as const
export type FacetName = (typeof FACETS)[number]

export type SearchQuery = {
  /** As typed; at most 400 characters are looked at. */
  readonly text?: string
  readonly filters?: SearchFilters
  readonly near?: Near
  readonly sort?: Sort
  /** From 1. */
  readonly page?: number
  /** 1–100. */
  readonly pageSize?: number
  readonly facets?: readonly FacetName[]
}
