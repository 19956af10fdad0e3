/** An owner adds a branch of the organisation, changes it or takes it away. Offers at it move along. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { OfferStore } from '../../offers/store.server'
import type { BranchStore } from '../branch-store.server'
import { BRANCHES, type BranchChange, type BranchFacts } from '../domain/branch'
import {
  branchInUse,
  branchNotFound,
  branchNumberTaken,
  branchTaken,
  organisationNotFound,
  tooManyBranches,
} from '../errors'
import { organisationChanged } from '../events'
import { type FindsPostcode, placeAt } from './organisation-place.server'

export type ChangeBranchesNeeds = {
  readonly transact: Transact<{
    readonly branches: BranchStore
    readonly offers: Pick<OfferStore, 'moveWithBranch' | 'leaveBranch'>
    readonly places: FindsPostcode
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * A branch at which offers are cannot go: where they would be is for the company to say. Archived ones let go of it.
 * @throws AppError 401; 403; 404 for another organisation or an unknown branch; invalid `organisation.postcode-unknown`;
 * conflict `organisation.branch-name-taken`, `organisation.branch-number-taken`, `organisation.branch-in-use`,
 * `organisation.too-many-branches`.
 */
export async function changeBranches(
  needs: ChangeBranchesNeeds,
  actor: Actor,
  input: { readonly organisationId: string; readonly change: BranchChange },
): Promise<void> {
  const { change } = input
  const organisationId = input.organisationId as OrganisationId
  allow(actor, 'organisation.edit', { organisationId })
  const now = needs.clock.now()
  await needs.transact(async ({ branches, offers, places, outbox }) => {
    const all = await branches.lock(organisationId)
    if (!all) throw organisationNotFound()
    if (change.kind !== 'add' && !all.some(({ id }) => id === change.id)) throw branchNotFound()
    if (change.kind === 'remove') {
      const staying = await offers.leaveBranch(organisationId, change.id)
      if (staying > 0) throw branchInUse(staying)
      await branches.remove(change.id)
    } else {
      const id = change.kind === 'change' ? change.id : null
      refuseDouble(
        all.filter((other) => other.id !== id),
        change.facts,
      )
      if (id === null && all.length >= BRANCHES.max) throw tooManyBranches(BRANCHES.max)
      const place = await placeAt(places, change.facts.postcode)
      if (id === null) await branches.add(organisationId, change.facts, place, now)
      else {
        await branches.save(id, change.facts, place)
        await offers.moveWithBranch(organisationId, id, place)
      }
    }
    await outbox.append(organisationChanged(organisationId))
  })
}

function refuseDouble(
  others: readonly Pick<BranchFacts, 'name' | 'branchNumber'>[],
  { name, branchNumber }: BranchFacts,
): void {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw branchTaken()
  if (branchNumber !== null && others.some((other) => other.branchNumber === branchNumber))
    throw branchNumberTaken()
}
