/** What ranking looks at: a request and an offer as plain values, whoever loaded them. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Level, LevelYears, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import type { Point } from '~/kernel/geography'

/** A lesson that classes of a school had. */
export type ClassLesson = {
  readonly offerId: string
  readonly kind: OfferKind
  readonly topicIds: readonly string[]
  readonly level: Level
  /** Years of the level that had it, as they were then. */
  readonly years: readonly number[]
  /** 0 this school year, 1 the last: a class is a year further since. */
  readonly yearsAgo: number
}

export type RankedRequest = {
  /** Wished kinds, never empty. Another kind is ranked lower in a list and does not count in a clearing round. */
  readonly kinds: readonly OfferKind[]
  /** 1–3 topic ids. */
  readonly topicIds: readonly string[]
  readonly level: Level
  /** Years of the level, never empty. */
  readonly years: readonly number[]
  /** Vmbo only; empty: any track. */
  readonly tracks: readonly VmboTrack[]
  readonly school: {
    readonly point: Point
    /** Regions that the school lies in: regions may overlap. */
    readonly regionIds: readonly string[]
    readonly municipalityCode: string
    /** What its classes had lately; empty: nothing, or nobody knows. */
    readonly history: readonly ClassLesson[]
  }
  /** How far the school travels, km; `null`: no limit. */
  readonly maxDistanceKm: number | null
  /** Pupils in the largest group. */
  readonly groupSize: number
  /** Wished days of the week, ISO; empty: any school day. */
  readonly weekdays: readonly number[]
  /** Wished period, both days included; `null`: any time. */
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate } | null
  /** Languages in which the class can follow a lesson; empty: any. */
  readonly languages: readonly string[]
}

/**
 * By offer id how well its words fit those of a request, over 0 up to 1; an offer that is not in it has no word in common.
 * A number of the input: whoever asks for a ranking has had the words read.
 */
export type TextFitOf = ReadonlyMap<string, number>

/** A request with what the words of the offers say to it: what a pair is scored by. */
export type WordedRequest = RankedRequest & { readonly textFits: TextFitOf }

export type RankedOffer = {
  readonly id: string
  readonly kind: OfferKind
  readonly topicIds: readonly string[]
  readonly levels: readonly LevelYears[]
  readonly location: OfferLocation
  /** Where the company is. */
  readonly point: Point
  /** Regions that the company lies in. */
  readonly regionIds: readonly string[]
  /** How far the company travels to a school, km; `null`: no limit. */
  readonly travelRadiusKm: number | null
  /** Regions and municipalities to which the offer is limited; both empty: not limited. */
  readonly serviceRegionIds: readonly string[]
  readonly serviceMunicipalityCodes: readonly string[]
  /** `null`: no limit. */
  readonly groupSizeMax: number | null
  /** Days on which it is given, ISO; empty: any school day. */
  readonly weekdays: readonly number[]
  /** First and last day on which it is given; `null`: all year. */
  readonly available: { readonly from: CalendarDate; readonly until: CalendarDate } | null
  readonly languages: readonly string[]
  /** Class-places left in the wished period; `null`: no limit (downloads). */
  readonly openPlaces: number | null
  /** Requests of the last 12 months that the company was asked and that it answered in time. */
  readonly asked: number
  readonly answered: number
  /** Months since the company last confirmed the offer, ≥ 0. */
  readonly monthsSinceConfirmed: number
  /** Share of its region's attention that the company already had this month, 0–1. */
  readonly exposure: number
}
