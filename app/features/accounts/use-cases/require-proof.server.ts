/** What changes who can sign in asks for a fresh proof of who is changing it. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import { isProofFresh } from '../domain/proof'
import { proveFirst } from '../errors'

/** @throws AppError 401. */
export function requireOwner(actor: Actor): SignedInActor {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  allow(actor, 'account.edit', { userId: actor.userId })
  return actor
}

/** @throws AppError 401; 401 `account.prove-first` when the proof is older than a quarter of an hour. */
export function requireProof(actor: Actor, provenAt: Date, now: Date): SignedInActor {
  const owner = requireOwner(actor)
  if (!isProofFresh(provenAt, now)) throw proveFirst()
  return owner
}
