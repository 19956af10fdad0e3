/** Somebody tells of the organisation that he works for. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { LIMITS, type OrganisationFacts } from '../domain/organisation'
import { organisationNotFound, tooManyOrganisations, unknownTerm, verifyEmailFirst } from '../errors'
import { organisationCreated } from '../events'
import type { OrganisationStore } from '../store.server'
import { type FindsPostcode, placeAt } from './organisation-place.server'

export type CreateOrganisationNeeds = {
  readonly transact: Transact<{
    readonly organisations: OrganisationStore
    readonly places: FindsPostcode
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type CreateOrganisation = {
  readonly facts: OrganisationFacts
  readonly submissionKey: string
}

/**
 * Who makes it is its lead; schools find it once a coordinator has verified it. Posting the same form twice makes one.
 * @throws AppError 401; 403 `organisation.verify-email-first`; conflict `organisation.too-many`; invalid
 * `organisation.postcode-unknown`, `organisation.term-unknown`.
 */
export async function createOrganisation(
  needs: CreateOrganisationNeeds,
  actor: Actor,
  { facts, submissionKey }: CreateOrganisation,
): Promise<OrganisationId> {
  if (actor.kind === 'user' && !actor.emailVerified) throw verifyEmailFirst()
  allow(actor, 'organisation.create', {})
  // An organisation has a person who leads it: the program itself is none.
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const now = needs.clock.now()
  return needs.transact(async ({ organisations, places, outbox }) => {
    const place = await placeAt(places, facts.postcode)
    if (!(await organisations.knowsTerms(facts))) throw unknownTerm()
    const made = await organisations.create({ facts, place, leadId: actor.userId, submissionKey }, now)
    if (!made) throw organisationNotFound()
    if (!made.isNew) return made.id
    if ((await organisations.countOf(actor.userId)) > LIMITS.memberships)
      throw tooManyOrganisations(LIMITS.memberships)
    await outbox.append(organisationCreated(made.id))
    return made.id
  })
}
