/** Somebody saw by the check that a column was not what it seemed: the columns are chosen anew. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Transact } from '~/platform/db/client.server'
import { loadMovedOn, loadNotFound } from '../errors'
import type { LoadStore } from '../store.server'

export type ReopenLoadNeeds = { readonly transact: Transact<{ readonly loads: LoadStore }> }

/** @throws AppError 404 for what is not the actor's; conflict `load.moved-on` when it has begun. */
export async function reopenLoad({ transact }: ReopenLoadNeeds, actor: Actor, id: string): Promise<void> {
  await transact(async ({ loads }) => {
    const load = await loads.lock(id)
    if (!load) throw loadNotFound()
    allow(actor, 'load.run', load)
    if (load.state !== 'mapping' && load.state !== 'checked') throw loadMovedOn()
    await loads.saveMapping(load.id, load.mapping)
  })
}
