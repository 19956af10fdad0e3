/**
 * The whole of what schools around ask that was not put before a company, under the offer that fits each best, with the
 * reasons. No name of a school, no words of a teacher, no point of a building: those come when the school asks.
 */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { Point } from '~/kernel/geography'
import type { RankedRequest } from '~/matching/ranking/subjects'
import type { TopicName } from '../../finder/domain/finder-page'
import { OFFERED_AT_ONCE_MAX } from '../../proposals/domain/offered'
import { type Chance, moreChance } from '../domain/more-chance'
import { NEARBY_DISTANCES, NEARBY_PAGE_SIZE, type NearbyFilter, unnamingKm } from '../domain/nearby'
import { type Reason, reasonsOf } from '../domain/reasons'
import {
  type AroundCompany,
  aroundCompany,
  bestNearby,
  type NearbyFit,
  type NearbyNeeds,
} from './nearby-candidates.server'

export type NearbyRow = Pick<RankedRequest, 'level' | 'years' | 'tracks' | 'groupSize' | 'weekdays'> & {
  readonly id: string
  /** Of the whole list, from 1. */
  readonly rank: number
  readonly topics: readonly TopicName[]
  /** `point`: its middle. */
  readonly municipality: { readonly code: string; readonly name: string; readonly point: Point }
  /** Whole kilometres. */
  readonly distanceKm: number
  readonly groups: number
  readonly period: Span | null
  readonly waitingSince: CalendarDate | null
  readonly openedOn: CalendarDate | null
  readonly reasons: readonly Reason[]
  /** Whether the reader may offer something now, or why not; `none`: it has no places, or the reader only looks. */
  readonly offering: 'free' | 'refused' | 'enough' | 'none'
  readonly isDemo: boolean
}

export type NearbyGroup = {
  readonly offer: {
    readonly id: string
    readonly title: string
    readonly point: Point
    readonly placeName: string
  }
  /** Requests under it on all pages. */
  readonly count: number
  /** Those of this page. */
  readonly rows: readonly NearbyRow[]
}

export type RequestsNearbyPage = {
  readonly filter: NearbyFilter
  /** Why there may be nothing: no company, nothing online, not looked at by a coordinator. */
  readonly standing: 'no-company' | 'no-offer' | 'unverified' | 'ready'
  /** What can be chosen. */
  readonly offers: readonly { readonly id: string; readonly title: string }[]
  readonly total: number
  /** For each distance how many there would be. */
  readonly byKm: readonly { readonly km: number; readonly count: number }[]
  readonly groups: readonly NearbyGroup[]
  /** What would give more, for the chosen offer or all of them. */
  readonly chances: readonly Chance[]
  /** Names of the topics that rows and reasons speak of. */
  readonly topics: readonly TopicName[]
  readonly page: number
  readonly pages: number
}

/** Five statements, two more after an offer changed; O(requests × offers of the company). */
export async function requestsNearbyPage(
  needs: NearbyNeeds,
  actor: Actor,
  now: Date,
  filter: NearbyFilter,
): Promise<RequestsNearbyPage> {
  const around = await aroundCompany(needs, actor, now)
  // An offer of somebody else, or one that is offline by now: the whole list, as if it was not asked for.
  const chosen = around.offers.filter(({ id }) => id === filter.offer)
  const offers = chosen.length > 0 ? chosen : around.offers
  const km = Number(filter.km)
  const all = around.candidates.map((candidate) => ({
    candidate,
    fit: bestNearby(candidate, offers, around.parents),
  }))
  const fits = all.flatMap(({ fit }) => fit ?? [])
  const shown = inOrder(
    fits.filter((fit) => fit.km <= km),
    filter.sort,
  )
  const pages = Math.max(1, Math.ceil(shown.length / NEARBY_PAGE_SIZE))
  const page = Math.min(filter.page, pages)
  const groups = groupsOf(shown, page, around, actor)
  return {
    filter: { ...filter, offer: chosen[0]?.id ?? null, page },
    standing: standingOf(actor, around),
    offers: around.offers
      .map(({ id, title }) => ({ id, title }))
      .sort((a, b) => a.title.localeCompare(b.title, 'nl') || (a.id < b.id ? -1 : 1)),
    total: shown.length,
    byKm: NEARBY_DISTANCES.map((limit) => ({
      km: Number(limit),
      count: fits.filter((fit) => fit.km <= Number(limit)).length,
    })),
    groups,
    chances: moreChance(
      all.flatMap(({ candidate, fit }) => (fit ? [] : [candidate])),
      offers,
      around.parents,
    ),
    topics: topicsOf(groups, around.topics),
    page,
    pages,
  }
}

