/**
 * The hard rules: what makes an offer impossible for a request. They stand in the order in which a person would ask;
 * the list page, the company's inbox and the clearing round use the same ones.
 */
import { distanceKm } from '~/kernel/geography'
import type { RankedOffer, RankedRequest, WordedRequest } from './subjects'
import { type TopicParents, topicFit } from './topics'

export const RULES = [
  'level',
  'kind',
  'topic',
  'travel',
  'region',
  'group-size',
  'language',
  'period',
  'weekdays',
  'places',
] as const
export type Rule = (typeof RULES)[number]

/**
 * `list`: another kind or a topic that is no kin is shown, lower and labelled. `clearing`: nobody is given what they did
 * not ask for.
 */
export type Purpose = 'list' | 'clearing'

export type RulesFor = {
  readonly purpose: Purpose
  readonly parents: TopicParents
  /** Stops looking after so many broken rules; absent: all are told. */
  readonly atMost?: number
}

/** From here the words of an offer say what its topics do not. */
const TEXT_SAYS_SO = 0.7

/** @returns whether somebody has to travel for this offer, and how far, km; `null` when nobody has to. */
export function travelKm(request: RankedRequest, offer: RankedOffer): number | null {
  if (offer.location === 'online' || offer.location === 'download') return null
  return distanceKm(request.school.point, offer.point)
}

/**
 * @returns the rules that the pair breaks, the first `atMost` in the order of `RULES`; empty when it fits.
 * O(levels + topics).
 */
export function brokenRules(request: WordedRequest, offer: RankedOffer, rulesFor: RulesFor): readonly Rule[] {
  const { atMost = RULES.length } = rulesFor
  const broken: Rule[] = []
  for (const rule of RULES) {
    if (HOLDS[rule](request, offer, rulesFor)) continue
    broken.push(rule)
    if (broken.length >= atMost) break
  }
  return broken
}

/** @returns whether the offer is about what is asked: its topics are kin to a wished one, or its words say so. */
export function isOnTopic(request: WordedRequest, offer: RankedOffer, parents: TopicParents): boolean {
  return (
    topicFit(request.topicIds, offer.topicIds, parents) > 0 ||
    (request.textFits.get(offer.id) ?? 0) >= TEXT_SAYS_SO
  )
}

type Holds = (request: WordedRequest, offer: RankedOffer, rulesFor: RulesFor) => boolean

const HOLDS: Record<Rule, Holds> = {
  level: (request, offer) => fittingYears(request, offer).length > 0,
  kind: (request, offer, { purpose }) => purpose === 'list' || request.kinds.includes(offer.kind),
  topic: (request, offer, { purpose, parents }) => purpose === 'list' || isOnTopic(request, offer, parents),
  travel: (request, offer) => {
    const km = travelKm(request, offer)
    if (km === null) return true
    const limit = offer.location === 'at-school' ? offer.travelRadiusKm : request.maxDistanceKm
    return limit === null || km <= limit
  },
  region: (request, offer) => isServed(request.school, offer),
  'group-size': (request, offer) => offer.groupSizeMax === null || request.groupSize <= offer.groupSizeMax,
  language: (request, offer) =>
    request.languages.length === 0 ||
    offer.languages.length === 0 ||
    overlaps(request.languages, offer.languages),
  period: (request, offer) =>
    request.period === null ||
    offer.available === null ||
    (offer.available.from <= request.period.until && request.period.from <= offer.available.until),
  weekdays: (request, offer) =>
    offer.location === 'download' ||
    request.weekdays.length === 0 ||
    offer.weekdays.length === 0 ||
    overlaps(request.weekdays, offer.weekdays),
  places: (_request, offer) => offer.openPlaces === null || offer.openPlaces > 0,
}

/** @returns whether the offer comes to where the school lies: in one of its regions or municipalities, if it names any. */
export function isServed(
  { regionIds, municipalityCode }: Pick<RankedRequest['school'], 'regionIds' | 'municipalityCode'>,
  {
    serviceRegionIds,
    serviceMunicipalityCodes,
  }: Pick<RankedOffer, 'serviceRegionIds' | 'serviceMunicipalityCodes'>,
): boolean {
  if (serviceRegionIds.length === 0 && serviceMunicipalityCodes.length === 0) return true
  return overlaps(regionIds, serviceRegionIds) || serviceMunicipalityCodes.includes(municipalityCode)
}

/** @returns the years of the request that the offer is for, at its level and on one of its tracks. */
export function fittingYears(request: RankedRequest, offer: RankedOffer): readonly number[] {
  return request.years.filter((year) =>
    offer.levels.some(
      (entry) =>
        entry.level === request.level &&
        entry.years.includes(year) &&
        (request.tracks.length === 0 || entry.tracks === undefined || overlaps(request.tracks, entry.tracks)),
    ),
  )
}

function overlaps<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.some((value) => b.includes(value))
}
