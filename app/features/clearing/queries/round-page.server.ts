/** One round: what it gives, to whom not and why, and what the coordinator chose. Ten statements. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import { isUuid, type RegionId } from '~/kernel/ids'
import { MAX_COST } from '~/matching/clearing/instance'
import type { Db, Transact } from '~/platform/db/client.server'
import { offerSlug } from '../../finder/domain/offer-address'
import { reasonsOf } from '../../matchmaking/domain/reasons'
import type { AskingRequest } from '../domain/asking'
import type { FactReaders, NamedOffer } from '../domain/facts'
import type { Ahead } from '../domain/plan-ahead'
import { pricedSlots } from '../domain/round-columns'
import type { RoundChoices, RoundInput } from '../domain/round-input'
import type {
  CallRow,
  ExcludedRow,
  GivenRow,
  LeftRow,
  RoundPage,
  RowRequest,
  StepRow,
} from '../domain/round-page'
import { rowsOf } from '../domain/round-page'
import { USUAL_SETTINGS } from '../domain/round-settings'
import type { RoundResult } from '../domain/solve-round'
import { roundNotFound } from '../errors'
import { askingRequests } from './asking-requests.server'
import { type Assigned, assignedGroups } from './assigned-groups.server'
import { countedGroups, sharesOf } from './round-shares.server'
import { offersOfSteps, roundSteps, type Step } from './round-steps.server'

export type RoundPageNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'clearingRound' | 'region' | 'offer'>
  readonly transact: Transact<FactReaders>
  readonly clock: Clock
}

/** Pages of the two lists, from 1. */
export type RoundPageAsked = { readonly id: string; readonly given: number; readonly left: number }

