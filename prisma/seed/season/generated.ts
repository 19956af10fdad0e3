/** Requests of a season: where, what and when by the parameters, in the words of `words.ts`. */
import {
  addDays,
  type CalendarDate,
  type FreeDays,
  isoWeekday,
  isWorkingDay,
  schoolYearOf,
} from '~/kernel/calendar'
import { type Level, type OfferKind, VMBO_TRACKS, type VmboTrack } from '~/kernel/education'
import { distanceKm } from '~/kernel/geography'
import type { RankedOffer } from '~/matching/ranking/subjects'
import { type Branch, teaches, teaching } from './branches'
import { type Chance, chanceOf, zipf } from './chance'
import { PARAMETERS } from './parameters'
import { classNameOf, type Wish } from './wish'
import { periodFor, wordsFor } from './words'
import { readWritten } from './written'

export type Topic = { readonly id: string; readonly nl: string }

/** What a school sees in the finder. */
export type SeenOffer = Pick<
  RankedOffer,
  'kind' | 'topicIds' | 'levels' | 'location' | 'point' | 'travelRadiusKm'
>

type Facts = {
  /** Those with class-places. */
  readonly offers: readonly SeenOffer[]
  readonly branches: readonly Branch[]
  /** Those that a request can name: the leaves of the tree. */
  readonly topics: readonly Topic[]
  readonly freeDays: (holidayRegion: string) => FreeDays
  readonly lastDay: CalendarDate
  readonly count: number
}

const { demand } = PARAMETERS
const YEARS: Readonly<Record<Level, readonly (readonly number[])[]>> = {
  po: [[5, 6], [6], [7], [7, 8], [7, 8], [8]],
  pro: [
    [2, 3],
    [3, 4],
    [4, 5],
  ],
  vmbo: [[1, 2], [2], [3], [3, 4], [3, 4]],
  havo: [[1, 2], [3], [3], [4], [4, 5]],
  vwo: [[1, 2], [3], [4], [4, 5]],
}

export function generatedWishes(facts: Facts): readonly Wish[] {
  const towns = townsOf(facts.branches)
  const topics = byDemand(facts.topics)
  const days = daysOfSeason(facts.lastDay)
  const sizes = writtenSizes()
  const earlier: Branch[] = []
  return Array.from({ length: facts.count }, (_, i): Wish => {
    const chance = chanceOf('request', i)
    const level = chance.key(demand.levels)
    const years = chance.of(YEARS[level])
    const returning = chance.is(demand.returningShare) && earlier.length > 0 ? chance.of(earlier) : null
    const branch =
      returning && teaches(returning, level, years)
        ? returning
        : somewhere(chance, facts.branches, towns, level, years)
    earlier.push(branch)
    const postedOn = schoolDay(chance, days, facts.freeDays(branch.holidayRegion))
    const maxDistanceKm = Number(chance.key(demand.radiusKm))
    const asked =
      (chance.is(demand.sawAnOfferShare) &&
        seenOffer(chance, facts.offers, branch, { level, years, maxDistanceKm })) ||
      freeWish(chance, topics)
    const [kind] = asked.kinds
    const topic = facts.topics.find(({ id }) => id === asked.topicIds[0])
    if (!topic || !kind) throw new Error('a season needs topics')
    return {
      ref: `season-${String(i + 1).padStart(4, '0')}`,
      branch,
      ...wordsFor(chance, kind, topic.nl, classNameOf(level, years)),
      ...asked,
      level,
      years,
      tracks: level === 'vmbo' ? tracksOf(chance) : [],
      groupSize: chance.of(sizes.get(level) ?? [25]),
      groups: 1 + chance.weighted(demand.groups),
      periodText: periodFor(chance, Number(postedOn.slice(5, 7))),
      weekdays: weekdaysOf(chance),
      maxDistanceKm,
      languages: [],
      isUrgent: chance.is(demand.urgentShare),
      allOrNone: false,
      mayShare: false,
      postedOn,
      course: { kind: 'asks' },
    }
  })
}

type Asked = Pick<Wish, 'kinds' | 'topicIds'>

/** @returns what an offer within reach is about, nearer ones more often; `null` when there is none. */
function seenOffer(
  chance: Chance,
  offers: readonly SeenOffer[],
  branch: Branch,
  need: Pick<Wish, 'level' | 'years' | 'maxDistanceKm'>,
): Asked | null {
  const within = offers.flatMap((offer) => {
    if (
      !offer.levels.some(
        ({ level, years }) => level === need.level && years.some((y) => need.years.includes(y)),
      )
    )
      return []
    const km = offer.location === 'online' ? 0 : distanceKm(branch.point, offer.point)
    const limit = offer.location === 'at-school' ? offer.travelRadiusKm : need.maxDistanceKm
    return limit !== null && km > limit ? [] : [{ offer, weight: Math.exp(-km / SEEN_KM) }]
  })
  const seen = within[chance.weighted(within.map(({ weight }) => weight))]?.offer
  return seen ? { kinds: [seen.kind], topicIds: seen.topicIds.slice(0, chance.between(1, 2)) } : null
}

/** How far away what is seen lies, e-folding. */
const SEEN_KM = 25

