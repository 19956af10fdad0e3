import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS, OFFER_KINDS, OFFER_LOCATIONS, VMBO_TRACKS } from '~/kernel/education'
import { distanceKm } from '~/kernel/geography'
import { rank } from './rank'
import { brokenRules, RULES } from './rules'
import { scoreOf, TERMS } from './score'
import type { ClassLesson, RankedOffer, WordedRequest } from './subjects'
import { topicFit } from './topics'

const TOPICS = ['a', 'a.1', 'a.2', 'b', 'b.1', 'c']
const PARENTS = new Map(TOPICS.filter((t) => t.includes('.')).map((t) => [t, t.slice(0, 1)]))
const REGIONS = ['AM01', 'AM02', 'AM03']
const MUNICIPALITIES = ['GM0141', 'GM0153']

const point = fc.record({
  lat: fc.double({ min: 51, max: 53, noNaN: true }),
  lng: fc.double({ min: 4, max: 7, noNaN: true }),
})
const days = fc.subarray([1, 2, 3, 4, 5])
const months = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
const day = (month: number) => `2027-${String(month).padStart(2, '0')}-15`
const span = fc.option(
  months.map(([a, b]) => ({ from: day(Math.min(a, b)), until: day(Math.max(a, b)) })),
  { nil: null },
)
const level = fc.constantFrom(...LEVELS)

const levelYears = level.chain((l) =>
  fc.record({
    level: fc.constant(l),
    years: fc.subarray([...LEVEL_YEARS[l]], { minLength: 1 }),
    tracks:
      l === 'vmbo'
        ? fc.option(fc.subarray([...VMBO_TRACKS], { minLength: 1 }), { nil: undefined })
        : fc.constant(undefined),
  }),
)

const IDS = Array.from({ length: 16 }, (_, i) => `offer-${i}`)
const textFits = fc
  .dictionary(fc.constantFrom(...IDS), fc.double({ min: 0, max: 1, noNaN: true }))
  .map((fits) => new Map(Object.entries(fits)))

const anyLesson: fc.Arbitrary<ClassLesson> = level.chain((l) =>
  fc.record({
    offerId: fc.constantFrom(...IDS),
    kind: fc.constantFrom(...OFFER_KINDS),
    topicIds: fc.subarray(TOPICS, { minLength: 1, maxLength: 3 }),
    level: fc.constant(l),
    years: fc.subarray([...LEVEL_YEARS[l]], { minLength: 1 }),
    yearsAgo: fc.constantFrom(0, 1),
  }),
)

const anyRequest: fc.Arbitrary<WordedRequest> = level.chain((l) =>
  fc.record({
    textFits,
    kinds: fc.subarray([...OFFER_KINDS], { minLength: 1 }),
    topicIds: fc.subarray(TOPICS, { minLength: 1, maxLength: 3 }),
    level: fc.constant(l),
    years: fc.subarray([...LEVEL_YEARS[l]], { minLength: 1 }),
    tracks: l === 'vmbo' ? fc.subarray([...VMBO_TRACKS]) : fc.constant([]),
    school: fc.record({
      point,
      regionIds: fc.subarray(REGIONS, { minLength: 1 }),
      municipalityCode: fc.constantFrom(...MUNICIPALITIES),
      history: fc.array(anyLesson, { maxLength: 4 }),
    }),
    maxDistanceKm: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    groupSize: fc.integer({ min: 1, max: 60 }),
    weekdays: days,
    period: span,
    languages: fc.subarray(['nl', 'en']),
  }),
)

const anyOffer: fc.Arbitrary<RankedOffer> = fc.record({
  id: fc.constantFrom(...IDS),
  kind: fc.constantFrom(...OFFER_KINDS),
  topicIds: fc.subarray(TOPICS, { minLength: 1, maxLength: 3 }),
  levels: fc.array(levelYears, { minLength: 1, maxLength: 3 }),
  location: fc.constantFrom(...OFFER_LOCATIONS),
  point,
  regionIds: fc.subarray(REGIONS, { minLength: 1 }),
  travelRadiusKm: fc.option(fc.integer({ min: 1, max: 150 }), { nil: null }),
  serviceRegionIds: fc.subarray(REGIONS),
  serviceMunicipalityCodes: fc.subarray(MUNICIPALITIES),
  groupSizeMax: fc.option(fc.integer({ min: 5, max: 60 }), { nil: null }),
  weekdays: days,
  available: span,
  languages: fc.subarray(['nl', 'en'], { minLength: 1 }),
  openPlaces: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  asked: fc.integer({ min: 0, max: 40 }),
  answered: fc.integer({ min: 0, max: 40 }),
  monthsSinceConfirmed: fc.double({ min: 0, max: 30, noNaN: true }),
  exposure: fc.double({ min: 0, max: 1, noNaN: true }),
})
const offers = fc.uniqueArray(anyOffer, { selector: (o) => o.id, maxLength: 12 })