/** @throws AppError 404 for a round that does not exist or lies in regions of others. */
export async function roundPage(
  needs: RoundPageNeeds,
  actor: Actor,
  asked: RoundPageAsked,
): Promise<RoundPage> {
  const { db, clock } = needs
  const round = isUuid(asked.id) ? await readRound(db, asked.id) : null
  if (!round) throw roundNotFound()
  allow(actor, 'round.see', round)
  const now = clock.now()
  const [regions, assigned, counted, steps] = await Promise.all([
    db.region.findMany({
      where: { id: { in: [...round.regionIds] } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    assignedGroups(db, asked.id),
    countedGroups(db, round.regionIds, now),
    roundSteps(db, asked.id),
  ])
  const ids = [...new Set(assigned.map((row) => row.requestId))]
  const { rows } = await askingRequests(db, now, { ids, limit: Math.max(1, ids.length) })
  const requests = new Map(rows.map((row) => [row.id, row]))
  const givenAll = givenRows(assigned, requests, round.choices)
  const leftAll = leftRows(assigned, requests)
  const given = rowsOf(givenAll, asked.given)
  const withReasons = await addReasons(needs, given.rows, requests)
  const { choices, settings, firstCome } = round
  const titles = await offerTitles(db, [
    ...choices.excluded.map(({ offerId }) => offerId),
    ...settings.closedOffers,
    ...offersOfSteps(steps),
  ])
  return {
    id: asked.id,
    state: round.state,
    regions,
    mayRun: may(actor, 'round.run', round),
    createdOn: calendarDateOf(round.createdAt),
    publishedOn: round.publishedAt && calendarDateOf(round.publishedAt),
    inputHash: round.inputHash,
    waiting: assigned.length,
    served: round.result.served,
    firstComeServed: round.result.firstComeServed,
    allOrNone: round.result.allOrNone ?? null,
    sharing: sharingFigures(round.result),
    later: laterFigures(round),
    schools: new Set(
      givenAll.filter(({ later }) => later === null).map((row) => requests.get(row.request.id)?.schoolId),
    ).size,
    locked: choices.locked.length,
    settings,
    closed: settings.closedOffers.map((offerId) => ({ offerId, title: titles.get(offerId) ?? '' })),
    steps: steps.map((step) => stepRow(step, { assigned, requests, titles })),
    proof: {
      prioritySum: round.result.prioritySum,
      meanScore: meanScore(round.result),
      priced: round.priced,
    },
    given: { ...given, rows: withReasons },
    left: rowsOf(leftAll, asked.left),
    calls: await callRows(needs, round.result.calls ?? [], regions),
    excluded: excludedRows(assigned, requests, choices, titles),
    shares: sharesOf({
      ...{ counted, assigned, requests, firstCome, regions },
      isPreview: round.state === 'preview',
    }),
    pins: pinsOf(assigned, requests, { given: givenAll, firstCome }),
  }
}

async function readRound(db: RoundPageNeeds['db'], id: string) {
  const row = await db.clearingRound.findUnique({
    where: { id },
    select: {
      state: true,
      regionIds: true,
      createdAt: true,
      publishedAt: true,
      inputHash: true,
      result: true,
      input: true,
    },
  })
  if (!row) return null
  const { regionIds, ...rest } = row
  const input = row.input as unknown as RoundInput
  const result = row.result as unknown as KeptResult
  const served = result.firstComeRows?.map((at) => input.rows[at]?.groupId ?? '')
  return {
    ...rest,
    regionIds: regionIds as RegionId[],
    choices: input.choices,
    settings: input.settings ?? USUAL_SETTINGS,
    result,
    priced: pricedSlots(input.slots, result.prices),
    firstCome: new Set(served),
    ahead: input.ahead ?? null,
  }
}

type KeptAhead = { readonly ahead: Ahead | null; readonly result: KeptResult }

function laterFigures({ ahead, result }: KeptAhead): RoundPage['later'] {
  return ahead && { groups: result.later ?? 0, nearUntil: ahead.nearUntil }
}

const isKept = ([first]: readonly Assigned[]) => first !== undefined && laterOf(first) !== null

function laterOf({ why }: Pick<Assigned, 'why'>): CalendarDate | null {
  return why.kind === 'served' ? (why.later ?? null) : null
}

/** What is kept of a result; an older round kept less. */
type KeptResult = RoundResult['objective'] &
  Pick<RoundResult, 'firstComeServed' | 'prices'> &
  Partial<Pick<RoundResult, 'calls' | 'firstComeRows' | 'allOrNone' | 'later' | 'sharing'>>

function sharingFigures({ sharing }: KeptResult): RoundPage['sharing'] {
  if (!sharing) return null
  const { able, places, apart, bound, gap } = sharing
  const groups = places.reduce((sum, place) => sum + place.groups.length, 0)
  return { able, groups, places: places.length, apart, bound, gap }
}

function meanScore({ served, costSum }: KeptResult): number | null {
  return served === 0 ? null : Math.round(MAX_COST - costSum / served)
}

function stepRow(
  { details, ...step }: Step,
  {
    assigned,
    requests,
    titles,
  }: {
    readonly assigned: readonly Assigned[]
    readonly requests: Requests
    readonly titles: ReadonlyMap<string, string>
  },
): StepRow {
  const requestId = assigned.find(({ groupId }) => details.groupIds?.includes(groupId))?.requestId
  return {
    ...step,
    requestTitle: (requestId && requests.get(requestId)?.title) || null,
    offerTitle: (details.offerId && titles.get(details.offerId)) || null,
    settings: details.settings ?? null,
  }
}

function rowRequest(asking: AskingRequest): RowRequest {
  const { id, title, placeName, waitingWeeks, isUrgent, isDemo, request } = asking
  const { level, years, groupSize, school } = request
  return {
    id,
    title,
    placeName,
    waitingWeeks,
    isUrgent,
    isDemo,
    level,
    years,
    groupSize,
    point: school.point,
  }
}

type Requests = ReadonlyMap<string, AskingRequest>

/** Highest priority first, as the round gave; then by request. */
function givenRows(
  assigned: readonly Assigned[],
  requests: Requests,
  choices: RoundChoices,
): readonly GivenRow[] {
  const locked = new Set(choices.locked.map((pair) => `${pair.groupId} ${pair.offerId}`))
  const byPair = new Map<string, Assigned[]>()
  for (const row of assigned) {
    if (!row.offer) continue
    const key = `${row.requestId} ${row.offer.id} ${laterOf(row) ?? ''}`
    byPair.set(key, [...(byPair.get(key) ?? []), row])
  }
  // What is given now before what is kept.
  const pairs = [...byPair.values()].sort((a, b) => Number(isKept(a)) - Number(isKept(b)))
  return pairs.flatMap((rows, i): GivenRow[] => {
    const [first] = rows
    const asking = first && requests.get(first.requestId)
    if (!first?.offer || !asking || first.why.kind !== 'served') return []
    const states = rows.flatMap((row) => (row.holdState ? [row.holdState] : []))
    return [
      {
        number: i + 1,
        request: rowRequest(asking),
        groupIds: rows.map((row) => row.groupId),
        offer: first.offer,
        why: first.why,
        later: laterOf(first),
        reasons: [],
        shares: rows.flatMap(({ why }) => (why.kind === 'served' && why.shares ? [why.shares] : [])),
        isLocked: rows.every((row) => locked.has(`${row.groupId} ${row.offer?.id}`)),
        holds: [...new Set(states)].map((state) => ({
          state,
          groups: states.filter((other) => other === state).length,
        })),
      },
    ]
  })
}

function leftRows(assigned: readonly Assigned[], requests: Requests): readonly LeftRow[] {
  const byRequest = new Map<string, Assigned[]>()
  for (const row of assigned) {
    if (row.why.kind === 'served') continue
    const key = `${row.requestId} ${JSON.stringify(row.why)}`
    byRequest.set(key, [...(byRequest.get(key) ?? []), row])
  }
  return [...byRequest.values()].flatMap((rows, i): LeftRow[] => {
    const [first] = rows
    const asking = first && requests.get(first.requestId)
    if (!first || !asking || first.why.kind === 'served') return []
    return [{ number: i + 1, request: rowRequest(asking), groups: rows.length, why: first.why }]
  })
}

/** Why this offer, by the facts of now. Two statements. */
async function addReasons(
  { transact, clock }: RoundPageNeeds,
  rows: readonly GivenRow[],
  requests: Requests,
): Promise<readonly GivenRow[]> {
  if (rows.length === 0) return rows
  const offerIds = [...new Set(rows.map((row) => row.offer.id))]
  const { offers, parents } = await transact(async ({ matchmaking }) => ({
    offers: await matchmaking.offers(clock.now(), offerIds),
    parents: await matchmaking.topicParents(),
  }))
  const byId = new Map<string, NamedOffer>(offers.map((offer) => [offer.id, offer]))
  return rows.map((row) => {
    const offer = byId.get(row.offer.id)
    const asking = requests.get(row.request.id)
    if (!offer || !asking) return row
    // Places are what the round itself gives out: a full offer is no news here.
    const reasons = reasonsOf(asking.request, offer, parents, row.groupIds.length)
    return { ...row, reasons: reasons.filter((reason) => reason.about !== 'places') }
  })
}

async function offerTitles(db: RoundPageNeeds['db'], ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const offers = await db.offer.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  })
  return new Map(offers.map((offer) => [offer.id, offer.title]))
}

/** Offers that are not published any more are not called about. Two statements. */
async function callRows(
  { transact, clock }: RoundPageNeeds,
  calls: RoundResult['calls'],
  regions: RoundPage['regions'],
): Promise<readonly CallRow[]> {
  if (calls.length === 0) return []
  const ids = calls.map((call) => call.offerId)
  const offers = await transact(({ matchmaking }) => matchmaking.offers(clock.now(), ids))
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  return calls.flatMap(({ offerId, groups }) => {
    const offer = byId.get(offerId)
    if (!offer) return []
    const { title, organisationName, placeName, topicIds, levels } = offer
    const shown = { title, organisationName, placeName, topicIds, levels }
    const own = regions.filter(({ id }) => offer.regionIds.includes(id)).map(({ name }) => name)
    return [{ offerId, groups, slug: offerSlug(offer.slug, offerId), ...shown, regions: own }]
  })
}

function excludedRows(
  assigned: readonly Assigned[],
  requests: Requests,
  { excluded }: RoundChoices,
  titles: ReadonlyMap<string, string>,
): readonly ExcludedRow[] {
  const requestOf = new Map(assigned.map((row) => [row.groupId, row.requestId]))
  const byPair = new Map<string, ExcludedRow>()
  for (const { groupId, offerId } of excluded) {
    const requestId = requestOf.get(groupId) ?? ''
    const known = byPair.get(`${requestId} ${offerId}`)
    byPair.set(`${requestId} ${offerId}`, {
      groupIds: [...(known?.groupIds ?? []), groupId],
      offerId,
      requestTitle: requests.get(requestId)?.title ?? '',
      offerTitle: titles.get(offerId) ?? '',
    })
  }
  return [...byPair.values()]
}

function pinsOf(
  assigned: readonly Assigned[],
  requests: Requests,
  { given, firstCome }: { readonly given: readonly GivenRow[]; readonly firstCome: ReadonlySet<string> },
): RoundPage['pins'] {
  const numbers = new Map([...given].reverse().map(({ request, number }) => [request.id, number]))
  const byRequest = new Map<string, Assigned[]>()
  for (const row of assigned) byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row])
  return [...byRequest].flatMap(([requestId, rows]) => {
    const school = requests.get(requestId)?.request.school.point
    if (!school) return []
    const offers = new Map(rows.flatMap(({ offer }) => (offer ? [[offer.id, offer.point] as const] : [])))
    const isLeft = rows.some((row) => row.offer === null)
    const number = numbers.get(requestId) ?? null
    const isGain = offers.size > 0 && firstCome.size > 0 && !rows.some((row) => firstCome.has(row.groupId))
    return [{ requestId, number, school, to: [...offers.values()], isLeft, isGain }]
  })
}
