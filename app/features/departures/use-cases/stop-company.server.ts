/** An owner stops the organisation, or takes that back. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { organisationNotFound } from '../../organisations/errors'
import { organisationAskedAgain, organisationChanged } from '../../organisations/events'
import type { OrganisationStore } from '../../organisations/store.server'
import { alreadyStopped, notStopped } from '../errors'
import { companyStopped } from '../events'

export type StopCompanyNeeds = {
  readonly transact: Transact<{ readonly organisations: OrganisationStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

/**
 * From now on no school finds or asks it. The rest follows by the worker.
 * @throws AppError 401; 403; 404; conflict `departure.already-stopped`.
 */
export async function stopCompany(
  needs: StopCompanyNeeds,
  actor: Actor,
  input: { readonly id: string; readonly keepsBookings: boolean },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const now = needs.clock.now()
  await needs.transact(async ({ organisations, outbox }) => {
    const organisation = await organisations.lock(input.id, now)
    if (!organisation) throw organisationNotFound()
    allow(actor, 'organisation.stop', { organisationId: organisation.id })
    if (!(await organisations.saveStopped(organisation.id, now))) throw alreadyStopped()
    await outbox.append(organisationChanged(organisation.id))
    await outbox.append(
      companyStopped(organisation.id, { keepsBookings: input.keepsBookings, byId: actor.userId }),
    )
  })
}

/**
 * A coordinator looks at it again, as at a new one. What was archived, answered or cancelled stays so.
 * @throws AppError 403; 404; conflict `departure.not-stopped`.
 */
export async function comeBackAsCompany(needs: StopCompanyNeeds, actor: Actor, id: string): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ organisations, outbox }) => {
    const organisation = await organisations.lock(id, now)
    if (!organisation) throw organisationNotFound()
    allow(actor, 'organisation.stop', { organisationId: organisation.id })
    if (!(await organisations.saveBack(organisation.id, now))) throw notStopped()
    await outbox.append(organisationAskedAgain(organisation.id))
  })
}
