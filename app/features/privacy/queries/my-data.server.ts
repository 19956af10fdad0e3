/** Every row that is about somebody, by the columns that the table of holdings names. One statement. */
import type { SignedInActor } from '~/authorisation/actor'
import { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { columnsByPerson, type HoldingId } from '../domain/holdings'

/** Of one column: more than this nobody has, and what is taken along stays in memory. */
const ROWS_MAX = 5_000

export type DataRow = Readonly<Record<string, unknown>>
export type MyData = readonly {
  readonly holding: HoldingId
  readonly table: string
  readonly column: string
  readonly rows: readonly DataRow[]
}[]

/** What opens something, whatever table it comes to stand in. */
const SECRET = /hash|secret|token|password|credential|public_key|challenge/

function withoutSecrets(row: DataRow): DataRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !SECRET.test(name)))
}

/** @returns the rows as the database has them, without secrets; what has none is left out. */
export async function myData(db: Pick<Db, '$queryRaw'>, { userId }: SignedInActor): Promise<MyData> {
  const columns = columnsByPerson()
  // Names of tables and columns are those of the table of holdings: constants of the program.
  const parts = columns.map(({ table, column, by, omit = [] }, number) => {
    const whose =
      by === 'email'
        ? Prisma.sql`t.${Prisma.raw(`"${column}"`)} = (SELECT email FROM app_user WHERE id = ${userId}::uuid)`
        : Prisma.sql`t.${Prisma.raw(`"${column}"`)} = ${userId}::uuid`
    return Prisma.sql`SELECT ${number}::int AS number, (SELECT coalesce(json_agg(to_jsonb(r) - ${[...omit]}::text[]), '[]')
      FROM (SELECT * FROM ${Prisma.raw(`"${table}"`)} t WHERE ${whose} LIMIT ${ROWS_MAX}) r) AS rows`
  })
  const found = await db.$queryRaw<
    { number: number; rows: DataRow[] }[]
  >`${Prisma.join(parts, ' UNION ALL ')}`
  return found.flatMap(({ number, rows }) => {
    const at = columns[number]
    if (!at || rows.length === 0) return []
    return [{ holding: at.holding, table: at.table, column: at.column, rows: rows.map(withoutSecrets) }]
  })
}
