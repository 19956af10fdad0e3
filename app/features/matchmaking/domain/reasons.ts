/**
 * Why an offer fits a request and where it differs, as data with figures: the terms of the ranking told to a person. The
 * request page, the company's inbox and the coordinator's board turn the same reasons into words.
 */
import type { CalendarDate } from '~/kernel/calendar'
import type { Level, OfferKind, OfferLocation, VmboTrack } from '~/kernel/education'
import { fittingYears, isServed, travelKm } from '~/matching/ranking/rules'
import { lessonsOfClass } from '~/matching/ranking/score'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import { kinship, type TopicParents } from '~/matching/ranking/topics'

export type Reason =
  | {
      readonly about: 'level'
      readonly fits: boolean
      readonly level: Level
      /** Years of the request that the offer is for; when it differs, those that it is not for. */
      readonly years: readonly number[]
      readonly tracks: readonly VmboTrack[]
    }
  | {
      readonly about: 'kind'
      readonly fits: boolean
      readonly kind: OfferKind
      readonly wished: readonly OfferKind[]
    }
  | {
      readonly about: 'topic'
      readonly fits: boolean
      /** Topics of the offer: those that were asked for, or what it is about instead. */
      readonly given: readonly string[]
      readonly wished: readonly string[]
      /** It is about a sister of what was asked: "lasrobots" where "drones" were. */
      readonly isKin?: true
    }
  | {
      readonly about: 'distance'
      readonly fits: boolean
      readonly location: OfferLocation
      /** `null`: nobody has to travel. */
      readonly km: number | null
      /** How far who has to travel wants to; `null`: no limit. */
      readonly limitKm: number | null
    }
  | { readonly about: 'own-region'; readonly fits: boolean }
  | { readonly about: 'region'; readonly fits: boolean }
  | {
      readonly about: 'weekdays'
      readonly fits: boolean
      /** Wished days that can be; when none can, the days of the offer. ISO. */
      readonly days: readonly number[]
      readonly notDays: readonly number[]
    }
  | {
      readonly about: 'period'
      readonly fits: boolean
      readonly from: CalendarDate
      readonly until: CalendarDate
    }
  | { readonly about: 'places'; readonly fits: boolean; readonly open: number; readonly groups: number }
  | { readonly about: 'group'; readonly fits: boolean; readonly max: number; readonly pupils: number }
  | { readonly about: 'language'; readonly fits: boolean; readonly languages: readonly string[] }
  | { readonly about: 'answers'; readonly fits: boolean; readonly asked: number; readonly answered: number }
  | { readonly about: 'confirmed'; readonly fits: boolean; readonly months: number }
  /** The class had this already; or had lessons, none of them about these topics. */
  | { readonly about: 'variety'; readonly fits: boolean }

/** Fewer questions than this say nothing about a company. */
const ANSWERS_COUNT_FROM = 3
/** From here on "last confirmed" is worth a warning, months; at 12 an offer is paused. */
const STALE_FROM_MONTHS = 9
export const MAX_REASONS = 5

/**
 * @param groups of the request that still need a place.
 * @returns reasons in the order in which a person would ask, at most five unless more than five differ: a difference is
 * always told, a fit gives way. O(topics² + years).
 */
export function reasonsOf(
  request: RankedRequest,
  offer: RankedOffer,
  parents: TopicParents,
  groups: number,
): readonly Reason[] {
  const all = [
    levelReason(request, offer),
    kindReason(request, offer),
    topicReason(request, offer, parents),
    distanceReason(request, offer),
    regionReason(request, offer),
    weekdayReason(request, offer),
    periodReason(request, offer),
    placesReason(offer, groups),
    groupReason(request, offer),
    languageReason(request, offer),
    answersReason(offer),
    confirmedReason(offer),
    varietyReason(request, offer),
  ].filter((reason) => reason !== null)
  let room = MAX_REASONS - all.filter((reason) => !reason.fits).length
  const kept = all.filter((reason) => !reason.fits || room-- > 0)
  return [...kept.filter((reason) => reason.fits), ...kept.filter((reason) => !reason.fits)]
}

function varietyReason(request: RankedRequest, offer: RankedOffer): Reason | null {
  const had = lessonsOfClass(request)
  if (had.length === 0) return null
  if (had.some(({ offerId }) => offerId === offer.id)) return { about: 'variety', fits: false }
  const isNew = !had.some(({ topicIds }) => topicIds.some((topic) => offer.topicIds.includes(topic)))
  return isNew ? { about: 'variety', fits: true } : null
}

