/** An owner lets a partner load offers for the organisation, or ends that. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { FeedStore } from '../../feeds/store.server'
import type { LoadStore } from '../../loads/store.server'
import { PARTNERS_MAX, slugIn } from '../domain/delegation'
import {
  alreadyDelegated,
  delegationNotFound,
  partnerIsSelf,
  partnerUnknown,
  tooManyPartners,
} from '../errors'
import { loadingDelegated, loadingRevoked } from '../events'
import type { DelegationStore } from '../store.server'

export type DelegateLoadingNeeds = {
  readonly transact: Transact<{
    readonly delegations: DelegationStore
    readonly feeds: Pick<FeedStore, 'ofPartner' | 'saveState'>
    readonly loads: Pick<LoadStore, 'removeOpenOfFeed'>
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * @param input `partner`: its name, or the address of its page.
 * @throws AppError 401; 403; 404; invalid `delegation.partner-unknown`, `delegation.partner-is-self`; conflict
 * `delegation.already-there`, `delegation.too-many`.
 */
export async function delegateLoading(
  needs: DelegateLoadingNeeds,
  actor: Actor,
  input: { readonly organisationId: string; readonly partner: string },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const organisationId = input.organisationId as OrganisationId
  allow(actor, 'delegation.manage', { organisationId })
  const slug = slugIn(input.partner)
  await needs.transact(async ({ delegations, outbox }) => {
    const now = await delegations.lock(organisationId)
    const [partnerId, another] = await delegations.partnersCalled(slug ? { slug } : { name: input.partner })
    if (partnerId === undefined || another !== undefined) throw partnerUnknown()
    if (partnerId === organisationId) throw partnerIsSelf()
    if (now.includes(partnerId)) throw alreadyDelegated()
    if (now.length >= PARTNERS_MAX) throw tooManyPartners(PARTNERS_MAX)
    const id = await delegations.grant(organisationId, partnerId, actor.userId, needs.clock.now())
    await outbox.append(loadingDelegated(id))
  })
}

/**
 * Holds at once: what the partner has not begun stays undone, and feeds that it added are stopped. What was loaded stays.
 * @throws AppError 401; 403; 404 for one of another organisation or one that has ended.
 */
export async function revokeLoading(
  needs: DelegateLoadingNeeds,
  actor: Actor,
  input: { readonly organisationId: string; readonly id: string },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const organisationId = input.organisationId as OrganisationId
  allow(actor, 'delegation.manage', { organisationId })
  await needs.transact(async ({ delegations, feeds, loads, outbox }) => {
    await delegations.lock(organisationId)
    const partnerId = await delegations.revoke(organisationId, input.id, actor.userId, needs.clock.now())
    if (partnerId === null) throw delegationNotFound()
    for (const feedId of await feeds.ofPartner(organisationId, partnerId)) {
      await loads.removeOpenOfFeed(feedId)
      await feeds.saveState(feedId, 'stopped')
    }
    await outbox.append(loadingRevoked(input.id))
  })
}
