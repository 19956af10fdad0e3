/** Rounds and what they found: the only writes to `clearing_round` and `clearing_assignment`. */
import { createHash, randomUUID } from 'node:crypto'
import { isUuid, type NewId, type RegionId, type UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { RoundId } from './domain/hold'
import type { RoundInput } from './domain/round-input'
import { type RoundSettings, USUAL_SETTINGS } from './domain/round-settings'
import type { RoundState } from './domain/round-states'
import type { NewRoundStep } from './domain/round-steps'
import type { RoundResult } from './domain/solve-round'

export type RoundStore = ReturnType<typeof makeRoundStore>

export type Round = {
  readonly id: RoundId
  readonly regionIds: readonly RegionId[]
  readonly state: RoundState
  /** SHA-256 of the input: two rounds with the same hash have the same result. */
  readonly inputHash: string
  /** What was solved. */
  readonly input: RoundInput
}

/** SHA-256, hexadecimal, of the input with its keys in alphabetical order: the database gives them back in its own. */
function hashOf(input: RoundInput): string {
  return createHash('sha256').update(JSON.stringify(input, sortedKeys)).digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What is kept of a result beside its assignments. */
function figuresOf(result: RoundResult) {
  const { objective, firstComeServed, firstComeRows, prices, calls, allOrNone, sharing, later } = result
  const counted = { ...objective, firstComeServed, firstComeRows: [...firstComeRows] }
  return {
    ...counted,
    prices: [...prices],
    calls: calls.map((call) => ({ ...call })),
    ...(allOrNone && { allOrNone }),
    ...(later !== undefined && { later }),
    ...(sharing && { sharing }),
  }
}

/** Of the figures those that were kept: an older round kept fewer. */
function figuresAsKept(again: RoundResult, kept: unknown) {
  const names = Object.keys((kept ?? {}) as object)
  return Object.fromEntries(Object.entries(figuresOf(again)).filter(([name]) => names.includes(name)))
}

export function makeRoundStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    async create(
      round: {
        readonly regionIds: readonly RegionId[]
        readonly createdById: UserId
        readonly input: RoundInput
        readonly result: RoundResult
        readonly isDemo: boolean
        readonly solveMs: number | null
      },
      at: Date,
    ): Promise<RoundId> {
      const id = newId()
      await tx.clearingRound.create({
        data: {
          id,
          regionIds: [...round.regionIds],
          createdById: round.createdById,
          createdAt: at,
          isDemo: round.isDemo,
          ...columnsOf(round.input, round.result),
        },
        select: { id: true },
      })
      await insertAssignments(tx, id, round.result)
      const { createdById: byId, solveMs, input } = round
      const { settings } = input
      await addStep(tx, id, { what: 'made', details: settings ? { settings } : {}, byId, solveMs }, at)
      return id as RoundId
    },

    /** The next step of its history, with what the round gives now. The round is locked. One statement. */
    async addStep(id: RoundId, step: NewRoundStep, at: Date): Promise<void> {
      await addStep(tx, id, step, at)
    },

    async read(id: string): Promise<Round | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<Round[]>`
        SELECT id, region_ids AS "regionIds", state::text, input_hash AS "inputHash", input FROM clearing_round
        WHERE id = ${id}::uuid`
      return row ?? null
    },

    /** Locks the round until the transaction ends. @returns where it stands; what was solved stays where it is. */
    async lock(id: string): Promise<Omit<Round, 'input'> | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<Omit<Round, 'input'>[]>`
        SELECT id, region_ids AS "regionIds", state::text, input_hash AS "inputHash" FROM clearing_round
        WHERE id = ${id}::uuid FOR UPDATE`
      return row ?? null
    },

    /** Locks the round. @returns whether it stands as it was read: in that state, solved from those facts. */
    async isUntouched({ id, state, inputHash }: Round): Promise<boolean> {
      const now = await this.lock(id)
      return now?.state === state && now.inputHash === inputHash
    },

    /** The round with what it kept of its result. Two statements. */
    async kept(id: string): Promise<{
      readonly round: Round
      /** Whether figures, prices and every assignment are those of this result. */
      isResult(result: RoundResult): boolean
    } | null> {
      const round = await this.read(id)
      if (!round) return null
      const { result, assignments } = await tx.clearingRound.findUniqueOrThrow({
        where: { id },
        select: {
          result: true,
          assignments: { select: { groupId: true, offerId: true, score: true }, orderBy: { groupId: 'asc' } },
        },
      })
      const textOf = (rows: Pick<RoundResult, 'assignments'>['assignments'] | typeof assignments) =>
        rows.map(({ groupId, offerId, score }) => `${groupId} ${offerId} ${score}`).join()
      return {
        round,
        isResult: (again) =>
          JSON.stringify(result, sortedKeys) === JSON.stringify(figuresAsKept(again, result), sortedKeys) &&
          textOf(assignments) === textOf(again.assignments),
      }
    },

    /** @returns whether the round was solved from exactly these facts. */
    isOf(round: Round, input: RoundInput): boolean {
      return round.inputHash === hashOf(input)
    },

    /** Puts a new solution in the place of the old one. */
    async replace(id: RoundId, input: RoundInput, result: RoundResult): Promise<void> {
      await tx.clearingAssignment.deleteMany({ where: { roundId: id } })
      await tx.clearingRound.update({ where: { id }, data: columnsOf(input, result), select: { id: true } })
      await insertAssignments(tx, id, result)
    },

    /**
     * The round by which a place was given, through every hold that followed the first; `null` when it was closed before
     * the place came free (the clock that takes back the last place closes the round), or the place came from none. One
     * statement.
     * @param of the hold that was not used, or the booking that it became.
     */
    async openRoundOf(
      of: { readonly holdId: string } | { readonly bookingId: string },
    ): Promise<{ readonly regionIds: readonly string[]; readonly settings: RoundSettings } | null> {
      const holdId = 'holdId' in of ? of.holdId : null
      const bookingId = 'bookingId' in of ? of.bookingId : null
      const [row] = await tx.$queryRaw<{ regionIds: string[]; settings: RoundSettings | null }[]>`
        WITH RECURSIVE line AS (
          SELECT h.round_id, h.follows_id, CASE WHEN k.id IS NULL THEN h.answered_at END AS freed_at
          FROM hold h LEFT JOIN booking k ON k.claim_id = h.claim_id
          WHERE h.id = ${holdId}::uuid OR k.id = ${bookingId}::uuid
          UNION ALL SELECT h.round_id, h.follows_id, l.freed_at FROM hold h JOIN line l ON h.id = l.follows_id
        )
        SELECT c.region_ids AS "regionIds", c.input->'settings' AS settings
        FROM line l JOIN clearing_round c ON c.id = l.round_id 
        WHERE c.state = 'published' OR c.closed_at >= l.freed_at LIMIT 1`
      return row ? { regionIds: row.regionIds, settings: row.settings ?? USUAL_SETTINGS } : null
    },

    /** Closes the published rounds of which no hold is open any more. @returns how many. One statement. */
    async closeAnswered(at: Date): Promise<number> {
      const { count } = await tx.clearingRound.updateMany({
        where: { state: 'published', assignments: { none: { hold: { state: 'offered' } } } },
        data: { state: 'closed', closedAt: at },
      })
      return count
    },

    async setState(id: RoundId, state: RoundState, at: Date): Promise<void> {
      await tx.clearingRound.update({
        where: { id },
        data: {
          state,
          ...(state === 'published' && { publishedAt: at }),
          ...((state === 'closed' || state === 'discarded') && { closedAt: at }),
        },
        select: { id: true },
      })
    },
  }
}

async function addStep(tx: Tx, id: string, { what, details, byId, solveMs }: NewRoundStep, at: Date) {
  await tx.$executeRaw`
    INSERT INTO clearing_round_step (round_id, number, what, details, served, waiting, solve_ms, by_id, at)
    SELECT r.id, 1 + (SELECT count(*)::int FROM clearing_round_step s WHERE s.round_id = r.id), ${what},
      ${JSON.stringify(details)}::jsonb, (r.result->>'served')::int,
      (SELECT count(*)::int FROM clearing_assignment a WHERE a.round_id = r.id), ${solveMs}::int, ${byId}::uuid, ${at}
    FROM clearing_round r WHERE r.id = ${id}::uuid`
}

function columnsOf(input: RoundInput, result: RoundResult) {
  return { input, inputHash: hashOf(input), result: figuresOf(result) }
}

async function insertAssignments(tx: Tx, roundId: string, result: RoundResult): Promise<void> {
  await tx.clearingAssignment.createMany({
    data: result.assignments.map(({ groupId, offerId, score, priority, why }) => ({
      roundId,
      groupId,
      offerId,
      score,
      priority,
      why,
    })),
  })
}
