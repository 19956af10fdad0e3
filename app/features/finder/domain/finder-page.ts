/** What the finder's page and map receive. */

import type { Month } from '~/kernel/calendar'
import type { OfferKind } from '~/kernel/education'
import type { Bounds } from '~/kernel/geography'
import type { NameKind } from '~search/dutch/gazetteer'
import type { Wish } from '~search/dutch/wishes'
import type { Explained } from '~search/explanation'
import type { MapPoint } from '~search/port'
import type { FacetName } from '~search/query'
import type { Problem } from './finder-address'
import type { FilterPart, FinderState } from './finder-state'
import type { WordChoices } from './finder-words'
import type { OfferRow } from './offer-row'
import type { From, PlaceChoice } from './place-answer'

export type TopicName = {
  readonly id: string
  readonly parentId: string | null
  readonly nl: string
  readonly en: string | null
}

/** The reader's own school: `place` is what to ask the finder to search around it. */
export type OwnSchool = { readonly name: string; readonly place: string }

/** Per filter and value how many offers there would be. */
export type FacetCounts = Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>

/** A change of the question that finds something, and how much. */
export type WayOut =
  | { readonly kind: 'widen'; readonly state: FinderState; readonly radiusKm: number; readonly count: number }
  | {
      readonly kind: 'drop'
      readonly state: FinderState
      readonly parts: readonly FilterPart[]
      readonly count: number
    }

/** What was read in the text and counts beside the reader's own choices; each can be taken back. */
export type ReadPart = {
  /** What stands in `FinderState.plain` once it is taken back. */
  readonly words: readonly string[]
  /** Nothing would be left with it, so it does not count. */
  readonly dropped: boolean
  /** Offers that do not fit are left out; else they come last. */
  readonly limits: boolean
} & (
  | { readonly kind: 'level'; readonly levelKeys: readonly string[] }
  | { readonly kind: 'kind'; readonly value: OfferKind }
  | { readonly kind: 'place'; readonly name: string; readonly named: NameKind; readonly radiusKm: number }
  | { readonly kind: Wish }
)

export type FinderPage = {
  readonly state: FinderState
  /** In the order of the text. */
  readonly read: readonly ReadPart[]
  readonly problems: readonly Problem[]
  readonly from: From | null
  readonly placeChoices: readonly PlaceChoice[]
  readonly school: OwnSchool | null
  readonly topics: readonly TopicName[]
  readonly rows: readonly OfferRow[]
  readonly total: number
  /** None of the rows has enough of what was typed: they only look like it. */
  readonly isAlmost: boolean
  readonly pageCount: number
  readonly counts: FacetCounts
  /** What the filters with a vocabulary offer. */
  readonly words: WordChoices
  /** Months that can be asked for, ascending. */
  readonly months: readonly Month[]
  /** Only when there are no rows. */
  readonly waysOut: readonly WayOut[]
  /** For administrators only. */
  readonly order: ExplainedOrder | null
}

export type ExplainedOrder = {
  /** The same result with the parts of each score, or without them. */
  readonly otherPath: string
  /** `null` where it is not asked for. */
  readonly explained: Explained | null
}

export type FinderMap = {
  /** In the order of the list, at most 1,000. */
  readonly points: readonly MapPoint[]
  readonly from: From | null
  /** Drawn as a circle; `null`: not limited. */
  readonly radiusKm: number | null
  /** Drawn as a rectangle; absent: everywhere. */
  readonly bounds?: Bounds
}
