/** The dry run: what each row of a load would do, and what is wrong with it. No offer is touched. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { type ColumnMapping, fieldWord, NEEDED_FIELDS, rememberColumns } from '../domain/load-field'
import { columnMissing, columnTwice, loadMovedOn, loadNotFound } from '../errors'
import type { LoadStore } from '../store.server'
import { type InLocale, type JudgeStores, judgeRows, readWords } from './judge-rows.server'

export type CheckLoadNeeds = {
  readonly transact: Transact<JudgeStores & { readonly loads: LoadStore }>
  readonly inLocale: InLocale
  readonly clock: Clock
}

/** Rows in one go: short enough that nobody else waits long. */
const CHUNK = 250

/**
 * Remembers what the columns are for the next table. Can be done again as long as the load has not begun.
 * @throws AppError 404 for what is not the actor's; conflict `load.moved-on`; invalid `load.column-missing`,
 * `load.column-twice`.
 */
export async function checkLoad(
  { transact, inLocale, clock }: CheckLoadNeeds,
  actor: Actor,
  { id, mapping }: { readonly id: string; readonly mapping: ColumnMapping },
): Promise<void> {
  const { organisationId, words } = await transact(async ({ loads, loadReader }) => {
    const load = await loads.lock(id)
    if (!load) throw loadNotFound()
    allow(actor, 'load.run', load)
    if (load.state !== 'mapping' && load.state !== 'checked') throw loadMovedOn()
    refuseBadMapping(mapping, load.heads)
    await loads.saveMapping(id, mapping)
    await loads.rememberColumns(load.organisationId, rememberColumns(load.heads, mapping))
    const words = await readWords(loadReader, load.organisationId, clock.now())
    return { organisationId: load.organisationId, words }
  })
  const seen = new Map<string, number>()
  for (let after = 0; ; ) {
    const last = await transact(async (stores) => {
      const rows = await stores.loads.rowsAfter(id, after, CHUNK)
      if (rows.length === 0) return null
      const judged = await judgeRows(stores, inLocale, { organisationId, mapping, rows, words, seen })
      await stores.loads.saveChecked(
        id,
        judged.rows.map(({ number, externalRef, title, outcome, saved, changes }) => ({
          number,
          externalRef,
          title: title.slice(0, 200),
          outcome,
          problems: saved,
          changes,
        })),
      )
      return rows.at(-1)?.number ?? null
    })
    if (last === null) break
    after = last
  }
  await transact(async ({ loads }) => {
    const load = await loads.lock(id)
    if (load?.state !== 'mapping') throw loadMovedOn()
    await loads.saveCounts(id)
  })
}

function refuseBadMapping(mapping: ColumnMapping, heads: readonly string[]): void {
  for (const field of NEEDED_FIELDS) if (mapping[field] === undefined) throw columnMissing(fieldWord[field]())
  const columns = Object.values(mapping)
  const twice = columns.find((column, i) => columns.indexOf(column) !== i)
  if (twice !== undefined) throw columnTwice(heads[twice] ?? '')
}