function standingOf(actor: Actor, { published, offers }: AroundCompany): RequestsNearbyPage['standing'] {
  if (actor.kind !== 'user' || actor.organisations.size === 0) return 'no-company'
  if (published === 0) return 'no-offer'
  return offers.length === 0 ? 'unverified' : 'ready'
}

/** The offer that fits most comes first; under it as asked. */
function inOrder(fits: readonly NearbyFit[], sort: NearbyFilter['sort']): readonly NearbyFit[] {
  const counts = countsOf(fits)
  const count = (fit: NearbyFit) => counts.get(fit.offer.id) ?? 0
  return [...fits].sort(
    (a, b) =>
      count(b) - count(a) ||
      compare(a.offer.id, b.offer.id) ||
      (sort === 'nearest' ? a.km - b.km || b.score - a.score : b.score - a.score || a.km - b.km) ||
      compare(a.candidate.id, b.candidate.id),
  )
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

function countsOf(fits: readonly NearbyFit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { offer } of fits) counts.set(offer.id, (counts.get(offer.id) ?? 0) + 1)
  return counts
}

function groupsOf(
  shown: readonly NearbyFit[],
  page: number,
  around: AroundCompany,
  actor: Actor,
): readonly NearbyGroup[] {
  const counts = countsOf(shown)
  const first = (page - 1) * NEARBY_PAGE_SIZE
  const groups = new Map<string, NearbyGroup & { readonly rows: NearbyRow[] }>()
  for (const [index, fit] of shown.slice(first, first + NEARBY_PAGE_SIZE).entries()) {
    const { id, title, point, placeName } = fit.offer
    const group = groups.get(id) ?? {
      offer: { id, title, point, placeName },
      count: counts.get(id) ?? 0,
      rows: [],
    }
    group.rows.push(rowOf(fit, first + index + 1, around, actor))
    groups.set(id, group)
  }
  return [...groups.values()]
}

function rowOf(
  { candidate, offer, km }: NearbyFit,
  rank: number,
  around: AroundCompany,
  actor: Actor,
): NearbyRow {
  const { level, years, tracks, groupSize, weekdays, groups, period } = candidate
  return {
    id: candidate.id,
    rank,
    level,
    years,
    tracks,
    groupSize,
    weekdays,
    groups,
    period,
    topics: around.topics.filter(({ id }) => candidate.topicIds.includes(id)),
    municipality: candidate.municipality,
    distanceKm: unnamingKm(km),
    waitingSince: candidate.waitingSince,
    openedOn: candidate.openedOn,
    // What a company knows of itself (how it answers, when it confirmed) is left out.
    reasons: reasonsOf(candidate, offer, around.parents, groups)
      .filter(({ about }) => about !== 'answers' && about !== 'confirmed')
      .map(withoutMetres),
    offering: offeringOf(candidate, offer, actor),
    isDemo: candidate.isDemo,
  }
}

function offeringOf(
  { refusesOffers, offeredNow }: NearbyFit['candidate'],
  { openPlaces, organisationId }: NearbyFit['offer'],
  actor: Actor,
): NearbyRow['offering'] {
  if (!may(actor, 'proposal.offer', { organisationId })) return 'none'
  if (refusesOffers) return 'refused'
  if (openPlaces === null) return 'none'
  return offeredNow >= OFFERED_AT_ONCE_MAX ? 'enough' : 'free'
}

function withoutMetres(reason: Reason): Reason {
  return reason.about === 'distance' && reason.km !== null ? { ...reason, km: unnamingKm(reason.km) } : reason
}

function topicsOf(groups: readonly NearbyGroup[], topics: readonly TopicName[]): readonly TopicName[] {
  const named = new Set(
    groups.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.reasons.flatMap((reason) =>
          reason.about === 'topic' ? [...reason.given, ...reason.wished] : [],
        ),
      ),
    ),
  )
  return topics.filter(({ id }) => named.has(id))
}