/** The rules of MATCHING written once more, plainly, one `if` each. */
function impossible(request: WordedRequest, offer: RankedOffer, clearing: boolean): boolean {
  let suits = false
  for (const entry of offer.levels)
    for (const year of entry.years)
      if (entry.level === request.level && request.years.indexOf(year) >= 0) {
        if (!entry.tracks || request.tracks.length === 0) suits = true
        else for (const track of entry.tracks) if (request.tracks.indexOf(track) >= 0) suits = true
      }
  if (!suits) return true
  if (clearing && request.kinds.indexOf(offer.kind) < 0) return true
  if (clearing && (request.textFits.get(offer.id) ?? 0) < 0.7) {
    const family = (topic: string) => topic.slice(0, 1)
    if (!request.topicIds.some((a) => offer.topicIds.some((b) => family(a) === family(b)))) return true
  }
  const km = distanceKm(request.school.point, offer.point)
  if (offer.location === 'at-school' && offer.travelRadiusKm !== null && km > offer.travelRadiusKm)
    return true
  if (offer.location === 'at-company' && request.maxDistanceKm !== null && km > request.maxDistanceKm)
    return true
  if (
    offer.serviceRegionIds.length + offer.serviceMunicipalityCodes.length > 0 &&
    !offer.serviceRegionIds.some((r) => request.school.regionIds.indexOf(r) >= 0) &&
    !offer.serviceMunicipalityCodes.some((code) => code === request.school.municipalityCode)
  )
    return true
  if (offer.groupSizeMax !== null && offer.groupSizeMax < request.groupSize) return true
  if (
    request.languages.length &&
    offer.languages.length &&
    !offer.languages.some((l) => request.languages.indexOf(l) >= 0)
  )
    return true
  if (request.period && offer.available) {
    if (offer.available.until < request.period.from || offer.available.from > request.period.until)
      return true
  }
  const free = new Set(
    [1, 2, 3, 4, 5].filter(
      (d) =>
        (!request.weekdays.length || request.weekdays.includes(d)) &&
        (!offer.weekdays.length || offer.weekdays.includes(d)),
    ),
  )
  if (offer.location !== 'download' && free.size === 0) return true
  return offer.openPlaces === 0
}

