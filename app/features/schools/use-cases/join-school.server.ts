/** Somebody says that he works at a branch. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { BranchId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { SCHOOLS_MAX, wayIn } from '../domain/membership'
import { branchClosed, branchNotFound, tooManySchools, verifyEmailFirst } from '../errors'
import { schoolJoinAsked, schoolJoined } from '../events'
import type { MembershipStore } from '../membership-store.server'

export type JoinStores = { readonly schoolMembers: MembershipStore; readonly outbox: Outbox }
export type JoinSchoolNeeds = { readonly transact: Transact<JoinStores>; readonly clock: Clock }

/**
 * The first becomes its lead; later ones come in by their e-mail address or wait for a lead (`wayIn`). Asking again
 * changes nothing.
 * @returns `joined`, or `asked` when a lead has to say yes first.
 * @throws AppError 401; 403 `school.verify-email-first`; 404; 409 `school.closed`, `school.too-many`.
 */
export async function joinSchool(
  needs: JoinSchoolNeeds,
  actor: Actor,
  input: { readonly branchId: string },
): Promise<'joined' | 'asked'> {
  allow(actor, 'school.join', { branchId: input.branchId as BranchId })
  // A school is joined by a person: the program itself works nowhere.
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (!actor.emailVerified) throw verifyEmailFirst()
  const { userId } = actor
  const now = needs.clock.now()
  return needs.transact((stores) => joinIn(stores, { userId, branchId: input.branchId }, now))
}

/** The same inside a transaction that does more, for an account whose address is verified. */
export async function joinIn(
  { schoolMembers, outbox }: JoinStores,
  { userId, branchId }: { readonly userId: UserId; readonly branchId: string },
  now: Date,
): Promise<'joined' | 'asked'> {
  const branch = await schoolMembers.lock(branchId)
  const email = await schoolMembers.emailOf(userId)
  if (!branch || email === null) throw branchNotFound()
  if (branch.members.some((member) => member.userId === userId)) return 'joined'
  // Who waits while the last member goes may ask again, and is the first then.
  if (branch.asking.includes(userId) && branch.members.length > 0) return 'asked'
  if (branch.isClosed) throw branchClosed()
  if ((await schoolMembers.countOf(userId)) >= SCHOOLS_MAX) throw tooManySchools(SCHOOLS_MAX)
  const way = wayIn(email, branch)
  if (way === 'ask') {
    await schoolMembers.ask(branch.id, userId, now)
    await outbox.append(schoolJoinAsked(branch.id, userId))
    return 'asked'
  }
  await schoolMembers.admit(branch.id, userId, way, now)
  await outbox.append(schoolJoined(branch.id, userId))
  return 'joined'
}