function freeWish(chance: Chance, topics: ReturnType<typeof byDemand>): Asked {
  const kind: OfferKind = chance.key(demand.kinds)
  const other = kind === 'guest-lesson' ? 'excursion' : 'guest-lesson'
  const either = (kind === 'guest-lesson' || kind === 'excursion') && chance.is(demand.eitherKindShare)
  const count = 1 + chance.weighted(demand.topics)
  const topicIds = new Set<string>()
  while (topicIds.size < count) topicIds.add(topics.list[chance.weighted(topics.weights)]?.id ?? '')
  return { kinds: either ? [kind, other] : [kind], topicIds: [...topicIds] }
}

type Weighted = { readonly branches: readonly Branch[]; readonly weights: readonly number[] }
type Town = Weighted & {
  /** Of the level and years; looked up once. */
  readonly able: Map<string, Weighted>
}

/** The municipalities with most branches, and what lies around them. */
function townsOf(branches: readonly Branch[]): readonly Town[] {
  const byMunicipality = new Map<string, Branch[]>()
  for (const branch of branches) {
    const known = byMunicipality.get(branch.municipalityCode)
    if (known) known.push(branch)
    else byMunicipality.set(branch.municipalityCode, [branch])
  }
  const largest = [...byMunicipality]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, demand.towns)
  return largest.map(([, inside]) => {
    const centre = {
      lat: inside.reduce((sum, { point }) => sum + point.lat, 0) / inside.length,
      lng: inside.reduce((sum, { point }) => sum + point.lng, 0) / inside.length,
    }
    const around: Branch[] = []
    const weights: number[] = []
    for (const branch of branches) {
      const sd = distanceKm(centre, branch.point) / demand.townSdKm
      if (sd > 3) continue
      around.push(branch)
      weights.push(Math.exp(-(sd ** 2) / 2))
    }
    return { branches: around, weights, able: new Map() }
  })
}

function ableIn(town: Town, level: Level, years: readonly number[]): Weighted {
  const key = `${level} ${years}`
  const known = town.able.get(key)
  if (known) return known
  const places = town.branches.map((branch, i) => ({ branch, weight: town.weights[i] ?? 0 }))
  const fitting = places.filter(({ branch }) => teaches(branch, level, years))
  const able = {
    branches: fitting.map(({ branch }) => branch),
    weights: fitting.map(({ weight }) => weight),
  }
  town.able.set(key, able)
  return able
}

function somewhere(
  chance: Chance,
  branches: readonly Branch[],
  towns: readonly Town[],
  level: Level,
  years: readonly number[],
): Branch {
  const town = towns[chance.weighted(zipf(towns.length, demand.townZipf))]
  if (town && !chance.is(demand.ruralShare)) {
    const able = ableIn(town, level, years)
    const found = able.branches[chance.weighted(able.weights)]
    if (found) return found
  }
  return chance.of(teaching(branches, level, years))
}

/** Topics by how often teachers name them, with Zipf's weights. */
function byDemand(topics: readonly Topic[]): {
  readonly list: readonly Topic[]
  readonly weights: readonly number[]
} {
  const named = new Map<string, number>()
  for (const { topics: ids } of readWritten()) for (const id of ids) named.set(id, (named.get(id) ?? 0) + 1)
  const list = [...topics].sort(
    (a, b) => (named.get(b.id) ?? 0) - (named.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  return { list, weights: zipf(list.length, demand.topicZipf) }
}

/** From 1 September, or the shortest season before the last day. */
function daysOfSeason(lastDay: CalendarDate): {
  readonly list: readonly CalendarDate[]
  readonly weights: readonly number[]
} {
  const september = `${schoolYearOf(lastDay).slice(0, 4)}-09-01`
  const shortest = addDays(lastDay, -PARAMETERS.time.shortestSeasonDays)
  const first = september < shortest ? september : shortest
  const list: CalendarDate[] = []
  for (let day = first; day <= lastDay; day = addDays(day, 1)) list.push(day)
  const { rushAtStart, weekdays } = PARAMETERS.time
  const weights = list.map((day, i) => {
    const busy = rushAtStart + ((1 - rushAtStart) * i) / list.length
    return busy * (weekdays[isoWeekday(day) - 1] ?? 0)
  })
  return { list, weights }
}

function schoolDay(
  chance: Chance,
  days: { readonly list: readonly CalendarDate[]; readonly weights: readonly number[] },
  free: FreeDays,
): CalendarDate {
  for (let tries = 0; tries < 50; tries++) {
    const day = days.list[chance.weighted(days.weights)]
    if (day && isWorkingDay(day, free)) return day
  }
  return days.list.at(-1) as CalendarDate
}

function tracksOf(chance: Chance): readonly VmboTrack[] {
  if (chance.is(0.4)) return []
  return chance.is(0.5) ? VMBO_TRACKS.slice(0, 2) : VMBO_TRACKS.slice(2)
}

/** Classes are as large as those that teachers of the level wrote about. */
function writtenSizes(): ReadonlyMap<Level, readonly number[]> {
  const sizes = new Map<Level, number[]>()
  for (const { level, groupSize } of readWritten()) sizes.set(level, [...(sizes.get(level) ?? []), groupSize])
  return sizes
}

function weekdaysOf(chance: Chance): readonly number[] {
  if (!chance.is(demand.weekdayWishShare)) return []
  const days = [1, 2, 3, 4, 5].filter(() => chance.is(0.45))
  return days.length > 0 ? days : [chance.between(1, 5)]
}
