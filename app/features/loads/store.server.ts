/** Loads of offers: the only writes to `offer_load`, `offer_load_row` and `offer_load_columns`. */
import { randomUUID } from 'node:crypto'
import { Prisma } from '~/generated/prisma/client'
import type { OfferId, OrganisationId, UserId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { constraintOf } from '~/platform/db/constraint.server'
import type { Change, Outcome } from './domain/judge-row'
import type { Load, LoadRowState, LoadState, SavedProblem } from './domain/load'
import type { ColumnMapping } from './domain/load-field'
import { loadAtWork } from './errors'

export type LoadStore = ReturnType<typeof makeLoadStore>

export type LoadRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly externalRef: string | null
  readonly outcome: Outcome | null
  readonly state: LoadRowState
  readonly offerId: OfferId | null
  /** Of an offer that was changed: what `saveBefore` wrote. */
  readonly before: unknown
  readonly versionAfter: number | null
}

export type CheckedRow = {
  readonly number: number
  readonly externalRef: string
  readonly title: string
  readonly outcome: Outcome
  readonly problems: readonly SavedProblem[]
  readonly changes: readonly Change[]
}

export type WorkedRow = {
  readonly number: number
  readonly state: LoadRowState
  readonly offerId?: string
  readonly before?: unknown
  readonly versionAfter?: number
  readonly problems?: readonly SavedProblem[]
}

