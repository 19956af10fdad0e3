/** Solves a round and says of every group why it has what it has. Pure: the same input gives the same bytes. */
import type { CalendarDate } from '~/kernel/calendar'
import { certify, type Objective, objectiveOf } from '~/matching/clearing/certificate'
import { type Choices, withChoices } from '~/matching/clearing/choices'
import { firstComeFirstServed } from '~/matching/clearing/first-come-first-served'
import { reachesFreePlace } from '~/matching/clearing/free-place'
import { MAX_COST, type Packed, pack } from '~/matching/clearing/instance'
import { type Solution, solve, UNSERVED } from '~/matching/clearing/solve'
import { solveShared } from '~/matching/clearing/solve-shared'
import { solveTogether } from '~/matching/clearing/together'
import { rowsAtOffers, whyUnservedOf } from '~/matching/clearing/why-unserved'
import type { Rule } from '~/matching/ranking/rules'
import { helpingWishes } from './helping-wishes'
import { beginOf, costAhead, keptForLater } from './plan-ahead'
import { callsOf } from './round-calls'
import { columnsOf, type RoundColumns } from './round-columns'
import type { RoundInput, RoundRow } from './round-input'
import { type RoundSharing, roundSharing, type SharesWith, sharesOf, sharingOf } from './round-sharing'
import type { Wish } from './wider-wishes'

export type Why =
  | {
      readonly kind: 'served'
      /** Place of the offer among the group's own candidates, from 1, and how many it has. */
      readonly choice: number
      readonly of: number
      /**
       * Why the best offer that it did not get went to others: to groups that all go first, or because then more groups have a
       * place, or a better one. Left out when it got its best, or when the coordinator chose.
       */
      readonly better?: 'others-first' | 'better-for-all' | 'sooner'
      /** The day on which its place begins, where that is planned and not given yet. */
      readonly later?: CalendarDate
      /** The other groups that have the same place; left out when it has one to itself. */
      readonly shares?: SharesWith
    }
  | {
      readonly kind: 'no-candidate'
      readonly takenAwayBy: Readonly<Partial<Record<Rule, number>>>
      /** Offers that the coordinator took away. */
      readonly excluded: number
      readonly wouldHelp: readonly Wish[]
    }
  /** Everything that it could have is full, whoever moves: more groups than places, and the priorities decide. */
  | {
      readonly kind: 'all-full'
      readonly offers: number
      readonly places: number
      readonly groups: number
      readonly wouldHelp: readonly Wish[]
    }
  /** There is a place for some of the groups of its request, and it wants one for all of them or for none. */
  | {
      readonly kind: 'not-together'
      readonly groups: number
      readonly wouldHelp: readonly Wish[]
    }

/** What it costs that some requests want a place for all of their groups or for none. */
export type AllOrNone = {
  readonly requests: number
  /** Of them those that were left out whole: the certificate proves the plan without them. */
  readonly gaveUp: number
  /** Groups that would have a place if all requests went apart; no plan has more. With `sharing` it is the bound of that. */
  readonly bound: number
  /** `bound` less the groups that have a place: 0 proves that they are the most. */
  readonly gap: number
}

export type RoundAssignment = {
  readonly groupId: string
  readonly requestId: string
  readonly priority: number
  readonly slotId: string | null
  readonly offerId: string | null
  readonly score: number | null
  readonly why: Why
}

export type RoundResult = {
  /** By the priorities of the rows, whatever was locked. */
  readonly objective: Objective
  /** Groups that would have a place if each in turn had taken its best, without any choice of the coordinator. */
  readonly firstComeServed: number
  /** Which those are: places in the rows of the input, ascending. */
  readonly firstComeRows: readonly number[]
  /**
   * What one more place would save, the proof of the optimum: per slot of the input (or its last month), then per further
   * month, then per slot that has months.
   */
  readonly prices: readonly number[]
  /** In the order of the rows. */
  readonly assignments: readonly RoundAssignment[]
  /** Offers where one more place serves one more group, those for which most groups wait first; at most ten. */
  readonly calls: readonly { readonly offerId: string; readonly groups: number }[]
  /** Groups whose locked place cannot be given together with the other locked ones: then nothing of it may stand. */
  readonly brokenLocks: readonly string[]
  /** Left out where no request asks for it. */
  readonly allOrNone?: AllOrNone
  /** Left out where no two groups could share. */
  readonly sharing?: RoundSharing
  /** Groups whose place is planned and not given yet; left out where all is given at once. */
  readonly later?: number
}

