/** The reader has seen what they were told. */
import type { SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import type { NotificationStore } from '../store.server'

export type MarkReadNeeds = {
  readonly transact: Transact<{ readonly notifications: NotificationStore }>
  readonly clock: Clock
}

/**
 * @param input `id`: that one; `until`: all that were told up to then.
 * @throws AppError 404 for a notification of somebody else.
 */
export async function markRead(
  { transact, clock }: MarkReadNeeds,
  actor: SignedInActor,
  input: { readonly id: string } | { readonly until: Date },
): Promise<void> {
  await transact(async ({ notifications }) => {
    allow(actor, 'account.edit', { userId: actor.userId })
    if ('until' in input) return notifications.markAllRead(actor.userId, input.until, clock.now())
    if (!(await notifications.markRead(actor.userId, input.id, clock.now())))
      throw new AppError('not-found', 'page.not-found')
  })
}
