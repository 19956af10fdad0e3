/** A school says whether companies may offer something to its request by themselves. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Transact } from '~/platform/db/client.server'
import { isRunning } from '../domain/request-state'
import { notRunning, requestNotFound } from '../errors'
import type { RequestStore } from '../store.server'

/** What is offered already stays, and can be answered. @throws AppError 404; conflict when it no longer looks. */
export async function refuseOffers(
  needs: { readonly transact: Transact<{ readonly requests: RequestStore }> },
  actor: Actor,
  input: { readonly id: string; readonly refuse: boolean },
): Promise<void> {
  await needs.transact(async ({ requests }) => {
    const request = await requests.lock(input.id)
    if (!request) throw requestNotFound()
    allow(actor, 'request.edit', { branchId: request.branchId })
    if (!isRunning(request.state)) throw notRunning(request.state)
    await requests.setRefusal(request.id, input.refuse)
  })
}
