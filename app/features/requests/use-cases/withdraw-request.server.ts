/** A school no longer needs what it asked for. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import { holdUnused } from '../../clearing/events'
import type { HoldStore } from '../../clearing/hold-store.server'
import { proposalWithdrawn } from '../../proposals/events'
import type { ProposalStore } from '../../proposals/store.server'
import { isRunning, type RequestState } from '../domain/request-state'
import { notRunning, requestNotFound } from '../errors'
import { requestWithdrawn } from '../events'
import type { RequestStore } from '../store.server'

export type WithdrawStores = {
  readonly requests: RequestStore
  readonly proposals: ProposalStore
  readonly holds: HoldStore
  readonly capacity: CapacityStore
  readonly outbox: Outbox
}

export type WithdrawRequestNeeds = { readonly transact: Transact<WithdrawStores>; readonly clock: Clock }

/**
 * Withdraws what has no booking: proposals, holds, the place on the waiting list. Groups that have a booking keep it and
 * the request lives on for them; a booking is cancelled by itself, with a reason.
 * @throws AppError 404; conflict when it is over already or every group has its booking.
 */
export async function withdrawRequest(
  needs: WithdrawRequestNeeds,
  actor: Actor,
  id: string,
): Promise<RequestState> {
  const now = needs.clock.now()
  return needs.transact((stores) => withdrawIn(stores, actor, id, now))
}

/** The same inside a transaction that does more. */
export async function withdrawIn(
  { requests, proposals, holds, capacity, outbox }: WithdrawStores,
  actor: Actor,
  id: string,
  now: Date,
): Promise<RequestState> {
  const request = await requests.lock(id)
  if (!request) throw requestNotFound()
  allow(actor, 'request.edit', { branchId: request.branchId })
  if (!isRunning(request.state) || request.state === 'booked') throw notRunning(request.state)
  for (const proposal of await proposals.openOf(request.id)) {
    await proposals.answer(proposal.id, { state: 'withdrawn', answeredById: null }, now)
    await outbox.append(proposalWithdrawn(proposal.id))
  }
  for (const hold of await holds.offeredTo(request.id)) {
    await holds.close(hold.id, 'withdrawn', now)
    await capacity.release(hold.claimId, now)
    await outbox.append(holdUnused(hold.id))
  }
  const promised = request.groups.filter((g) => g.standing === 'booked' || g.standing === 'done')
  if (promised.length > 0) {
    const rest = request.groups.filter((group) => !promised.includes(group))
    await requests.dropGroups(
      rest.map((group) => group.id),
      now,
    )
    return (await requests.settle(request.id, now, { waiting: null })).state
  }
  await outbox.append(requestWithdrawn(request.id))
  return (await requests.settle(request.id, now, { waiting: null, decided: 'withdrawn' })).state
}
