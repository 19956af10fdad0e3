/** A lead says whether somebody works at the school. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { BranchId } from '~/kernel/ids'
import { branchNotFound, nobodyAsks } from '../errors'
import { schoolJoinAccepted, schoolJoined, schoolJoinRefused } from '../events'
import type { JoinSchoolNeeds } from './join-school.server'

export type AnswerJoin = {
  readonly branchId: string
  /** Who asks. */
  readonly userId: string
  readonly worksHere: boolean
}

/** @throws AppError 404 for who is no lead of the branch; 409 `school.nobody-asks` when it was answered or taken back. */
export async function answerJoin(needs: JoinSchoolNeeds, actor: Actor, input: AnswerJoin): Promise<void> {
  allow(actor, 'school.manage-members', { branchId: input.branchId as BranchId })
  const now = needs.clock.now()
  await needs.transact(async ({ schoolMembers, outbox }) => {
    const branch = await schoolMembers.lock(input.branchId)
    if (!branch) throw branchNotFound()
    if (!branch.asking.includes(input.userId)) throw nobodyAsks()
    if (input.worksHere) {
      await schoolMembers.admit(branch.id, input.userId, 'member', now)
      await outbox.append(schoolJoined(branch.id, input.userId))
      await outbox.append(schoolJoinAccepted(branch.id, input.userId))
    } else {
      await schoolMembers.remove(branch.id, input.userId)
      await outbox.append(schoolJoinRefused(branch.id, input.userId))
    }
  })
}
