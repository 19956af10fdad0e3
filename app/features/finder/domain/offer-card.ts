/** An offer as it stands on a card: on the home page, beside another offer, on the page of its company. */
import type { LevelYears, OfferKind } from '~/kernel/education'
import type { PictureWords } from '~/kernel/picture'
import type { SearchHit } from '~search/port'

export type OfferCard = {
  readonly id: string
  /** As in the address. */
  readonly slug: string
  readonly kind: OfferKind
  readonly title: string
  readonly summary: string
  readonly organisationName: string
  readonly placeName: string
  /** Chooses the drawing; empty: none. */
  readonly topicId: string
  readonly levels: readonly LevelYears[]
  readonly durationMinutes: number | null
  /** From the reader's school; `null`: unknown, or it has no place. */
  readonly distanceKm: number | null
  readonly isDemo: boolean
  /** Who made it together; empty: the organisation alone. */
  readonly madeBy: readonly string[]
  /** Instead of the drawing. */
  readonly cover: PictureWords | null
}

export function offerCard({ document, distanceKm }: SearchHit): OfferCard {
  return {
    id: document.id,
    slug: document.slug,
    kind: document.kind,
    title: document.title,
    summary: document.summary,
    organisationName: document.organisationName,
    placeName: document.placeName,
    topicId: document.topicIds[0] ?? '',
    levels: document.levels,
    durationMinutes: document.durationMinutes,
    distanceKm,
    isDemo: document.isDemo,
    madeBy: document.together?.names ?? [],
    cover: document.cover ?? null,
  }
}
