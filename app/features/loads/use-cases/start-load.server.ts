/** Somebody looked at what a load would do and says yes, or throws it away, or wants it undone. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { canUndo, hasWork, type Load, UNDO_DAYS } from '../domain/load'
import { loadMovedOn, loadNotFound, nothingToLoad, rowsAreWrong, undoTooLate } from '../errors'
import { loadStarted, loadUndoAsked } from '../events'
import type { LoadReader } from '../reader.server'
import type { LoadStore } from '../store.server'

export type StartLoadNeeds = {
  readonly transact: Transact<{
    readonly loads: LoadStore
    readonly loadReader: LoadReader
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * The worker does it. Of an organisation that is not verified yet, all become drafts.
 * @param input `publish`: what is complete comes before schools; `onlyGood`: wrong rows are left out.
 * @throws AppError 404 for what is not the actor's; conflict `load.moved-on`, `load.rows-wrong`, `load.nothing-to-do`,
 * `load.at-work`.
 */
export async function startLoad(
  { transact, clock }: StartLoadNeeds,
  actor: Actor,
  input: { readonly id: string; readonly publish: boolean; readonly onlyGood: boolean },
): Promise<void> {
  await transact(async ({ loads, loadReader, outbox }) => {
    const load = await own(loads, actor, input.id)
    if (load.state !== 'checked') throw loadMovedOn()
    if (load.counts.wrong > 0 && !input.onlyGood) throw rowsAreWrong(load.counts.wrong)
    const publish = input.publish && (await loadReader.isVerified(load.organisationId))
    if (!hasWork(load.counts, publish)) throw nothingToLoad()
    await loads.start(load.id, publish, clock.now())
    await outbox.append(loadStarted(load.id))
  })
}

/** @returns whose it was. @throws AppError 404 for what is not the actor's; conflict `load.moved-on` when it has begun. */
export async function cancelLoad(
  { transact, clock }: StartLoadNeeds,
  actor: Actor,
  id: string,
): Promise<OrganisationId> {
  return transact(async ({ loads }) => {
    const load = await own(loads, actor, id)
    if (load.state !== 'mapping' && load.state !== 'checked') throw loadMovedOn()
    await loads.finish(load.id, 'cancelled', clock.now())
    return load.organisationId
  })
}

/** The worker undoes it. @throws AppError 404 for what is not the actor's; conflict `load.undo-too-late`, `load.at-work`. */
export async function undoLoad({ transact, clock }: StartLoadNeeds, actor: Actor, id: string): Promise<void> {
  await transact(async ({ loads, outbox }) => {
    const load = await own(loads, actor, id)
    if (load.state !== 'done') throw loadMovedOn()
    if (!canUndo(load, clock.now())) throw undoTooLate(UNDO_DAYS)
    await loads.startUndo(load.id)
    await outbox.append(loadUndoAsked(load.id))
  })
}

async function own(loads: LoadStore, actor: Actor, id: string): Promise<Load> {
  const load = await loads.lock(id)
  if (!load) throw loadNotFound()
  allow(actor, 'load.run', load)
  return load
}