/**
 * The optimum among the plans that keep the coordinator's choices. Where requests want all or nothing that is no flow any
 * more: a plan that splits none of them, its bound and the gap; so it is where small groups share a place, and then prices
 * and reasons are those of the groups that share none, on the places that are left to them.
 * @throws Error when the result is not proven optimal (never expected), RangeError when the input is out of bounds.
 */
export function solveRound(input: RoundInput): RoundResult {
  const slotAt = new Map(input.slots.map((slot, i) => [slot.slotId, i]))
  const columns = columnsOf(input.slots)
  const { capacities, pools, poolOf } = columns
  const instanceOf = (costOf: CostOf) => ({
    ...{ capacities, ...(pools && { pools, poolOf }) },
    ...(input.settings?.balance && { balance: regionsOf(input.rows) }),
    rows: input.rows.map((row) => ({
      priority: row.priority,
      candidates: row.candidates.flatMap((c) =>
        columns
          .of(slotAt.get(c.slotId) ?? -1, row.months)
          .map((offer) => ({ offer, cost: costOf(row, offer, c.score) })),
      ),
    })),
  })
  const { ahead } = input
  const begins = beginOf(input, columns)
  const usual = instanceOf((_row, _column, score) => MAX_COST - score)
  const instance = ahead
    ? instanceOf((row, column, score) => costAhead(ahead, begins(row, column), score))
    : usual
  const choices = choicesOf(input, columns)
  const asked = withChoices(instance, choices)
  const requestOf = requestsOfRows(input.rows)
  const sharing = sharingOf(input, columns)
  const keep = choices.forced.map(({ row }) => row)
  const together = requestOf && !sharing ? solveTogether(asked, requestOf, keep) : null
  const shared = sharing && solveShared(asked, sharing, { requestOf, keep })
  const plan = shared ?? together
  const packed = pack(plan?.solved ?? asked)
  const solution = plan?.solution ?? solve(packed)
  const proven = certify(packed, solution)
  const offerOf = shared?.offerOf ?? solution.offerOf
  const isServed = (row: number) => offerOf[row] !== UNSERVED
  const prioritySum = input.rows.reduce((sum, row, i) => sum + (isServed(i) ? row.priority : 0), 0)
  // Whoever comes first takes what fits best, whatever the round is set to.
  const plain = pack(usual)
  const arrivals = input.rows.map((_, i) => i).sort((a, b) => byArrival(input.rows, a, b))
  const firstCome = firstComeFirstServed(plain, arrivals, requestOf)
  const later = keptForLater(input, columns, offerOf)
  const told = shared && roundSharing(input, shared)
  const gaveUp = plan?.gaveUp ?? []
  return {
    objective: { ...(shared || ahead ? objectiveOf(plain, offerOf) : proven), prioritySum },
    firstComeServed: objectiveOf(plain, firstCome).served,
    firstComeRows: [...firstCome.keys()].filter((row) => firstCome[row] !== UNSERVED),
    prices: [...solution.price],
    assignments: assignmentsOf(
      input,
      { packed, solution, offerOf, columns },
      {
        leftOutOf: leftOut(input.rows, requestOf, gaveUp),
        shares: told ? sharesOf(told) : NOBODY,
        later,
      },
    ),
    calls: callsOf(input, packed, solution, columns),
    brokenLocks: choices.forced.flatMap(({ row }) => (isServed(row) ? [] : [input.rows[row]?.groupId ?? ''])),
    ...(plan &&
      requestOf && {
        allOrNone: {
          requests: new Set(requestOf.filter((request) => request !== -1)).size,
          gaveUp: gaveUp.length,
          bound: plan.bound,
          gap: plan.gap,
        },
      }),
    ...(told && { sharing: told }),
    ...(ahead && { later: later.size }),
  }
}

