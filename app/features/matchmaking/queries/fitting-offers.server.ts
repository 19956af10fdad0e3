/** How many offers fit a request that is still being written: what is not answered yet restricts nothing. */
import { calendarDateOf, lastBookableDay, type Span } from '~/kernel/calendar'
import { isLevel, LEVEL_YEARS, OFFER_KINDS, type OfferKind, type VmboTrack } from '~/kernel/education'
import { brokenRules } from '~/matching/ranking/rules'
import type { RankedRequest, TextFitOf, WordedRequest } from '~/matching/ranking/subjects'
import type { SchoolLevel } from '../../requests/domain/school-levels'
import { type Help, whatHelps } from '../domain/what-helps'
import { rankableOffers } from './rankable-offers.server'
import type { RankNeedNeeds } from './ranked-offers.server'
import { rankedSchool } from './ranked-school.server'

/** Answers as typed: unknown ones are left out. */
export type UnfinishedRequest = {
  readonly branchId: string
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly levels: readonly SchoolLevel[]
  readonly topics: readonly { readonly id: string; readonly parentId: string | null }[]
  readonly period: Span | null
}

export type Fitting = {
  readonly count: number
  /** What one wider wish would give, the most helpful first. */
  readonly helps: readonly Help[]
  /** By how far the school travels, km. */
  readonly byKm: readonly { readonly km: number; readonly count: number }[]
}

const DISTANCES_KM = [5, 10, 15, 25, 50] as const

/** Four statements; O(offers × levels). @returns `null` for a branch that does not exist. */
export async function fittingOffers(
  { db, textFits }: RankNeedNeeds,
  now: Date,
  unfinished: UnfinishedRequest,
): Promise<Fitting | null> {
  const today = calendarDateOf(now)
  const always = { from: today, until: lastBookableDay(today) }
  const within = unfinished.period ?? always
  const [school, offers, anyTime, fitsOf] = await Promise.all([
    rankedSchool(db, unfinished.branchId, now),
    rankableOffers(db, { within, now }),
    unfinished.period ? rankableOffers(db, { within: always, now }) : null,
    textFits(db),
  ])
  if (!school) return null
  const parents = new Map(
    unfinished.topics.flatMap(({ id, parentId }) => (parentId ? [[id, parentId] as const] : [])),
  )
  const { title = [], text = [] } = unfinished.typed
  const textFitOf = fitsOf({ title: title[0] ?? '', text: text[0] ?? '' })
  const wishes = wishesOf(unfinished, school, textFitOf)
  const count = (over: Partial<RankedRequest> = {}) =>
    offers.filter((offer) =>
      wishes.some(
        (wish) =>
          brokenRules({ ...wish, ...over }, offer, { purpose: 'clearing', parents, atMost: 1 }).length === 0,
      ),
    ).length
  const [first, ...others] = wishes
  return {
    count: count(),
    helps: first ? whatHelps([first, ...others], offers, anyTime ?? offers, parents) : [],
    byKm: DISTANCES_KM.map((km) => ({ km, count: count({ maxDistanceKm: km }) })),
  }
}

/** One per level: an offer fits when it fits one of them. */
function wishesOf(
  { typed, levels, topics, period }: UnfinishedRequest,
  school: RankedRequest['school'],
  textFits: TextFitOf,
): readonly WordedRequest[] {
  const kinds = (typed.kind ?? []).filter((kind): kind is OfferKind =>
    OFFER_KINDS.includes(kind as OfferKind),
  )
  const known = new Set(topics.map(({ id }) => id))
  const wishedTopics = (typed.topic ?? []).filter((id) => known.has(id))
  const years = yearsOf(typed.year ?? [])
  const km = Number(typed.km?.[0] ?? 0)
  return levels
    .filter(({ level }) => years.size === 0 || years.has(level))
    .map(({ level, years: allowed, tracks }) => ({
      kinds: kinds.length > 0 ? kinds : OFFER_KINDS,
      topicIds: wishedTopics.length > 0 ? wishedTopics : [...known],
      level,
      years: years.get(level) ?? allowed,
      tracks: tracks.filter((track) => (typed.track ?? []).includes(track as VmboTrack)),
      school,
      maxDistanceKm: km > 0 ? km : null,
      groupSize: Math.max(1, Number(typed.groupSize?.[0] ?? 1) || 1),
      weekdays: (typed.day ?? []).map(Number),
      period,
      languages: typed.language ?? [],
      textFits,
    }))
}

function yearsOf(chosen: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const years = new Map<string, number[]>()
  for (const name of chosen) {
    const [level = '', year = ''] = name.split('-')
    if (!isLevel(level) || !(LEVEL_YEARS[level] as readonly number[]).includes(Number(year))) continue
    years.set(level, [...(years.get(level) ?? []), Number(year)])
  }
  return years
}
