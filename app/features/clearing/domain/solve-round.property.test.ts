import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import { nextInLine, withItsGroups } from './next-in-line'
import { priorityOf } from './priority'
import {
  type FreeSlot,
  latenessOf,
  type RoundChoices,
  type RoundFacts,
  roundInput,
  type WaitingGroup,
} from './round-input'
import { USUAL_SETTINGS } from './round-settings'
import { solveRound } from './solve-round'

const NOW = new Date('2026-11-24T09:00:00Z')
const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000)
const request = (over: Partial<RankedRequest> = {}): RankedRequest => ({
  kinds: ['guest-lesson'],
  topicIds: ['a'],
  level: 'po',
  years: [7],
  tracks: [],
  school: { point: { lat: 52.36, lng: 6.66 }, regionIds: ['AM04'], municipalityCode: 'GM0141', history: [] },
  maxDistanceKm: 25,
  groupSize: 25,
  weekdays: [],
  period: null,
  languages: [],
  ...over,
})
const offer = (id: string, over: Partial<RankedOffer> = {}): RankedOffer => ({
  id,
  kind: 'guest-lesson',
  topicIds: ['a'],
  levels: [{ level: 'po', years: [7, 8] }],
  location: 'at-school',
  point: { lat: 52.3, lng: 6.7 },
  regionIds: ['AM04'],
  travelRadiusKm: 50,
  serviceRegionIds: [],
  serviceMunicipalityCodes: [],
  groupSizeMax: 30,
  weekdays: [],
  available: null,
  languages: ['nl'],
  openPlaces: 1,
  asked: 0,
  answered: 0,
  monthsSinceConfirmed: 0,
  exposure: 0,
  ...over,
})
const year = { from: '2026-08-01', until: '2027-07-31' }
const slot = (offerId: string, open = 1): FreeSlot => ({ ...year, slotId: `s-${offerId}`, offerId, open })
const group = (groupId: string, { priority = 5, ...over }: Partial<WaitingGroup> = {}): WaitingGroup => ({
  groupId,
  requestId: groupId.split('.')[0] ?? groupId,
  priority,
  waitingWeeks: priority,
  neverHelped: false,
  arrivedAt: days(40).toISOString(),
  request: request(),
  words: { title: '', text: '' },
  refusedOfferIds: [],
  allOrNone: false,
  mayShare: false,
  ...over,
})

const inputOf = (
  groups: readonly WaitingGroup[],
  offers: readonly RankedOffer[],
  slots: readonly FreeSlot[],
  over: Partial<RoundFacts> = {},
) =>
  roundInput({
    today: '2026-11-24',
    ...{ groups, offers, slots },
    parents: new Map(),
    fitsOf: () => new Map(),
    regionIds: ['AM04'],
    settings: USUAL_SETTINGS,
    ...over,
  })

describe('priority', () => {
  test('counts whole weeks, and a head start for who was never helped', () => {
    expect(priorityOf(days(13), false, NOW)).toBe(1)
    expect(priorityOf(days(14), false, NOW)).toBe(2)
    expect(priorityOf(days(14), true, NOW)).toBe(15)
    expect(priorityOf(days(-3), false, NOW)).toBe(0)
  })
})

test('a project is given once to a request, though two of its groups wait for a project or a lesson', () => {
  const both = { request: request({ kinds: ['guest-lesson', 'co-development'] }) }
  const groups = [group('r.1', both), group('r.2', both)]
  const given = solveRound(
    inputOf(groups, [offer('o', { kind: 'co-development' })], [slot('o', 2)]),
  ).assignments
  expect(given.map(({ slotId }) => slotId)).toEqual(['s-o', null])
})

describe('a place that comes sooner', () => {
  const nextYear = { from: '2027-08-01', until: '2028-07-31' }

  test('costs nothing once it can be used, ten points a month before, never more than 120', () => {
    expect(latenessOf(year, '2026-11-24')).toBe(0)
    expect(latenessOf(nextYear, '2026-11-24')).toBe(90)
    expect(latenessOf({ from: '2029-01-01', until: '2029-01-31' }, '2026-11-24')).toBe(120)
  })

  test('is given before next year, which is given where this year is full', () => {
    // By their ids alone the later one would come first.
    const later: FreeSlot = { ...nextYear, slotId: 'a-later', offerId: 'o', open: 2 }
    const sooner: FreeSlot = { ...year, slotId: 'b-sooner', offerId: 'o', open: 1 }
    const given = (groups: readonly WaitingGroup[]) =>
      solveRound(inputOf(groups, [offer('o')], [later, sooner])).assignments.map(({ slotId }) => slotId)
    expect(given([group('g1')])).toEqual(['b-sooner'])
    expect(given([group('g1'), group('g2')]).sort()).toEqual(['a-later', 'b-sooner'])
  })
})

