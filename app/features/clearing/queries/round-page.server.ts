/** One round: what it gives, to whom not and why, and what the coordinator chose. Ten statements. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Level } from '~/kernel/education'
import { isUuid, type RegionId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { offerSlug } from '../../finder/domain/offer-address'
import { reasonsOf } from '../../matchmaking/domain/reasons'
import type { AskingRequest } from '../domain/asking'
import type { FactReaders, NamedOffer } from '../domain/facts'
import type { RoundChoices } from '../domain/round-input'
import type {
  CallRow,
  ExcludedRow,
  GivenRow,
  LeftRow,
  RoundPage,
  RowRequest,
  Share,
} from '../domain/round-page'
import { rowsOf } from '../domain/round-page'
import type { RoundResult } from '../domain/solve-round'
import { roundNotFound } from '../errors'
import { askingRequests } from './asking-requests.server'
import { type Assigned, assignedGroups } from './assigned-groups.server'

export type RoundPageNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'clearingRound' | 'region' | 'clearingAssignment'>
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
  const [regions, assigned, shares] = await Promise.all([
    db.region.findMany({
      where: { id: { in: [...round.regionIds] } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    assignedGroups(db, asked.id),
    sharesOf(db, round.regionIds, now),
  ])
  const ids = [...new Set(assigned.map((row) => row.requestId))]
  const { rows } = await askingRequests(db, now, { ids, limit: Math.max(1, ids.length) })
  const requests = new Map(rows.map((row) => [row.id, row]))
  const givenAll = givenRows(assigned, requests, round.choices)
  const leftAll = leftRows(assigned, requests)
  const given = rowsOf(givenAll, asked.given)
  const withReasons = await addReasons(needs, given.rows, requests)
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
    schools: new Set(givenAll.map((row) => requests.get(row.request.id)?.schoolId)).size,
    locked: round.choices.locked.length,
    given: { ...given, rows: withReasons },
    left: rowsOf(leftAll, asked.left),
    calls: await callRows(needs, round.result.calls ?? []),
    excluded: excludedRows(assigned, requests, round.choices, await offerTitles(needs, round.choices)),
    shares: round.state === 'preview' ? withRound(shares, assigned, requests, regions) : [],
    pins: pinsOf(assigned, requests, givenAll),
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
  const { input, result, regionIds, ...rest } = row
  return {
    ...rest,
    regionIds: regionIds as RegionId[],
    choices: (input as unknown as { choices: RoundChoices }).choices,
    result: result as unknown as Pick<RoundResult['objective'], 'served'> &
      Pick<RoundResult, 'firstComeServed'> &
      Partial<Pick<RoundResult, 'calls'>>,
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
    const key = `${row.requestId} ${row.offer.id}`
    byPair.set(key, [...(byPair.get(key) ?? []), row])
  }
  return [...byPair.values()].flatMap((rows, i): GivenRow[] => {
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
        reasons: [],
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

async function offerTitles({ transact, clock }: RoundPageNeeds, { excluded }: RoundChoices) {
  if (excluded.length === 0) return new Map<string, string>()
  const ids = [...new Set(excluded.map((pair) => pair.offerId))]
  const offers = await transact(({ matchmaking }) => matchmaking.offers(clock.now(), ids))
  return new Map(offers.map((offer) => [offer.id, offer.title]))
}

/** Offers that are not published any more are not called about. Two statements. */
async function callRows(
  { transact, clock }: RoundPageNeeds,
  calls: RoundResult['calls'],
): Promise<readonly CallRow[]> {
  if (calls.length === 0) return []
  const ids = calls.map((call) => call.offerId)
  const offers = await transact(({ matchmaking }) => matchmaking.offers(clock.now(), ids))
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  return calls.flatMap(({ offerId, groups }) => {
    const offer = byId.get(offerId)
    if (!offer) return []
    const { slug, title, organisationName, placeName } = offer
    return [{ offerId, groups, slug: offerSlug(slug, offerId), title, organisationName, placeName }]
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

type Counted = {
  readonly region: string | null
  readonly level: Level | null
  readonly total: number
  readonly placed: number
}

/** Groups of requests that are alive, by region and by level. */
async function sharesOf(db: Pick<Db, '$queryRaw'>, regionIds: readonly string[], now: Date) {
  return db.$queryRaw<Counted[]>`
    SELECT m.region_id AS region, r.level, count(*)::int AS total,
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM place_claim c WHERE c.group_id = g.id AND c.released_at IS NULL))::int AS placed
    FROM support_request r
    JOIN request_group g ON g.request_id = r.id AND g.dropped_at IS NULL
    JOIN school_branch b ON b.id = r.branch_id
    JOIN region_municipality m ON m.municipality_code = b.municipality_code AND m.region_id = ANY(${[...regionIds]}::text[])
      AND m.valid_from <= ${now}::date AND (m.valid_until IS NULL OR m.valid_until > ${now}::date)
    WHERE r.state IN ('open', 'proposed', 'waiting', 'booked', 'done')
    GROUP BY GROUPING SETS ((m.region_id), (r.level)) ORDER BY 1, 2`
}

function withRound(
  counted: readonly Counted[],
  assigned: readonly Assigned[],
  requests: Requests,
  regions: RoundPage['regions'],
): readonly Share[] {
  const served = assigned.flatMap((row) => (row.offer ? [requests.get(row.requestId)] : []))
  return counted.map(({ region, level, total, placed }): Share => {
    const added = served.filter((asking) =>
      region ? asking?.regionIds.includes(region) : asking?.request.level === level,
    ).length
    const of = region
      ? { region: regions.find((one) => one.id === region)?.name ?? region }
      : { level: level as Level }
    return { of, total, before: placed, added }
  })
}

function pinsOf(
  assigned: readonly Assigned[],
  requests: Requests,
  given: readonly Pick<GivenRow, 'number' | 'request'>[],
): RoundPage['pins'] {
  const numbers = new Map([...given].reverse().map(({ request, number }) => [request.id, number]))
  const byRequest = new Map<string, Assigned[]>()
  for (const row of assigned) byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row])
  return [...byRequest].flatMap(([requestId, rows]) => {
    const school = requests.get(requestId)?.request.school.point
    if (!school) return []
    const offers = new Map(rows.flatMap(({ offer }) => (offer ? [[offer.id, offer.point] as const] : [])))
    const isLeft = rows.some((row) => row.offer === null)
    return [{ requestId, number: numbers.get(requestId) ?? null, school, to: [...offers.values()], isLeft }]
  })
}
