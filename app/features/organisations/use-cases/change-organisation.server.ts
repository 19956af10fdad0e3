/** A lead changes what the organisation says of itself. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { OfferStore } from '../../offers/store.server'
import type { OrganisationFacts } from '../domain/organisation'
import { afterChange } from '../domain/verification'
import { changedMeanwhile, organisationNotFound, unknownTerm } from '../errors'
import { organisationAskedAgain, organisationChanged } from '../events'
import type { OrganisationStore } from '../store.server'
import { type FindsPostcode, placeAt } from './organisation-place.server'

export type ChangeOrganisationNeeds = {
  readonly transact: Transact<{
    readonly organisations: OrganisationStore
    readonly offers: OfferStore
    readonly places: FindsPostcode
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

export type ChangeOrganisation = {
  readonly id: string
  /** The version that the page showed. */
  readonly version: number
  readonly facts: OrganisationFacts
}

/**
 * Offers at the organisation's own place move with it; who was refused asks again by this. Its address on the web stays,
 * so that links to it keep working.
 * @throws AppError 404 for who is not its lead; conflict `organisation.changed-meanwhile`; invalid
 * `organisation.postcode-unknown`, `organisation.term-unknown`.
 */
export async function changeOrganisation(
  needs: ChangeOrganisationNeeds,
  actor: Actor,
  { id, version, facts }: ChangeOrganisation,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ organisations, offers, places, outbox }) => {
    const organisation = await organisations.lock(id, now)
    if (!organisation) throw organisationNotFound()
    allow(actor, 'organisation.edit', { organisationId: organisation.id })
    if (organisation.version !== version) throw changedMeanwhile()
    const place = await placeAt(places, facts.postcode)
    if (!(await organisations.knowsTerms(facts))) throw unknownTerm()
    const asksAgain = afterChange(organisation.verification) !== organisation.verification
    await organisations.saveFacts(organisation.id, facts, place, asksAgain ? now : null)
    await offers.moveWithOrganisation(organisation.id, place)
    await outbox.append(organisationChanged(organisation.id))
    if (asksAgain) await outbox.append(organisationAskedAgain(organisation.id))
  })
}
