/** Members ask another school or company to take part. */
import type { Actor } from '~/authorisation/actor'
import { afterMove } from '~/kernel/state-machine'
import { LIMITS } from '../domain/project'
import { MEMBER_TABLE } from '../domain/project-states'
import { memberIs, membersFull, projectNotFound } from '../errors'
import { projectEvent } from '../events'
import { type ChangeProjectNeeds, openProjectOfActor } from './project-of-actor.server'

export type InviteMember = { readonly id: string } & (
  | { readonly branchId: string }
  | { readonly organisationId: string }
)

/**
 * Who said no, or left, may be asked again.
 * @throws AppError 401, 403; 404 also for a school that is closed or a company that nobody verified; conflict when it
 * takes part or is asked already, when there are enough, or it is over.
 */
export async function inviteMember(
  needs: ChangeProjectNeeds,
  actor: Actor,
  input: InviteMember,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { projects, outbox } = stores
    const { project, by } = await openProjectOfActor(stores, actor, input.id)
    const who = 'branchId' in input ? { branchId: input.branchId } : { organisationId: input.organisationId }
    if (!(await projects.canBeAsked(who))) throw projectNotFound()
    const known = project.members.find((member) =>
      'branchId' in who ? member.branchId === who.branchId : member.organisationId === who.organisationId,
    )
    if (known && !afterMove(MEMBER_TABLE, known.state, 'invite')) throw memberIs(known.state)
    const here = project.members.filter(({ state }) => state === 'joined' || state === 'invited')
    if (here.length >= LIMITS.members) throw membersFull(LIMITS.members)
    if (known) await projects.saveMember(known.id, 'invited', null, now)
    const member = known?.id ?? (await projects.addMember(project.id, who, now))
    await outbox.append(projectEvent('ProjectMemberInvited', project.id, by.member.id, { member }))
  })
}
