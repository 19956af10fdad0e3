import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RankedOffer, RankedRequest } from '~/matching/ranking/subjects'
import { packRound, unpackRound } from './packed-round'
import { type FreeSlot, roundInput, type WaitingGroup } from './round-input'
import { USUAL_SETTINGS } from './round-settings'
import { samePlan, solveRound } from './solve-round'

const request = (over: Partial<RankedRequest> = {}): RankedRequest => ({
  kinds: ['excursion'],
  topicIds: ['a'],
  level: 'po',
  years: [7],
  tracks: [],
  school: { point: { lat: 52.36, lng: 6.66 }, regionIds: ['AM04'], municipalityCode: 'GM0141', history: [] },
  maxDistanceKm: 25,
  groupSize: 10,
  weekdays: [],
  period: null,
  languages: [],
  ...over,
})
const offer = (id: string): RankedOffer => ({
  id,
  kind: 'excursion',
  topicIds: ['a'],
  levels: [
    { level: 'po', years: [7] },
    { level: 'vmbo', years: [1] },
  ],
  location: 'at-company',
  point: { lat: 52.3, lng: 6.7 },
  regionIds: ['AM04'],
  travelRadiusKm: null,
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
})
const day = { from: '2027-03-11', until: '2027-03-11' }
const slot = (offerId: string, over: Partial<FreeSlot> = {}): FreeSlot => ({
  ...{ ...day, slotId: `s-${offerId}`, offerId, open: 1, size: 25 },
  ...over,
})
const group = (groupId: string, over: Partial<WaitingGroup> = {}): WaitingGroup => ({
  groupId,
  requestId: groupId.split('.')[0] ?? groupId,
  priority: 5,
  waitingWeeks: 5,
  neverHelped: false,
  arrivedAt: '2026-10-01T09:00:00.000Z',
  request: request(),
  words: { title: '', text: '' },
  refusedOfferIds: [],
  allOrNone: false,
  mayShare: true,
  ...over,
})
const inputOf = (groups: readonly WaitingGroup[], slots: readonly FreeSlot[]) =>
  roundInput({
    today: '2026-11-24',
    ...{ groups, slots, offers: [...new Set(slots.map((s) => s.offerId))].map(offer) },
    parents: new Map(),
    fitsOf: () => new Map(),
    regionIds: ['AM04'],
    settings: USUAL_SETTINGS,
  })

describe('small groups that may share a place', () => {
  test('have one together, and each is told of the other without a name', () => {
    const small = request({ groupSize: 12 })
    const result = solveRound(inputOf([group('a'), group('b', { request: small })], [slot('o')]))
    expect(result.assignments.map(({ why }) => why)).toEqual([
      { kind: 'served', choice: 1, of: 1, shares: { groups: 1, pupils: 12 } },
      { kind: 'served', choice: 1, of: 1, shares: { groups: 1, pupils: 10 } },
    ])
    expect(result.objective.served).toBe(2)
    expect(result.sharing).toEqual({
      able: 2,
      places: [
        {
          slotId: 's-o',
          size: 25,
          groups: [
            { groupId: 'a', pupils: 10 },
            { groupId: 'b', pupils: 12 },
          ],
        },
      ],
      ...{ apart: 1, bound: 2, gap: 0 },
    })
  })

  test.each<[string, readonly WaitingGroup[], Partial<FreeSlot>]>([
    ['one of them was not asked', [group('a'), group('b', { mayShare: false })], {}],
    ['the company did not agree', [group('a'), group('b')], { size: undefined }],
    ['both are of one request', [group('a.1'), group('a.2')], {}],
    [
      'they are of different levels',
      [group('a'), group('b', { request: request({ level: 'vmbo', years: [1] }) })],
      {},
    ],
    [
      'they follow different languages',
      [group('a'), group('b', { request: request({ languages: ['nl'] }) })],
      {},
    ],
    [
      'one of them wants all or nothing',
      [group('a'), group('b.1', { allOrNone: true }), group('b.2', { allOrNone: true })],
      {},
    ],
  ])('share nothing where %s, and the round says nothing of it', (_, groups, over) => {
    const input = inputOf(groups, [slot('o', over)])
    expect(JSON.stringify(input)).not.toMatch(/sharing|size/)
    const result = solveRound(input)
    expect(result).not.toHaveProperty('sharing')
    expect(result.objective.served).toBe(1)
  })

  test('that are too many for one session have none together', () => {
    const large = request({ groupSize: 15 })
    const result = solveRound(
      inputOf([group('a', { request: large }), group('b', { request: large })], [slot('o', { size: 29 })]),
    )
    expect(result.sharing).toEqual({ able: 2, places: [], apart: 1, bound: 1, gap: 0 })
    expect(result.assignments.every(({ why }) => !('shares' in why))).toBe(true)
  })

  test('take no place from a class, whatever they are in number, and keep what is locked', () => {
    const whole = group('a', { mayShare: false, waitingWeeks: 9, request: request({ groupSize: 25 }) })
    const input = inputOf([whole, group('b'), group('c')], [slot('o')])
    const given = ({ assignments }: ReturnType<typeof solveRound>) =>
      assignments.flatMap(({ groupId, slotId }) => (slotId ? [groupId] : []))
    expect(given(solveRound(input))).toEqual(['a'])
    const choices = { locked: [{ groupId: 'b', offerId: 'o' }], excluded: [] }
    expect(given(solveRound({ ...input, choices }))).toEqual(['b', 'c'])
  })

  test('the same bytes in any order and after the way to the thread, never fewer than apart, never beyond the bound', () => {
    const asked = fc.record({
      pupils: fc.integer({ min: 4, max: 15 }),
      mayShare: fc.boolean(),
      groups: fc.integer({ min: 1, max: 2 }),
      allOrNone: fc.boolean(),
      waitingWeeks: fc.nat(9),
      level: fc.constantFrom('po' as const, 'vmbo' as const),
    })
    const places = fc.record({ open: fc.nat(2), size: fc.constantFrom(undefined, 15, 20, 30) })
    fc.assert(
      fc.property(
        fc.array(asked, { minLength: 1, maxLength: 8 }),
        fc.array(places, { minLength: 1, maxLength: 3 }),
        (requests, slotsAt) => {
          const groups = requests.flatMap(({ groups: count, pupils, level, ...rest }, r) =>
            Array.from({ length: count }, (_, i) =>
              group(`r${r}.${i}`, {
                ...rest,
                request: request({ groupSize: pupils, level, years: [level === 'po' ? 7 : 1] }),
              }),
            ),
          )
          const slots = slotsAt.map((over, i) => slot(`o${i}`, over))
          const input = inputOf(groups, slots)
          const result = solveRound(input)
          const back = solveRound(inputOf([...groups].reverse(), [...slots].reverse()))
          expect(JSON.stringify(back)).toBe(JSON.stringify(result))
          expect(samePlan(back, result)).toBe(true)
          expect(JSON.stringify(solveRound(unpackRound(packRound(input))))).toBe(JSON.stringify(result))
          const { sharing, objective } = result
          // Without anybody's consent it is the round that it was.
          const apart = solveRound(
            inputOf(
              groups.map((g) => ({ ...g, mayShare: false })),
              slots,
            ),
          )
          if (!sharing) {
            expect(JSON.stringify(result)).toBe(JSON.stringify(apart))
            return
          }
          expect(sharing.apart).toBe(apart.objective.served)
          expect(objective.served).toBeGreaterThanOrEqual(sharing.apart)
          expect(objective.served + sharing.gap).toBe(sharing.bound)
          if (sharing.places.length === 0) expect(result.assignments).toEqual(apart.assignments)
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)
})