describe('a round', () => {
  test('moves the one that has a choice, so that both have a place', () => {
    const near = offer('near')
    const far = offer('far', { levels: [{ level: 'po', years: [7] }], point: { lat: 52.5, lng: 6.2 } })
    const early = group('g1', { arrivedAt: days(90).toISOString() })
    // The later one fits the near offer only; first come, first served leaves it without.
    const late = group('g2', { request: request({ years: [8] }) })
    const result = solveRound(inputOf([early, late], [near, far], [slot('near'), slot('far')]))
    expect(result.objective.served).toBe(2)
    expect(result.firstComeServed).toBe(1)
    expect(result.assignments.map((a) => a.offerId)).toEqual(['far', 'near'])
  })

  test('says which wish takes the offers away', () => {
    const input = inputOf([group('g1', { request: request({ groupSize: 40 }) })], [offer('o')], [slot('o')])
    expect(solveRound(input).assignments[0]?.why).toEqual({
      kind: 'no-candidate',
      takenAwayBy: { 'group-size': 1 },
      excluded: 0,
      wouldHelp: [],
    })
  })

  test('says that an offer lies outside the wished period', () => {
    const past = request({ period: { from: '2027-09-01', until: '2027-09-30' } })
    const input = inputOf([group('g1', { request: past })], [offer('o')], [slot('o')])
    expect(solveRound(input).assignments[0]?.why).toEqual({
      kind: 'no-candidate',
      takenAwayBy: { period: 1 },
      excluded: 0,
      wouldHelp: ['period'],
    })
  })

  test('gives the place to who waits longest and says to the other that all is full', () => {
    const groups = [group('g1', { priority: 2 }), group('g2', { priority: 9 })]
    const { assignments } = solveRound(inputOf(groups, [offer('o')], [slot('o')]))
    expect(assignments[1]?.offerId).toBe('o')
    expect(assignments[0]?.why).toEqual({
      kind: 'all-full',
      offers: 1,
      places: 1,
      groups: 2,
      wouldHelp: [],
    })
  })

  test('says why the best went to others, and where one more place would help', () => {
    const far = { ...offer('far'), topicIds: ['b'] }
    const fitsOf = () => new Map([['far', 1]])
    const groups = [group('g1', { priority: 2 }), group('g2', { priority: 9 }), group('g3', { priority: 1 })]
    const { assignments, calls } = solveRound(
      inputOf(groups, [offer('o'), far], [slot('o'), slot('far')], { fitsOf }),
    )
    expect(assignments.map((a) => a.offerId)).toEqual(['far', 'o', null])
    expect(assignments[0]?.why).toEqual({ kind: 'served', choice: 2, of: 2, better: 'others-first' })
    expect(assignments[1]?.why).toEqual({ kind: 'served', choice: 1, of: 2 })
    expect(calls).toEqual([
      { offerId: 'far', groups: 1 },
      { offerId: 'o', groups: 1 },
    ])
  })

  test('does not give again what a group let go', () => {
    const { assignments } = solveRound(
      inputOf([group('g1', { refusedOfferIds: ['o'] })], [offer('o')], [slot('o')]),
    )
    expect(assignments[0]?.offerId).toBeNull()
  })

  test('says which wider wish gives a place without taking one away', () => {
    const near = offer('near', { location: 'at-company' })
    const far = offer('far', { location: 'at-company', point: { lat: 52.6, lng: 6.66 } })
    const groups = [group('g1', { priority: 9 }), group('g2', { priority: 2 })]
    const { assignments } = solveRound(inputOf(groups, [near, far], [slot('near'), slot('far')]))
    expect(assignments[1]?.why).toMatchObject({ kind: 'all-full', wouldHelp: ['km-10', 'km-25'] })
  })

  test('keeps what is locked, leaves out what is excluded, and says of whom a lock cannot be kept', () => {
    const groups = [group('g1', { priority: 9 }), group('g2', { priority: 2 })]
    const locked = [{ groupId: 'g2', offerId: 'o' }]
    const given = (choices: RoundChoices) => {
      const result = solveRound(inputOf(groups, [offer('o')], [slot('o')], { choices }))
      return [result.assignments.map((a) => a.offerId), result.brokenLocks, result.objective.prioritySum]
    }
    expect(given({ locked: [], excluded: [] })).toEqual([['o', null], [], 9])
    expect(given({ locked, excluded: [] })).toEqual([[null, 'o'], [], 2])
    expect(given({ locked: [], excluded: [{ groupId: 'g1', offerId: 'o' }] })).toEqual([[null, 'o'], [], 2])
    expect(given({ locked: [...locked, { groupId: 'g1', offerId: 'o' }], excluded: [] })[1]).toHaveLength(1)
    expect(given({ locked: [{ groupId: 'gone', offerId: 'o' }], excluded: [] })[2]).toBe(9)
  })

  test('keeps to its period and leaves closed offers out', () => {
    const served = (over: Partial<typeof USUAL_SETTINGS>) =>
      solveRound(
        inputOf([group('g1')], [offer('o')], [slot('o')], { settings: { ...USUAL_SETTINGS, ...over } }),
      ).objective.served
    expect(served({})).toBe(1)
    expect(served({ period: { from: '2027-09-01', until: '2027-10-01' } })).toBe(0)
    expect(served({ period: { from: '2027-07-31', until: '2027-10-01' } })).toBe(1)
    expect(served({ closedOffers: ['o'] })).toBe(0)
  })

  test('shares alike between regions when that is asked, and still keeps what is locked', () => {
    const of = (region: string) =>
      request({
        school: {
          point: { lat: 52.36, lng: 6.66 },
          regionIds: [region],
          municipalityCode: 'GM0141',
          history: [],
        },
      })
    const groups = [
      group('g1', { priority: 9, request: of('AM04') }),
      group('g2', { priority: 8, request: of('AM04') }),
      group('g3', { priority: 2, request: of('AM05') }),
      group('g4', { priority: 1, request: of('AM05') }),
    ]
    const given = (balance: boolean, choices?: RoundChoices) =>
      solveRound(
        inputOf(groups, [offer('o')], [slot('o', 2)], {
          regionIds: ['AM04', 'AM05'],
          settings: { ...USUAL_SETTINGS, balance },
          ...(choices && { choices }),
        }),
      ).assignments.flatMap(({ groupId, offerId }) => (offerId ? [groupId] : []))
    expect(given(false)).toEqual(['g1', 'g2'])
    expect(given(true)).toEqual(['g1', 'g3'])
    const locked = [
      { groupId: 'g2', offerId: 'o' },
      { groupId: 'g1', offerId: 'o' },
    ]
    expect(given(true, { locked, excluded: [] })).toEqual(['g1', 'g2'])
  })

  test('gives the same bytes whatever the order of what it is given', () => {
    const some = fc.record({
      priority: fc.nat(20),
      year: fc.constantFrom(7, 8),
      km: fc.constantFrom(5, 25, 60),
    })
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
        (wishes, places) => {
          const groups = wishes.map((w, i) =>
            group(`g${i}`, {
              priority: w.priority,
              request: request({ years: [w.year], maxDistanceKm: w.km }),
            }),
          )
          const offers = places.map((_, i) => offer(`o${i}`, { point: { lat: 52 + i / 10, lng: 6.5 } }))
          const slots = places.map((open, i) => slot(`o${i}`, open))
          const there = solveRound(inputOf(groups, offers, slots))
          const back = solveRound(inputOf([...groups].reverse(), [...offers].reverse(), [...slots].reverse()))
          expect(JSON.stringify(back)).toBe(JSON.stringify(there))
          expect(there.objective.served).toBeGreaterThanOrEqual(there.firstComeServed)
        },
      ),
    )
  })
})

