/** A school rang again: its coordinator changes the request. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import { requestNotFound } from '../../requests/errors'
import {
  type ChangeRequest,
  type ChangeStores,
  changeIn,
} from '../../requests/use-cases/change-request.server'
import { requestEntered } from '../events'
import type { PhoneEntryStore } from '../store.server'

export type ChangeForSchoolNeeds = {
  readonly transact: Transact<ChangeStores & { readonly phoneEntries: PhoneEntryStore }>
  readonly clock: Clock
}

/** By the rules of the school's own changes. @throws AppError 401; 404 outside the actor's regions; conflict as there. */
export async function changeForSchool(
  needs: ChangeForSchoolNeeds,
  actor: Actor,
  input: ChangeRequest,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const request = await stores.requests.lock(input.id)
    if (!request) throw requestNotFound()
    allow(actor, 'request.enter', request)
    if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
    await changeIn(stores, request, input, now)
    const contact = await stores.phoneEntries.callerOf(request.id)
    const entryId = await stores.phoneEntries.add(
      { of: { requestId: request.id }, kind: 'changed', byId: actor.userId, contact },
      now,
    )
    await stores.outbox.append(requestEntered(request.id, entryId))
  })
}
