/** What the index knows of one published offer: everything a result row, a pin and a facet need, nothing personal. */
import type { CalendarDate } from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import type { MadeTogether } from '~/kernel/licence'
import type { PictureWords } from '~/kernel/picture'
import type { Signals } from './quality'

export type OfferDocument = {
  readonly id: string
  readonly slug: string
  /** Version of the offer that this document was made of; an older one never overwrites a newer one. */
  readonly revision: number
  readonly kind: OfferKind
  readonly title: string
  readonly summary: string
  /** Goal, description, preparation and follow-up in one text. */
  readonly description: string
  readonly organisationId: string
  readonly organisationSlug: string
  readonly organisationName: string
  readonly placeName: string
  readonly municipalityCode: string
  /** Name of the municipality and of the province: searched, and shown behind a place that occurs twice. */
  readonly municipalityName: string
  readonly provinceName: string
  readonly regionIds: readonly string[]
  /** Leaf and parent topics, so that a filter on a parent finds its children. */
  readonly topicIds: readonly string[]
  /** Labels of the topics and their parents in both languages: searched. */
  readonly topicLabels: readonly string[]
  readonly levels: readonly LevelYears[]
  readonly subjectIds: readonly string[]
  readonly subjectLabels: readonly string[]
  readonly curriculumGoalIds: readonly string[]
  readonly profileIds: readonly string[]
  readonly networkIds: readonly string[]
  readonly location: OfferLocation
  /** Where the company is; `null` for online and download. */
  readonly point: Point | null
  /** How far the company travels, km; `null`: no limit. Only meaningful at school. */
  readonly travelRadiusKm: number | null
  /** Municipalities to which the offer is limited, of its regions too; `null`: not limited. Only meaningful at school. */
  readonly servedMunicipalityCodes: readonly string[] | null
  readonly groupSizeMax: number | null
  readonly durationMinutes: number | null
  readonly costCents: number
  readonly languages: readonly string[]
  readonly girlsFocus: boolean
  readonly programme: string | null
  readonly weekdays: readonly number[]
  /** Class-places left this school year; `null`: no limit. 0 keeps an offer out of the results. */
  readonly openPlaces: number | null
  /**
   * Per month in which a place is open the first day of it that has one, ascending; `null`: no limit. Of a place that can be
   * had on any day of the month, the first of the month.
   */
  readonly openFrom: readonly CalendarDate[] | null
  /** What speaks for it whatever is asked, as of the last time that it was written. */
  readonly signals: Signals
  readonly isDemo: boolean
  /** Who made it together, searched; and the licence. Absent: the organisation alone. */
  readonly together?: MadeTogether | null
  /** Shown on the card; not searched. */
  readonly cover?: PictureWords | null
  /** ISO instants. */
  readonly publishedAt: string
  readonly lastConfirmedAt: string | null
}
