/** Somebody has the own account erased. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import {
  type ChangeColleaguesNeeds,
  changeColleagues,
} from '../../organisations/use-cases/change-colleagues.server'
import type { JoinSchoolNeeds } from '../../schools/use-cases/join-school.server'
import { leaveSchool } from '../../schools/use-cases/leave-school.server'
import type { ErasureStore } from '../erasure-store.server'
import { settleFirst, wrongAddress } from '../errors'
import { accountErased } from '../events'

type StoresOf<Needs> = Needs extends { readonly transact: Transact<infer Stores> } ? Stores : never
type Stores = StoresOf<ChangeColleaguesNeeds> &
  StoresOf<JoinSchoolNeeds> & { readonly erasures: ErasureStore; readonly outbox: Outbox }

export type EraseAccountNeeds = { readonly transact: Transact<Stores>; readonly clock: Clock }

/**
 * Leaves every company and school as anybody who goes does, then makes the account nameless: all in one transaction, so that
 * what cannot be left without people stops it whole. Bookings and counts stay. A mail tells that it is done.
 * @param input `email`: typed once more, so that nobody does it by a slip.
 * @throws AppError 401; invalid `privacy.wrong-address`; conflict `privacy.settle-first` for the only owner of a company, the
 * last one of a school that asks, and an administrator.
 */
export async function eraseAccount(
  needs: EraseAccountNeeds,
  actor: Actor,
  input: { readonly email: string },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const leaving = await stores.erasures.lock(userId)
    if (!leaving) throw new AppError('unauthenticated', 'account.sign-in-first')
    if (leaving.email.toLowerCase() !== input.email.toLowerCase()) throw wrongAddress()
    if (leaving.isAdministrator) throw settleFirst()
    const within = { ...needs, transact: ((work) => work(stores)) as Transact<Stores> }
    try {
      for (const organisationId of leaving.organisationIds)
        await changeColleagues(within, actor, { organisationId, change: { kind: 'remove', userId } })
      for (const branchId of leaving.branchIds) await leaveSchool(within, actor, { branchId, userId })
    } catch (error) {
      throw error instanceof AppError && error.kind === 'conflict' ? settleFirst() : error
    }
    await stores.erasures.erase(userId, now)
    await stores.outbox.append(accountErased(userId))
  })
}
