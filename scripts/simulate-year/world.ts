/** One school year of the country: real branches and regions, invented requests, companies and places, from one seed. */
import { distanceKm, type Point } from '~/kernel/geography'
import { readCsv, readJson } from '../../prisma/seed/read-data'
import { randomOf, zipf } from '../bench/matching/generator'
import { PARAMETERS as P } from './parameters'

export type Branch = { readonly point: Point; readonly levels: readonly string[]; readonly region: number }
export type SimRequest = {
  readonly branch: number
  readonly level: string
  readonly topic: number
  readonly guest: boolean
  readonly radiusKm: number
  readonly postedIn: number
  readonly from: number
  readonly until: number
  /** Offers that fit, best first, with their cost 0–1000. */
  readonly candidates: readonly { readonly offer: number; readonly cost: number }[]
}
export type SimOffer = { readonly company: number; readonly publishedIn: number; readonly places: Int32Array }
export type World = {
  readonly branches: readonly Branch[]
  readonly regionNames: readonly string[]
  readonly requests: readonly SimRequest[]
  readonly offers: readonly SimOffer[]
  readonly silent: readonly boolean[]
  readonly helpedBefore: readonly boolean[]
  readonly places: number
  /** The same answer for the same pair whatever the policy: 0–1. */
  chance(kind: number, request: number, other: number): number
}

type Region = { readonly code: string; readonly name: string; readonly municipalities: readonly string[] }
type Offer = SimOffer & {
  readonly point: Point
  readonly topics: readonly [number, number]
  readonly levels: ReadonlySet<string>
  readonly guest: boolean
  readonly radiusKm: number
}
type Random = () => number

const drawn = (random: Random, shares: readonly number[]) => {
  let left = random()
  const at = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return at === -1 ? shares.length - 1 : at
}
const levelOf = (text: string) =>
  text.startsWith('vmbo') ? 'vmbo' : text === 'so' || text === 'sbo' ? 'po' : text

export function branchesOfTheRegister() {
  const { arbeidsmarktregios } = readJson<{ arbeidsmarktregios: readonly Region[] }>('regions.json')
  const regionOf = new Map(arbeidsmarktregios.flatMap((r, i) => r.municipalities.map((code) => [code, i])))
  const branches = readCsv('schools.csv').flatMap((row): Branch[] => {
    const levels = [...new Set((row.levels ?? '').split(';').map(levelOf))].filter((l) => l in P.levelShares)
    const region = regionOf.get(row.gm_code ?? '')
    if (levels.length === 0 || region === undefined) return []
    return [{ point: { lat: Number(row.lat), lng: Number(row.lng) }, levels, region }]
  })
  return { branches, regionNames: arbeidsmarktregios.map((r) => r.name) }
}

/** O(requests · offers of the topic). */
export function worldOf(
  register: ReturnType<typeof branchesOfTheRegister>,
  seed: number,
  scarcity: number,
): World {
  const random = randomOf(seed)
  const { branches } = register
  const offers = offersOf(random, branches, scarcity)
  const byTopic = Array.from({ length: P.topics }, (_, topic) =>
    offers.flatMap((offer, i) => (offer.topics.includes(topic) ? [i] : [])),
  )
  const shares = zipf(P.topics, P.topicZipf.requests)
  const weeks = seasonOf()
  const requests = Array.from({ length: P.requests }, (): SimRequest => {
    const branch = Math.floor(random() * branches.length)
    const { levels } = branches[branch] as Branch
    const postedIn = drawn(random, weeks)
    const from = postedIn + P.leadWeeks
    const wish = {
      branch,
      level: levels[Math.floor(random() * levels.length)] as string,
      topic: drawn(random, shares),
      guest: random() < P.guestLessons.requests,
      radiusKm: P.requestRadius[drawn(random, P.requestRadiusShares)] as number,
      postedIn,
      from,
      until: Math.min(P.weeks - 1, from + (P.windowWeeks[drawn(random, P.windowShares)] as number)),
    }
    return { ...wish, candidates: candidatesOf(wish, { branches, offers, byTopic }) }
  })
  const salt = Math.floor(random() * 2 ** 31)
  return {
    ...register,
    requests,
    offers,
    silent: Array.from({ length: P.companies }, () => random() < P.silentCompanies),
    helpedBefore: branches.map(() => random() < P.helpedBefore),
    places: offers.reduce((sum, { places }) => sum + places.reduce((a, b) => a + b, 0), 0),
    chance: (kind, request, other) =>
      randomOf(
        Math.imul(salt ^ kind, 2654435761) ^ Math.imul(request + 1, 40503) ^ Math.imul(other + 1, 65599),
      )(),
  }
}

