/** Writes down that somebody takes a table with them, before it is given. */
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { type TakenTable, tableTaken } from '../events'

type Needs = { readonly transact: Transact<{ readonly outbox: Outbox }> }

/** @param taken `of`: id of what the table is about, where it is one of many. */
export async function noteExport(
  needs: Needs,
  taken: { readonly table: TakenTable; readonly rows: number; readonly of?: string },
): Promise<void> {
  await needs.transact(({ outbox }) => outbox.append(tableTaken(taken.table, taken.rows, taken.of)))
}
