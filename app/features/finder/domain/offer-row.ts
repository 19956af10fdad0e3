/** One row of the list: what a teacher needs to decide whether to open the offer. */
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { PictureWords } from '~/kernel/picture'
import type { SearchHit } from '~search/port'

export type OfferRow = {
  /** Place in the whole result, from 1: the number on the pin of the map. */
  readonly rank: number
  readonly id: string
  readonly slug: string
  readonly kind: OfferKind
  readonly title: string
  readonly summary: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly placeName: string
  readonly distanceKm: number | null
  /** Whether the company comes to the place that distances are measured from; `null`: no place, or nobody travels. */
  readonly comes: 'yes' | 'too-far' | 'some-regions' | null
  /** Only at school; `null`: no limit. */
  readonly travelRadiusKm: number | null
  readonly levels: readonly LevelYears[]
  readonly location: OfferLocation
  /** Whether it has a pin on the map. */
  readonly onMap: boolean
  readonly durationMinutes: number | null
  readonly groupSizeMax: number | null
  readonly costCents: number
  readonly languages: readonly string[]
  /** ISO weekdays; empty: any school day. */
  readonly weekdays: readonly number[]
  readonly openPlaces: number | null
  readonly isDemo: boolean
  /** Who made it together; empty: the organisation alone. */
  readonly madeBy: readonly string[]
  readonly cover: PictureWords | null
}

/** @param rank place of the hit in the whole result, from 1. */
export function offerRow(hit: SearchHit, rank: number): OfferRow {
  const { document } = hit
  return {
    rank,
    id: document.id,
    slug: document.slug,
    kind: document.kind,
    title: document.title,
    summary: document.summary,
    organisationName: document.organisationName,
    organisationSlug: document.organisationSlug,
    placeName: document.placeName,
    distanceKm: hit.distanceKm,
    comes: comes(hit),
    travelRadiusKm: document.travelRadiusKm,
    levels: document.levels,
    location: document.location,
    onMap: document.point !== null,
    durationMinutes: document.durationMinutes,
    groupSizeMax: document.groupSizeMax,
    costCents: document.costCents,
    languages: document.languages,
    weekdays: document.weekdays,
    openPlaces: document.openPlaces,
    isDemo: document.isDemo,
    madeBy: document.together?.names ?? [],
    cover: document.cover ?? null,
  }
}

function comes({ document, distanceKm }: SearchHit): OfferRow['comes'] {
  if (document.location !== 'at-school' || distanceKm === null) return null
  if (document.travelRadiusKm !== null && distanceKm > document.travelRadiusKm) return 'too-far'
  return document.servedMunicipalityCodes !== null ? 'some-regions' : 'yes'
}