function seasonOf(): readonly number[] {
  const { autumn, winter, autumnWeek, winterWeek, spreadWeeks } = P.season
  const bell = (at: number) => (week: number) => Math.exp(-(((week - at) / spreadWeeks) ** 2) / 2)
  // Who posts in the last weeks asks for the next year.
  const all = Array.from({ length: P.weeks - 8 }, (_, week) => week)
  const share = (f: (week: number) => number) => {
    const sum = all.reduce((total, week) => total + f(week), 0)
    return (week: number) => f(week) / sum
  }
  const [a, b] = [share(bell(autumnWeek)), share(bell(winterWeek))]
  return all.map((week) => autumn * a(week) + winter * b(week) + (1 - autumn - winter) / all.length)
}

function offersOf(random: Random, branches: readonly Branch[], scarcity: number): readonly Offer[] {
  // A town with twice the schools has more than twice the companies.
  const perCell = new Map<string, number>()
  const cellOf = ({ point }: Branch) => `${point.lat.toFixed(1)} ${point.lng.toFixed(1)}`
  for (const branch of branches) perCell.set(cellOf(branch), (perCell.get(cellOf(branch)) ?? 0) + 1)
  const weights = branches.map((branch) => (perCell.get(cellOf(branch)) ?? 1) ** (P.concentration - 1))
  const sums: number[] = []
  weights.reduce((sum, weight, i) => {
    sums[i] = sum + weight
    return sum + weight
  }, 0)
  const somewhere = () => {
    const at = random() * (sums.at(-1) as number)
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > at) high = middle
      else low = middle + 1
    }
    return (branches[low] as Branch).point
  }
  const topics = zipf(P.topics, P.topicZipf.offers)
  const offers = Array.from({ length: P.companies }, (_, company) => {
    const point = somewhere()
    const topic = (drawn(random, topics) + P.topicZipf.rotated) % P.topics
    return Array.from({ length: 1 + drawn(random, P.offersPerCompany) }, () => ({
      company,
      point,
      topics: [topic, random() < 0.5 ? topic : (topic + 1) % P.topics] as const,
      levels: new Set(
        Object.entries(P.levelShares).flatMap(([level, share]) => (random() < share ? [level] : [])),
      ),
      guest: random() < P.guestLessons.offers,
      radiusKm: P.offerRadius[drawn(random, P.offerRadiusShares)] as number,
      publishedIn: random() < P.knownAtStart ? 0 : Math.floor(random() * P.lastPublishWeek),
      places: new Int32Array(P.weeks),
      size: -Math.log(1 - random()),
    }))
  }).flat()
  const scale = (scarcity * P.requests) / offers.reduce((sum, offer) => sum + offer.size, 0)
  let left = 0
  for (const { size, places, publishedIn } of offers) {
    left += size * scale
    for (; left >= 1; left--) {
      const week = publishedIn + P.leadWeeks + Math.floor(random() * (P.weeks - publishedIn - P.leadWeeks))
      places[week] = (places[week] as number) + 1
    }
  }
  return offers
}

type Supply = {
  readonly branches: readonly Branch[]
  readonly offers: readonly Offer[]
  readonly byTopic: readonly (readonly number[])[]
}

function candidatesOf(wish: Omit<SimRequest, 'candidates'>, { branches, offers, byTopic }: Supply) {
  const { point } = branches[wish.branch] as Branch
  const found: { offer: number; cost: number }[] = []
  const seen = new Set<number>()
  for (const [step, penalty] of [
    [0, 0],
    [1, 300],
    [P.topics - 1, 300],
  ] as const) {
    for (const i of byTopic[(wish.topic + step) % P.topics] ?? []) {
      const offer = offers[i] as Offer
      if (offer.guest !== wish.guest || !offer.levels.has(wish.level)) continue
      const limit = wish.guest ? offer.radiusKm : wish.radiusKm
      // A degree is never less than these: most are too far without a sine.
      if (Math.abs(point.lat - offer.point.lat) * 110 > limit) continue
      if (Math.abs(point.lng - offer.point.lng) * 65 > limit) continue
      const km = distanceKm(point, offer.point)
      if (km > limit) continue
      if (seen.has(i)) continue
      seen.add(i)
      found.push({ offer: i, cost: Math.min(1000, Math.round(penalty + 500 * (1 - Math.exp(-km / 25)))) })
    }
  }
  return found.sort((a, b) => a.cost - b.cost || a.offer - b.offer).slice(0, P.candidates)
}
