/** An administrator makes somebody coordinator of a region, or ends that. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { notFound } from '~/kernel/errors'
import { noSuchAccount } from '../errors'
import { coordinatorAppointed, coordinatorEnded } from '../events'
import type { AdministrationNeeds } from './judge-account.server'

type Needs = Pick<AdministrationNeeds, 'transact'>

/**
 * Somebody who coordinates it already stays so. @param input `email` of a confirmed account.
 * @throws AppError 401; 404; invalid `administration.no-such-account`.
 */
export async function appointCoordinator(
  needs: Needs,
  actor: Actor,
  { email, regionId }: { readonly email: string; readonly regionId: string },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  await needs.transact(async ({ administration, outbox }) => {
    if (!(await administration.hasRegion(regionId))) throw notFound('page.not-found')
    const userId = await administration.idOfEmail(email)
    if (userId === null) throw noSuchAccount()
    if (await administration.appoint(userId, regionId))
      await outbox.append(coordinatorAppointed(userId, { regionId }))
  })
}

/** @throws AppError 401; 404 for who does not coordinate it. */
export async function dismissCoordinator(
  needs: Needs,
  actor: Actor,
  { userId, regionId }: { readonly userId: string; readonly regionId: string },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  await needs.transact(async ({ administration, outbox }) => {
    if (!(await administration.dismiss(userId, regionId))) throw notFound('page.not-found')
    await outbox.append(coordinatorEnded(userId, { regionId }))
  })
}