describe('a request that wants a place for all of its groups or for none', () => {
  const whole = (id: string, groups: number, over: Partial<WaitingGroup> = {}) =>
    Array.from({ length: groups }, (_, i) => group(`${id}.${i}`, { allOrNone: true, ...over }))

  test('gets all of them where they fit, and the bound is reached', () => {
    const result = solveRound(inputOf([...whole('a', 2), group('b')], [offer('o')], [slot('o', 3)]))
    expect(result.objective.served).toBe(3)
    expect(result.allOrNone).toEqual({ requests: 1, gaveUp: 0, bound: 3, gap: 0 })
  })

  test('is left out whole where they do not, says so, and the place goes to the next', () => {
    const groups = [...whole('a', 3, { priority: 9 }), group('b', { priority: 1 })]
    const result = solveRound(inputOf(groups, [offer('o')], [slot('o', 2)]))
    expect(result.assignments.map(({ offerId }) => offerId)).toEqual([null, null, null, 'o'])
    expect(result.assignments[0]?.why).toEqual({ kind: 'not-together', groups: 3, wouldHelp: [] })
    expect(result.allOrNone).toEqual({ requests: 1, gaveUp: 1, bound: 2, gap: 1 })
    // In the order of arrival it is not given a part either.
    expect(result.firstComeRows).toEqual([3])
  })

  test('goes before a single group where that helps more groups', () => {
    const groups = [...whole('a', 3), ...whole('b', 2), group('c', { priority: 9 })]
    const result = solveRound(inputOf(groups, [offer('o')], [slot('o', 2)]))
    expect(result.assignments.flatMap(({ groupId, offerId }) => (offerId ? [groupId] : []))).toEqual([
      ...['b.0', 'b.1'],
    ])
    expect(result.allOrNone).toEqual({ requests: 2, gaveUp: 1, bound: 2, gap: 0 })
    const locked = { locked: [{ groupId: 'c', offerId: 'o' }], excluded: [] }
    const kept = solveRound(inputOf(groups, [offer('o')], [slot('o', 2)], { choices: locked }))
    expect(kept.assignments.flatMap(({ groupId, offerId }) => (offerId ? [groupId] : []))).toEqual(['c'])
  })

  test('of which one group waits is like any other, and a round without such requests says nothing of it', () => {
    const input = inputOf([...whole('a', 1), group('b')], [offer('o')], [slot('o')])
    expect(input.rows.some((row) => 'allOrNone' in row)).toBe(false)
    expect(solveRound(input)).not.toHaveProperty('allOrNone')
  })

  test('a locked group of it that would get a place without the others breaks the lock', () => {
    const choices = { locked: [{ groupId: 'a.0', offerId: 'o' }], excluded: [] }
    const input = inputOf(whole('a', 2), [offer('o')], [slot('o')], { choices })
    expect(solveRound(input).brokenLocks).toEqual(['a.0'])
  })

  test('is never split, never served beyond its bound, and gives the same bytes in any order', () => {
    const asked = fc.record({
      groups: fc.integer({ min: 1, max: 3 }),
      allOrNone: fc.boolean(),
      priority: fc.nat(9),
      year: fc.constantFrom(7, 8),
    })
    fc.assert(
      fc.property(
        fc.array(asked, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        (requests, places) => {
          const groups = requests.flatMap(({ groups: count, allOrNone, priority, year: of }, r) =>
            Array.from({ length: count }, (_, i) =>
              group(`r${r}.${i}`, { allOrNone, priority, request: request({ years: [of] }) }),
            ),
          )
          const offers = places.map((_, i) =>
            offer(`o${i}`, { levels: [{ level: 'po', years: i % 2 === 0 ? [7, 8] : [7] }] }),
          )
          const slots = places.map((open, i) => slot(`o${i}`, open))
          const result = solveRound(inputOf(groups, offers, slots))
          requests.forEach(({ allOrNone }, r) => {
            const mine = result.assignments.filter(({ requestId }) => requestId === `r${r}`)
            const served = mine.filter(({ offerId }) => offerId !== null).length
            if (allOrNone) expect([0, mine.length]).toContain(served)
          })
          if (result.allOrNone)
            expect(result.objective.served + result.allOrNone.gap).toBe(result.allOrNone.bound)
          const back = solveRound(inputOf([...groups].reverse(), [...offers].reverse(), slots))
          expect(JSON.stringify(back)).toBe(JSON.stringify(result))
        },
      ),
    )
  })

  test('is passed over by a place that came free unless there is one for each of its groups', () => {
    const groups = [...whole('a', 2, { priority: 9 }), group('b', { priority: 1 })]
    const freed = (open: number) => ({
      ...{ offer: offer('o'), slot: slot('o', open), parents: new Map(), fitsOf: () => new Map() },
    })
    expect(nextInLine(groups, freed(1))?.groupId).toBe('b')
    const next = nextInLine(groups, freed(2))
    expect(next && withItsGroups(next, groups).map(({ groupId }) => groupId)).toEqual(['a.0', 'a.1'])
    // One of its groups let this offer go before: it does not fit whole.
    const once = groups.map((one) => (one.groupId === 'a.1' ? { ...one, refusedOfferIds: ['o'] } : one))
    expect(nextInLine(once, freed(2))?.groupId).toBe('b')
    // Its last group makes it whole.
    expect(nextInLine(groups.slice(1), freed(1))?.groupId).toBe('a.1')
  })
})

describe('a freed place', () => {
  test('goes to the highest priority that it fits, then to the best score', () => {
    const groups = [
      group('g1', { priority: 9, request: request({ groupSize: 99 }) }),
      group('g2', { priority: 7 }),
      group('g3', { priority: 7, request: request({ topicIds: ['b'] }) }),
      group('g4', { priority: 3 }),
    ]
    const freed = { offer: offer('o'), slot: slot('o'), parents: new Map(), fitsOf: () => new Map() }
    expect(nextInLine(groups, freed)?.groupId).toBe('g2')
    expect(nextInLine([groups[0] as WaitingGroup], freed)).toBeNull()
  })
})
