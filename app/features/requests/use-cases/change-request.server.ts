/** A school changes what it needs, while no company has said yes yet for the groups that change. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { groupsOf, mistakeIn, type RequestNeed } from '../domain/need'
import { groupsWithoutPlace, type SupportRequest } from '../domain/request'
import { isRunning } from '../domain/request-state'
import { hasPromises, notRunning, requestNotFound, senseless, stale } from '../errors'
import { requestChanged } from '../events'
import type { RequestStore } from '../store.server'

export type ChangeStores = { readonly requests: RequestStore; readonly outbox: Outbox }
export type ChangeRequestNeeds = {
  readonly transact: Transact<ChangeStores>
  readonly clock: Clock
}

export type ChangeRequest = {
  readonly id: string
  /** The version that the page showed. */
  readonly version: number
  readonly need: RequestNeed
  /** Classes, 1–20; not fewer groups than have a place. */
  readonly groups: number
}

/** @throws AppError 404; conflict when it moved on, was changed meanwhile, or fewer groups than have a place. */
export async function changeRequest(
  needs: ChangeRequestNeeds,
  actor: Actor,
  input: ChangeRequest,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const request = await stores.requests.lock(input.id)
    if (!request) throw requestNotFound()
    allow(actor, 'request.edit', { branchId: request.branchId })
    await changeIn(stores, request, input, now)
  })
}

/** The same inside a transaction that may do more. @param request locked, and the actor's to change. */
export async function changeIn(
  { requests, outbox }: ChangeStores,
  request: SupportRequest,
  input: ChangeRequest,
  now: Date,
): Promise<void> {
  if (!isRunning(request.state) || request.state === 'booked') throw notRunning(request.state)
  if (request.version !== input.version) throw stale()
  const mistake = mistakeIn(input.need, calendarDateOf(now))
  if (mistake) throw senseless(mistake)
  const groups = groupsOf(input.need, input.groups)
  if (groups < request.groups.length - groupsWithoutPlace(request).length) throw hasPromises()
  await requests.saveNeed(request.id, input.need, input.groups)
  await requests.setGroupCount(request, groups, now)
  await requests.settle(request.id, now)
  await outbox.append(requestChanged(request.id))
}
