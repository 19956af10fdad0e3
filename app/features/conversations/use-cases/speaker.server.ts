/** For whom somebody speaks in a conversation, and whether they may. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Side, Standing } from '../domain/conversation'

export type Speaker = { readonly actor: SignedInActor; readonly side: Side }

/** Who belongs to both sides speaks for the company. @throws AppError 401; 403 for a viewer who writes; 404 for everybody else. */
export function speakerOf(
  actor: Actor,
  action: 'conversation.read' | 'conversation.write',
  { branchId, organisationId }: Pick<Standing, 'branchId' | 'organisationId'>,
): Speaker {
  const subject = { branchId, organisationId: organisationId as OrganisationId }
  allow(actor, action, subject)
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  return { actor, side: actor.organisations.has(subject.organisationId) ? 'company' : 'school' }
}