/** Of a pair at a column. */
type CostOf = (row: RoundRow, column: number, score: number) => number

const NOBODY: ReadonlyMap<string, SharesWith> = new Map()

/** Per row the number of its request where that wants all or nothing, else −1; `null` when none does. */
function requestsOfRows(rows: readonly RoundRow[]): readonly number[] | null {
  if (!rows.some((row) => row.allOrNone)) return null
  const numberOf = new Map<string, number>()
  return rows.map(({ requestId, allOrNone }) => {
    if (!allOrNone) return -1
    const number = numberOf.get(requestId) ?? numberOf.size
    numberOf.set(requestId, number)
    return number
  })
}

/** Groups of each request that was left out whole, by its id. */
function leftOut(
  rows: readonly RoundRow[],
  requestOf: readonly number[] | null,
  requests: readonly number[],
): ReadonlyMap<string, number> {
  const gaveUp = new Set(requests)
  const groups = new Map<string, number>()
  rows.forEach(({ requestId }, row) => {
    if (gaveUp.has(requestOf?.[row] ?? -1)) groups.set(requestId, (groups.get(requestId) ?? 0) + 1)
  })
  return groups
}

/** Regions of the rows, numbered without gaps. */
function regionsOf(rows: readonly RoundRow[]): readonly number[] {
  const known = [...new Set(rows.map((row) => row.region ?? 0))].sort((a, b) => a - b)
  const numberOf = new Map(known.map((region, i) => [region, i]))
  return rows.map((row) => numberOf.get(row.region ?? 0) ?? 0)
}

/** @returns whether the same groups get the same places, with the same others and as soon, and the same groups none. */
export function samePlan(one: RoundResult, other: RoundResult): boolean {
  return planOf(one) === planOf(other)
}

const planOf = ({ assignments, sharing }: RoundResult) =>
  JSON.stringify([
    assignments.map(({ groupId, slotId, why }) => [groupId, slotId, isLater(why)]),
    sharing?.places,
  ])

const isLater = (why: Why) => why.kind === 'served' && why.later !== undefined

/** The pairs as rows and columns: an offer is all its slots. */
function choicesOf({ rows, slots, choices }: RoundInput, { of }: RoundColumns): Choices {
  const rowOf = new Map(rows.map((row, i) => [row.groupId, i]))
  const columnsAt = (offerId: string) => slots.flatMap((slot, i) => (slot.offerId === offerId ? of(i) : []))
  return {
    forced: choices.locked.map(({ groupId, offerId }) => ({
      row: rowOf.get(groupId) ?? -1,
      offers: columnsAt(offerId),
    })),
    forbidden: choices.excluded.flatMap(({ groupId, offerId }) =>
      columnsAt(offerId).map((offer) => ({ row: rowOf.get(groupId) ?? -1, offer })),
    ),
  }
}

function byArrival(rows: readonly RoundRow[], a: number, b: number): number {
  const left = rows[a]?.arrivedAt ?? ''
  const right = rows[b]?.arrivedAt ?? ''
  return left < right ? -1 : left > right ? 1 : a - b
}