function levelReason(request: RankedRequest, offer: RankedOffer): Reason {
  const fitting = fittingYears(request, offer)
  const rest = request.years.filter((year) => !fitting.includes(year))
  const { level, tracks } = request
  const fits = rest.length === 0
  return { about: 'level', fits, level, years: fits ? fitting : rest, tracks }
}

/** A wished kind is expected and not worth a line; another one is. */
function kindReason(request: RankedRequest, offer: RankedOffer): Reason | null {
  if (request.kinds.includes(offer.kind)) return null
  return { about: 'kind', fits: false, kind: offer.kind, wished: request.kinds }
}

function topicReason(request: RankedRequest, offer: RankedOffer, parents: TopicParents): Reason {
  // A parent and its child speak of the same thing: "robotica" fits who asked for "techniek".
  const { topicIds: wished } = request
  const kinOf = (least: number) =>
    offer.topicIds.filter((topic) => wished.some((wish) => kinship(wish, topic, parents) >= least))
  const near = kinOf(0.7)
  if (near.length > 0) return { about: 'topic', fits: true, given: near, wished }
  // Sisters under one topic fit by the rule too: told as a fit, and that it is not quite the same.
  const kin = kinOf(Number.MIN_VALUE)
  if (kin.length > 0) {
    const sisters = wished.filter((wish) => kin.some((topic) => kinship(wish, topic, parents) > 0))
    return { about: 'topic', fits: true, given: kin, wished: sisters, isKin: true }
  }
  return { about: 'topic', fits: false, given: offer.topicIds, wished }
}

function distanceReason(request: RankedRequest, offer: RankedOffer): Reason {
  const km = travelKm(request, offer)
  const limitKm = offer.location === 'at-school' ? offer.travelRadiusKm : request.maxDistanceKm
  const fits = km === null || limitKm === null || km <= limitKm
  return { about: 'distance', fits, location: offer.location, km, limitKm: km === null ? null : limitKm }
}

function regionReason(request: RankedRequest, offer: RankedOffer): Reason | null {
  const { regionIds } = request.school
  if (!isServed(request.school, offer)) return { about: 'region', fits: false }
  if (offer.location === 'online' || offer.location === 'download') return null
  return overlaps(offer.regionIds, regionIds) ? { about: 'own-region', fits: true } : null
}

function weekdayReason(request: RankedRequest, offer: RankedOffer): Reason | null {
  if (request.weekdays.length === 0 || offer.location === 'download') return null
  if (offer.weekdays.length === 0)
    return { about: 'weekdays', fits: true, days: request.weekdays, notDays: [] }
  const days = request.weekdays.filter((day) => offer.weekdays.includes(day))
  const notDays = request.weekdays.filter((day) => !offer.weekdays.includes(day))
  return { about: 'weekdays', fits: days.length > 0, days: days.length > 0 ? days : offer.weekdays, notDays }
}

function periodReason({ period }: RankedRequest, { available }: RankedOffer): Reason | null {
  if (!period || !available) return null
  const fits = available.from <= period.until && period.from <= available.until
  return { about: 'period', fits, ...available }
}

function placesReason({ openPlaces }: RankedOffer, groups: number): Reason | null {
  if (openPlaces === null) return null
  return { about: 'places', fits: openPlaces >= Math.max(1, groups), open: openPlaces, groups }
}

function groupReason(request: RankedRequest, { groupSizeMax }: RankedOffer): Reason | null {
  if (groupSizeMax === null) return null
  const pupils = request.groupSize
  return { about: 'group', fits: pupils <= groupSizeMax, max: groupSizeMax, pupils }
}

function languageReason(request: RankedRequest, offer: RankedOffer): Reason | null {
  if (request.languages.length === 0 || offer.languages.length === 0) return null
  const shared = offer.languages.filter((language) => request.languages.includes(language))
  const fits = shared.length > 0
  return { about: 'language', fits, languages: fits ? shared : offer.languages }
}

function answersReason({ asked, answered }: RankedOffer): Reason | null {
  if (asked < ANSWERS_COUNT_FROM) return null
  return { about: 'answers', fits: answered * 2 >= asked, asked, answered }
}

function confirmedReason({ monthsSinceConfirmed }: RankedOffer): Reason | null {
  const months = Math.floor(monthsSinceConfirmed)
  return months < STALE_FROM_MONTHS ? null : { about: 'confirmed', fits: false, months }
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.some((value) => b.includes(value))
}
