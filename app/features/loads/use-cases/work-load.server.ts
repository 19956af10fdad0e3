/**
 * The worker does a load, or undoes it, some rows at a time. Each time is one transaction with its events, and says of each
 * row what became of it: a worker that stops in between goes on with the rows that still wait.
 */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityBulkStore } from '../../capacity/bulk-store.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { OfferStore } from '../../offers/store.server'
import type { Load } from '../domain/load'
import { loadDone } from '../events'
import type { LoadStore } from '../store.server'
import { applyRows } from './apply-rows.server'
import type { InLocale, JudgeStores } from './judge-rows.server'
import { undoRows } from './undo-rows.server'

export type WorkStores = JudgeStores & {
  readonly loads: LoadStore
  readonly offers: OfferStore
  readonly capacity: CapacityStore
  readonly bulkCapacity: CapacityBulkStore
  readonly outbox: Outbox
}
export type WorkLoadNeeds = {
  readonly transact: Transact<WorkStores>
  readonly inLocale: InLocale
  readonly clock: Clock
}

/** Rows in one transaction: some tenths of a second, well below the time that one may last. */
const CHUNK = 100

/**
 * Goes on until nothing waits. Two workers that do the same load take turns and do no row twice.
 * @returns how many rows had their turn.
 */
export async function workLoad(needs: WorkLoadNeeds, id: string): Promise<number> {
  let worked = 0
  for (;;) {
    const rows = await needs.transact(async (stores) => {
      const load = await stores.loads.lock(id)
      if (load?.state === 'running') return applyChunk(needs, stores, load)
      if (load?.state === 'undoing') return undoChunk(needs, stores, load)
      return 0
    })
    if (rows === 0) return worked
    worked += rows
  }
}

async function applyChunk(needs: WorkLoadNeeds, stores: WorkStores, load: Load): Promise<number> {
  const now = needs.clock.now()
  const rows = await stores.loads.rowsIn(load.id, 'waiting', CHUNK)
  if (rows.length > 0) {
    await stores.loads.saveWorked(load.id, await applyRows(stores, needs.inLocale, load, rows, now))
    return rows.length
  }
  await stores.loads.finish(load.id, 'done', now)
  await stores.outbox.append(loadDone(load.id))
  return 0
}

async function undoChunk(needs: WorkLoadNeeds, stores: WorkStores, load: Load): Promise<number> {
  const now = needs.clock.now()
  const rows = await stores.loads.rowsIn(load.id, 'loaded', CHUNK)
  if (rows.length > 0) {
    await stores.loads.saveWorked(load.id, await undoRows(stores, needs.inLocale, load, rows, now))
    return rows.length
  }
  await stores.loads.finish(load.id, 'undone', now)
  return 0
}
