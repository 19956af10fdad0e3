/** The mail with the link did not come, or is lost: send another. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { emailIsVerified } from '../errors'
import { emailConfirmationAsked } from '../events'

export type AskConfirmationNeeds = {
  readonly transact: Transact<{ readonly outbox: Outbox }>
  readonly limits: Limits
}

/** @throws AppError 401; 409 `account.email-is-verified`; 429. */
export async function askConfirmation(needs: AskConfirmationNeeds, actor: Actor): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  allow(actor, 'account.edit', { userId: actor.userId })
  if (actor.emailVerified) throw emailIsVerified()
  await needs.limits.take(TRIES.confirmMail, actor.userId)
  await needs.transact(({ outbox }) => outbox.append(emailConfirmationAsked(actor.userId)))
}