export function makeLoadStore(tx: Tx) {
  return {
    /** Two statements. */
    async create(
      load: {
        readonly organisationId: OrganisationId
        readonly byUserId: UserId | null
        readonly feedId: string | null
        readonly partnerId: string | null
        readonly fileName: string
        readonly heads: readonly string[]
        readonly mapping: ColumnMapping
        readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
      },
      at: Date,
    ): Promise<string> {
      const id = randomUUID()
      const { organisationId, byUserId, feedId, partnerId, fileName, heads, mapping, rows } = load
      await tx.offerLoad.create({
        data: {
          id,
          organisationId,
          byUserId,
          feedId,
          partnerId,
          fileName,
          columns: [...heads],
          mapping,
          rowCount: rows.length,
          createdAt: at,
        },
        select: { id: true },
      })
      await tx.$executeRaw`INSERT INTO offer_load_row (load_id, number, cells)
        SELECT ${id}::uuid, r.number, r.cells FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(number int, cells jsonb)`
      return id
    },

    /** Locks the load until the transaction ends. @returns `null` when there is none. */
    async lock(id: string): Promise<Load | null> {
      if (!isUuid(id)) return null
      await tx.$queryRaw`SELECT id FROM offer_load WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.offerLoad.findUnique({ where: { id } })
      if (!row) return null
      const { columns, mapping, organisationId, rowCount, newCount, changedCount, sameCount, wrongCount } =
        row
      return {
        id,
        organisationId: organisationId as OrganisationId,
        feedId: row.feedId,
        byUserId: row.byUserId as UserId | null,
        state: row.state,
        heads: columns,
        mapping: mapping as ColumnMapping,
        publish: row.publish,
        counts: {
          rows: rowCount,
          new: newCount,
          changed: changedCount,
          same: sameCount,
          wrong: wrongCount,
          done: row.doneCount,
        },
        startedAt: row.startedAt,
        finishedAt: row.finishedAt,
        forgottenAt: row.forgottenAt,
      }
    },

    /** @returns the heads that the organisation used before, folded, with their field or `''`. */
    async rememberedColumns(organisationId: OrganisationId): Promise<Readonly<Record<string, string>>> {
      const row = await tx.offerLoadColumns.findUnique({
        where: { organisationId },
        select: { fields: true },
      })
      return (row?.fields ?? {}) as Record<string, string>
    },

    /** What was said of other heads stays. */
    async rememberColumns(
      organisationId: OrganisationId,
      fields: Readonly<Record<string, string>>,
    ): Promise<void> {
      await tx.$executeRaw`INSERT INTO offer_load_columns (organisation_id, fields)
        VALUES (${organisationId}::uuid, ${JSON.stringify(fields)}::jsonb)
        ON CONFLICT (organisation_id) DO UPDATE SET fields = offer_load_columns.fields || excluded.fields`
    },

    async saveMapping(id: string, mapping: ColumnMapping): Promise<void> {
      await tx.offerLoad.update({ where: { id }, data: { mapping, state: 'mapping' }, select: { id: true } })
    },

    /** @returns rows after `after` in the order of the table, at most `limit`. */
    async rowsAfter(id: string, after: number, limit: number): Promise<readonly LoadRow[]> {
      return (
        await tx.offerLoadRow.findMany({
          where: { loadId: id, number: { gt: after } },
          select: ROW,
          orderBy: { number: 'asc' },
          take: limit,
        })
      ).map(rowOf)
    },

    /** @returns rows in this state, in the order of the table, at most `limit`. */
    async rowsIn(id: string, state: LoadRowState, limit: number): Promise<readonly LoadRow[]> {
      return (
        await tx.offerLoadRow.findMany({
          where: { loadId: id, state },
          select: ROW,
          orderBy: { number: 'asc' },
          take: limit,
        })
      ).map(rowOf)
    },

    /** @returns the numbers of its rows that are right. One statement. */
    async refsOf(id: string): Promise<readonly string[]> {
      const rows = await tx.offerLoadRow.findMany({
        where: { loadId: id, outcome: { not: 'wrong' }, externalRef: { not: null } },
        select: { externalRef: true },
      })
      return rows.flatMap(({ externalRef }) => externalRef ?? [])
    },

    /** What a feed brought and nobody went on with makes room for what it brings now. One statement. */
    async removeOpenOfFeed(feedId: string): Promise<void> {
      await tx.offerLoad.deleteMany({ where: { feedId, state: { in: ['mapping', 'checked'] } } })
    },

    /** One statement. */
    async saveChecked(id: string, rows: readonly CheckedRow[]): Promise<void> {
      await tx.$executeRaw`
        UPDATE offer_load_row t SET external_ref = r."externalRef", title = r.title,
          outcome = r.outcome::load_outcome, problems = r.problems, changes = r.changes, state = 'waiting'
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r(number int, "externalRef" text, title text, outcome text, problems jsonb, changes jsonb)
        WHERE t.load_id = ${id}::uuid AND t.number = r.number`
    },

    /** Counts the outcomes of its rows and says that it is checked. One statement. */
    async saveCounts(id: string): Promise<void> {
      await tx.$executeRaw`
        UPDATE offer_load SET state = 'checked', new_count = c.fresh, changed_count = c.changed,
          same_count = c.same, wrong_count = c.wrong
        FROM (SELECT count(*) FILTER (WHERE outcome = 'new') AS fresh,
          count(*) FILTER (WHERE outcome = 'changed') AS changed, count(*) FILTER (WHERE outcome = 'same') AS same,
          count(*) FILTER (WHERE outcome = 'wrong') AS wrong
          FROM offer_load_row WHERE load_id = ${id}::uuid) c
        WHERE id = ${id}::uuid`
    },

    /** @throws AppError conflict `load.at-work` when another load of the organisation is being done. */
    async start(id: string, publish: boolean, at: Date): Promise<void> {
      await orAtWork(
        tx.offerLoad.update({
          where: { id },
          data: { state: 'running', publish, startedAt: at, doneCount: 0 },
          select: { id: true },
        }),
      )
      await tx.offerLoadRow.updateMany({
        where: { loadId: id, outcome: 'wrong' },
        data: { state: 'skipped' },
      })
    },

    /** @throws AppError conflict `load.at-work`. */
    async startUndo(id: string): Promise<void> {
      await orAtWork(
        tx.offerLoad.update({
          where: { id },
          data: { state: 'undoing', doneCount: 0 },
          select: { id: true },
        }),
      )
    },

    /** What became of these rows. Two statements. */
    async saveWorked(id: string, rows: readonly WorkedRow[]): Promise<void> {
      await tx.$executeRaw`
        UPDATE offer_load_row t SET state = r.state::load_row_state, offer_id = coalesce(r."offerId"::uuid, t.offer_id),
          before = coalesce(r.before, t.before), version_after = coalesce(r."versionAfter", t.version_after),
          problems = coalesce(r.problems, t.problems)
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
          number int, state text, "offerId" text, before jsonb, "versionAfter" int, problems jsonb)
        WHERE t.load_id = ${id}::uuid AND t.number = r.number`
      await tx.offerLoad.update({
        where: { id },
        data: { doneCount: { increment: rows.length } },
        select: { id: true },
      })
    },

    async finish(
      id: string,
      state: Extract<LoadState, 'done' | 'undone' | 'cancelled'>,
      at: Date,
    ): Promise<void> {
      const when =
        state === 'done' ? { finishedAt: at } : state === 'undone' ? { undoneAt: at } : { forgottenAt: at }
      await tx.offerLoad.update({ where: { id }, data: { state, ...when }, select: { id: true } })
      if (state === 'cancelled') await tx.offerLoadRow.deleteMany({ where: { loadId: id } })
    },

    /**
     * Forgets the rows of loads that are too old to be undone, and tables that nobody went on with.
     * @returns how many loads.
     */
    async forget(finishedBefore: Date, untouchedSince: Date, at: Date): Promise<number> {
      const old = await tx.offerLoad.findMany({
        where: {
          forgottenAt: null,
          OR: [
            { state: { in: ['done', 'undone'] }, finishedAt: { lt: finishedBefore } },
            { state: { in: ['mapping', 'checked'] }, createdAt: { lt: untouchedSince } },
          ],
        },
        select: { id: true },
        take: 500,
      })
      const ids = old.map(({ id }) => id)
      await tx.offerLoadRow.deleteMany({ where: { loadId: { in: ids } } })
      await tx.offerLoad.updateMany({ where: { id: { in: ids } }, data: { forgottenAt: at } })
      await tx.offerLoad.updateMany({
        where: { id: { in: ids }, state: { in: ['mapping', 'checked'] } },
        data: { state: 'cancelled' },
      })
      return ids.length
    },
  }
}

const ROW = {
  number: true,
  cells: true,
  externalRef: true,
  outcome: true,
  state: true,
  offerId: true,
  before: true,
  versionAfter: true,
} as const

function rowOf(row: Prisma.OfferLoadRowGetPayload<{ select: typeof ROW }>): LoadRow {
  return { ...row, cells: row.cells as string[], offerId: row.offerId as OfferId | null }
}

async function orAtWork(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw loadAtWork()
    if (constraintOf(error) === 'offer_load_one_at_work') throw loadAtWork()
    throw error
  }
}
