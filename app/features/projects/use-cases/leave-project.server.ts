/** A member leaves, or an invitation is taken back. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { afterMove } from '~/kernel/state-machine'
import { isComplete, partiesOf, present } from '../domain/project'
import { MEMBER_TABLE } from '../domain/project-states'
import { memberIs } from '../errors'
import { projectEvent } from '../events'
import { stopIn } from './move-project.server'
import { type ChangeProjectNeeds, memberOf, openProjectOfActor } from './project-of-actor.server'

/**
 * One that leaves goes for itself; any member takes an invitation back. Where no school or no company is left the
 * project stops.
 * @throws AppError 401, 403, 404; conflict when it takes no part or the project is over.
 */
export async function leaveProject(
  needs: ChangeProjectNeeds,
  actor: Actor,
  input: { readonly id: string; readonly memberId: string },
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { project, by } = await openProjectOfActor(stores, actor, input.id)
    const member = memberOf(project, input.memberId)
    const isAsked = member.state === 'invited'
    if (!isAsked) allow(actor, 'project.work', partiesOf([member]))
    if (!afterMove(MEMBER_TABLE, member.state, isAsked ? 'withdraw' : 'leave')) throw memberIs(member.state)
    await stores.projects.saveMember(member.id, 'left', null, now)
    const author = isAsked ? by.member.id : member.id
    await stores.outbox.append(projectEvent('ProjectMemberLeft', project.id, author, { member: member.id }))
    if (isAsked) return
    const left = present(project.members).filter(({ id }) => id !== member.id)
    if (left.length === 0 || !isComplete(left))
      await stopIn(stores, project, { reason: 'member-left', text: null, by: null }, now)
  })
}