describe('rules', () => {
  test('agree with the same rules written plainly, on 5,000 pairs', () => {
    fc.assert(
      fc.property(anyRequest, anyOffer, fc.boolean(), (request, offer, clearing) => {
        const broken = brokenRules(request, offer, {
          purpose: clearing ? 'clearing' : 'list',
          parents: PARENTS,
        })
        expect(broken.length > 0).toBe(impossible(request, offer, clearing))
      }),
      { numRuns: 5000 },
    )
  }, 30_000)

  test('being more flexible never loses an offer', () => {
    fc.assert(
      fc.property(anyRequest, offers, fc.integer({ min: 0, max: 50 }), (request, all, more) => {
        const ids = (r: WordedRequest) =>
          new Set(rank(r, all, PARENTS, 'clearing').ranked.map((x) => x.offer.id))
        const before = ids(request)
        const wider: WordedRequest[] = [
          { ...request, maxDistanceKm: request.maxDistanceKm === null ? null : request.maxDistanceKm + more },
          { ...request, maxDistanceKm: null },
          { ...request, weekdays: [] },
          { ...request, period: null },
          { ...request, kinds: OFFER_KINDS },
          { ...request, languages: [] },
          { ...request, tracks: [] },
          { ...request, groupSize: Math.max(1, request.groupSize - more) },
        ]
        for (const r of wider) for (const id of before) expect(ids(r).has(id)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('score', () => {
  test('the terms add up to 1000 at most', () => {
    expect(Object.values<number>(TERMS).reduce((a, b) => a + b, 0)).toBe(1000)
  })

  test('is the sum of whole terms, each within its bounds', () => {
    fc.assert(
      fc.property(anyRequest, anyOffer, (request, offer) => {
        const { score, points } = scoreOf(request, offer, PARENTS)
        let sum = 0
        for (const [term, value] of Object.entries(points)) {
          expect(Number.isInteger(value)).toBe(true)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(TERMS[term as keyof typeof TERMS])
          sum += value
        }
        expect(score).toBe(sum)
      }),
      { numRuns: 1000 },
    )
  })

  test('knows the topic tree: same, parent or child, sibling, stranger', () => {
    const kin = (wish: string, given: string) => topicFit([wish], [given], PARENTS)
    expect(kin('a.1', 'a.1')).toBe(1)
    expect(kin('a.1', 'a')).toBeCloseTo(0.7)
    expect(kin('a', 'a.2')).toBeCloseTo(0.7)
    expect(kin('a.1', 'a.2')).toBeCloseTo(0.4)
    expect(kin('a.1', 'b.1')).toBe(0)
    const both = topicFit(['a.1', 'b'], ['a.1', 'b'], PARENTS)
    expect(topicFit(['a.1', 'b'], ['a.1'], PARENTS)).toBeLessThan(both)
  })

  test('an offer that is mainly about the topic is above one that is so beside something else', () => {
    const fits = [
      ['a.1', 'b'],
      ['b', 'a.1'],
      ['c', 'b', 'a.1'],
    ].map((given) => topicFit(['a.1'], given, PARENTS))
    expect(fits).toEqual([1, 0.85, 0.7])
  })

  test('an offer for one of the years is nearly as good as one for all of them, and one for none is not', () => {
    const whole = fc.sample(anyRequest, { numRuns: 1, seed: 1 })[0] as WordedRequest
    const request = { ...whole, level: 'po' as const, years: [7, 8], tracks: [] }
    const [offer] = fc.sample(anyOffer, { numRuns: 1, seed: 1 })
    const points = [[7, 8], [8], [3]].map((years) => {
      const forThem = { ...(offer as RankedOffer), levels: [{ level: 'po' as const, years }] }
      return scoreOf(request, forThem, PARENTS).points.year
    })
    expect(points).toEqual([TERMS.year, Math.round(0.85 * TERMS.year), 0])
  })

  test('what a class had counts against the same again, and a class that is a year further is the same class', () => {
    const [some] = fc.sample(anyRequest, { numRuns: 1, seed: 1 })
    const [any] = fc.sample(anyOffer, { numRuns: 1, seed: 1 })
    const offer = { ...(any as RankedOffer), id: 'offer-1', kind: 'excursion' as const, topicIds: ['a.1'] }
    const pointsAfter = (...history: readonly Partial<ClassLesson>[]) => {
      const base = {
        offerId: 'offer-9',
        kind: 'guest-lesson',
        topicIds: ['c'],
        level: 'vmbo',
        years: [2],
      } as const
      const whole = some as WordedRequest
      const school = { ...whole.school, history: history.map((had) => ({ ...base, yearsAgo: 0, ...had })) }
      const request = { ...whole, level: 'vmbo' as const, years: [2], tracks: [], school }
      return scoreOf(request, offer, PARENTS).points.variety
    }
    const whole = TERMS.variety
    expect(pointsAfter()).toBe(whole)
    expect(pointsAfter({})).toBe(whole)
    expect(pointsAfter({ kind: 'excursion' })).toBe(0.6 * whole)
    expect(pointsAfter({ kind: 'excursion', topicIds: ['a.1'] })).toBe(Math.round(0.2 * whole))
    expect(pointsAfter({ offerId: 'offer-1' })).toBe(0)
    expect(pointsAfter({ offerId: 'offer-1', years: [1], yearsAgo: 1 })).toBe(0)
    // Of another class.
    expect(pointsAfter({ offerId: 'offer-1', years: [2], yearsAgo: 1 })).toBe(whole)
    expect(pointsAfter({ offerId: 'offer-1', level: 'havo' })).toBe(whole)
  })

  test('nearer is never worse, all else alike', () => {
    fc.assert(
      fc.property(anyRequest, anyOffer, point, (request, offer, elsewhere) => {
        const here = { ...offer, location: 'at-school' as const }
        const there = { ...here, point: elsewhere }
        const nearer =
          distanceKm(request.school.point, here.point) <= distanceKm(request.school.point, there.point)
            ? here
            : there
        const farther = nearer === here ? there : here
        expect(scoreOf(request, nearer, PARENTS).score).toBeGreaterThanOrEqual(
          scoreOf(request, farther, PARENTS).score,
        )
      }),
    )
  })
})

describe('ranking', () => {
  test('does not depend on the order of the offers', () => {
    fc.assert(
      fc.property(anyRequest, offers, (request, all) => {
        const there = rank(request, all, PARENTS, 'list')
        const back = rank(request, [...all].reverse(), PARENTS, 'list')
        expect(back.ranked.map((r) => r.offer.id)).toEqual(there.ranked.map((r) => r.offer.id))
        expect(back.removed).toEqual(there.removed)
      }),
    )
  })

  test('every offer is ranked or removed; wished topics stand first, of them wished kinds', () => {
    fc.assert(
      fc.property(anyRequest, offers, (request, all) => {
        const { ranked, removed } = rank(request, all, PARENTS, 'list')
        const gone = all.filter(
          (o) => brokenRules(request, o, { purpose: 'list', parents: PARENTS }).length > 0,
        )
        expect(ranked.length + gone.length).toBe(all.length)
        for (const rule of RULES) expect(removed[rule].alone).toBeLessThanOrEqual(removed[rule].broken)
        const places = ranked.map((r) => 2 * Number(r.otherTopic) + Number(r.otherKind))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })
})
