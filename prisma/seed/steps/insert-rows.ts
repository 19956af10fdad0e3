import type { Db } from '~/platform/db/client.server'

/** Column → PostgreSQL type. */
type Columns = Readonly<Record<string, string>>

/**
 * Inserts rows in one statement.
 * @param key columns that say which row it is.
 * @param known what to do with a row that is there: open data is brought up to date, demo content is kept as people
 * left it.
 */
export async function insertRows(
  db: Pick<Db, '$executeRawUnsafe'>,
  table: string,
  columns: Columns,
  key: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  known: 'update' | 'keep' = 'update',
): Promise<void> {
  const names = Object.keys(columns)
  // A text[] arrives as a JSON array and an enum as text; both are cast on the way in.
  const read = names.map((name) => {
    const type = columns[name] ?? 'text'
    if (type.endsWith('[]')) return `ARRAY(SELECT jsonb_array_elements_text(${name}))::${type}`
    return `${name}::${type}`
  })
  const given = names.map((name) => `${name} ${wireType(columns[name] ?? 'text')}`)
  const rest = names.filter((name) => !key.includes(name))
  const update =
    rest.length > 0 && known === 'update'
      ? `DO UPDATE SET ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`
      : 'DO NOTHING'
  await db.$executeRawUnsafe(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${read.join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS r(${given.join(', ')})
     ON CONFLICT ${known === 'keep' ? '' : `(${key.join(', ')})`} ${update}`,
    JSON.stringify(rows),
  )
}

function wireType(type: string): string {
  if (type.endsWith('[]') || type === 'jsonb') return 'jsonb'
  return ['int', 'float8', 'boolean', 'date', 'timestamptz', 'uuid'].includes(type) ? type : 'text'
}
