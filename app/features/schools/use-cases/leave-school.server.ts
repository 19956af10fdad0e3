/** Somebody no longer works at a school: he says so himself, or its lead does. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { BranchId } from '~/kernel/ids'
import { nextLead } from '../domain/membership'
import { branchNotFound, requestsStillRun } from '../errors'
import { schoolLeft } from '../events'
import type { JoinSchoolNeeds } from './join-school.server'

/**
 * Takes a membership away, or takes back what was asked. When no lead is left, the member who is there longest becomes
 * it.
 * @param input.userId who goes; the actor himself, or somebody of a school that the actor leads.
 * @throws AppError 401; 404 for who is neither; 409 `school.requests-still-run` for the last one of a school that asks.
 */
export async function leaveSchool(
  needs: JoinSchoolNeeds,
  actor: Actor,
  input: { readonly branchId: string; readonly userId: string },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (input.userId !== actor.userId)
    allow(actor, 'school.manage-members', { branchId: input.branchId as BranchId })
  const now = needs.clock.now()
  await needs.transact(async ({ schoolMembers, outbox }) => {
    const branch = await schoolMembers.lock(input.branchId)
    if (!branch) throw branchNotFound()
    const isMember = branch.members.some((member) => member.userId === input.userId)
    if (!isMember && !branch.asking.includes(input.userId)) throw branchNotFound()
    if (isMember && branch.members.length === 1) {
      const running = await schoolMembers.runningRequests(branch.id)
      if (running > 0) throw requestsStillRun(running)
    }
    await schoolMembers.remove(branch.id, input.userId)
    if (!isMember) return
    const lead = nextLead(branch.members, input.userId)
    if (lead !== null) await schoolMembers.admit(branch.id, lead, 'lead', now)
    await outbox.append(schoolLeft(branch.id, input.userId))
  })
}
