/** A school asks to stand on the waiting list with the groups that have no place, or to leave it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { groupsWithoutPlace } from '../domain/request'
import { isRunning, type RequestState } from '../domain/request-state'
import { notRunning, requestNotFound } from '../errors'
import { requestWaits } from '../events'
import type { RequestStore } from '../store.server'

export type AskWaitingListNeeds = {
  readonly transact: Transact<{ readonly requests: RequestStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

/** Asking twice changes nothing. @throws AppError 404; conflict when nothing is left to wait for. */
export async function askWaitingList(
  needs: AskWaitingListNeeds,
  actor: Actor,
  input: { readonly id: string; readonly wait: boolean },
): Promise<RequestState> {
  const now = needs.clock.now()
  return needs.transact(async ({ requests, outbox }) => {
    const request = await requests.lock(input.id)
    if (!request) throw requestNotFound()
    allow(actor, 'request.edit', { branchId: request.branchId })
    if (!isRunning(request.state) || groupsWithoutPlace(request).length === 0) throw notRunning(request.state)
    if (!input.wait) return (await requests.settle(request.id, now, { waiting: null })).state
    if (request.waitingReason !== null) return request.state
    const { state } = await requests.settle(request.id, now, { waiting: 'asked' })
    await outbox.append(requestWaits(request.id))
    return state
  })
}