function assignmentsOf(
  input: RoundInput,
  /** `offerOf`: with the groups that share, which the solution does not know. */
  { packed, solution, offerOf, columns }: Solved,
  {
    leftOutOf,
    shares,
    later,
  }: {
    readonly leftOutOf: ReadonlyMap<string, number>
    readonly shares: ReadonlyMap<string, SharesWith>
    readonly later: ReadonlyMap<number, CalendarDate>
  },
): readonly RoundAssignment[] {
  const whyOf = whyUnservedOf(packed, solution, rowsAtOffers(packed.offerCount, solution.offerOf))
  const { slotOf } = columns
  const offersIn = oncePerSet(
    (set) => new Set(set.map((column) => input.slots[slotOf[column] ?? -1]?.offerId)).size,
  )
  const helps = helpingWishes(input, columns, reachesFreePlace(packed, solution))
  const seats = Array.from(offerOf, (column) => slotOf[column] ?? UNSERVED)
  const seating = seatingOf(input, seats)
  return input.rows.map((row, i) => {
    const { groupId, requestId, priority } = row
    const slot = input.slots[seats[i] ?? UNSERVED]
    if (slot) {
      const score = row.candidates.find((c) => c.slotId === slot.slotId)?.score ?? 0
      const others = shares.get(groupId)
      const day = later.get(i)
      const why = choiceOf(seating, row, slot, score)
      return {
        groupId,
        requestId,
        priority,
        slotId: slot.slotId,
        offerId: slot.offerId,
        score,
        why: { ...why, ...(others && { shares: others }), ...(day && { later: day }) },
      }
    }
    const together = row.candidates.length > 0 ? leftOutOf.get(requestId) : undefined
    if (together !== undefined) {
      const why: Why = { kind: 'not-together', groups: together, wouldHelp: [] }
      return { groupId, requestId, priority, slotId: null, offerId: null, score: null, why }
    }
    const wouldHelp = helps(row)
    const reason = whyOf(i)
    const why: Why =
      reason.reason === 'no-candidate'
        ? {
            kind: 'no-candidate',
            takenAwayBy: row.takenAwayBy ?? {},
            excluded: input.choices.excluded.filter((pair) => pair.groupId === groupId).length,
            wouldHelp,
          }
        : {
            kind: 'all-full',
            offers: offersIn(reason.columns),
            places: reason.places,
            groups: reason.rows,
            wouldHelp,
          }
    return { groupId, requestId, priority, slotId: null, offerId: null, score: null, why }
  })
}

type Solved = {
  readonly packed: Packed
  readonly solution: Solution
  readonly offerOf: Int32Array
  readonly columns: RoundColumns
}

/** Rows of one tight set ask about the same array. */
function oncePerSet(count: (columns: readonly number[]) => number): (columns: readonly number[]) => number {
  const known = new Map<readonly number[], number>()
  return (columns) => {
    const found = known.get(columns) ?? count(columns)
    known.set(columns, found)
    return found
  }
}

/** The slots of one offer have one score: a person counts offers. */
function choiceOf(
  { input, seated, offerOf }: Seating,
  row: RoundRow,
  given: { readonly offerId: string },
  score: number,
): Extract<Why, { kind: 'served' }> {
  const scores = new Map(row.candidates.map((c) => [offerOf.get(c.slotId), c.score]))
  const others = [...scores].filter(([offerId, other]) => offerId !== given.offerId && other > score)
  const [best] = others.sort(([, a], [, b]) => b - a)
  const isChosen = [...input.choices.locked, ...input.choices.excluded].some(
    (pair) => pair.groupId === row.groupId,
  )
  const rule = best && !isChosen ? whoHasIt(seated.get(best[0] ?? '') ?? [], row.priority) : null
  const better = rule === 'better-for-all' && input.ahead ? 'sooner' : rule
  return { kind: 'served', choice: others.length + 1, of: scores.size, ...(better && { better }) }
}

function whoHasIt(others: readonly RoundRow[], priority: number): 'others-first' | 'better-for-all' {
  return others.length > 0 && others.every((other) => other.priority > priority)
    ? 'others-first'
    : 'better-for-all'
}

/** The input with the rows that have each offer. */
type Seating = {
  readonly input: RoundInput
  readonly seated: ReadonlyMap<string, readonly RoundRow[]>
  /** Slot → its offer. */
  readonly offerOf: ReadonlyMap<string, string>
}

function seatingOf(input: RoundInput, seats: readonly number[]): Seating {
  const seated = new Map<string, RoundRow[]>()
  input.rows.forEach((row, i) => {
    const offerId = input.slots[seats[i] ?? UNSERVED]?.offerId
    if (offerId === undefined) return
    const others = seated.get(offerId)
    if (others) others.push(row)
    else seated.set(offerId, [row])
  })
  return { input, seated, offerOf: new Map(input.slots.map((slot) => [slot.slotId, slot.offerId])) }
}
