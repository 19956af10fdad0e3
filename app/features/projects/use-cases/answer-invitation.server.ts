/** A school or company that was asked says yes or no, on the page or by the link of the mail. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { UserId } from '~/kernel/ids'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { partiesOf } from '../domain/project'
import { MEMBER_TABLE } from '../domain/project-states'
import { memberIs, projectLinkGone, projectNotFound } from '../errors'
import { projectEvent } from '../events'
import {
  type ChangeProjectNeeds,
  memberOf,
  type ProjectStores,
  refuseClosed,
} from './project-of-actor.server'

export type AnswerInvitation = { readonly id: string; readonly memberId: string; readonly yes: boolean }

/** @throws AppError 401, 403; 404 for who was not asked; conflict when it was answered or the project is over. */
export async function answerInvitation(
  needs: ChangeProjectNeeds,
  actor: Actor,
  input: AnswerInvitation,
): Promise<void> {
  await needs.transact(async (stores) => {
    await answerIn(stores, actor, { ...input, userId: actor.kind === 'user' ? actor.userId : null }, needs)
  })
}

/** Inside a transaction. @param answer `userId`: who is written to from then on. */
async function answerIn(
  { projects, outbox }: ProjectStores,
  actor: Actor,
  answer: AnswerInvitation & { readonly userId: UserId | null },
  { clock }: Pick<ChangeProjectNeeds, 'clock'>,
): Promise<void> {
  const project = await projects.lock(answer.id)
  if (!project) throw projectNotFound()
  const member = memberOf(project, answer.memberId)
  allow(actor, 'project.work', partiesOf([member]))
  const state = afterMove(MEMBER_TABLE, member.state, answer.yes ? 'accept' : 'refuse')
  if (!state) throw memberIs(member.state)
  refuseClosed(project)
  await projects.saveMember(member.id, state, answer.userId, clock.now())
  const type = answer.yes ? 'ProjectMemberJoined' : 'ProjectMemberRefused'
  await outbox.append(projectEvent(type, project.id, member.id, { member: member.id }))
}

export type InvitationLinkNeeds = Omit<ChangeProjectNeeds, 'transact'> & {
  readonly links: Links
  readonly transact: Transact<ProjectStores & { readonly links: LinkStore }>
}

export type OpenedInvitation = { readonly id: string; readonly memberId: string }

/**
 * Writes nothing: mail programs open links by themselves.
 * @throws AppError gone when the link is unknown, used or expired.
 */
export async function openInvitationLink(
  needs: InvitationLinkNeeds,
  token: unknown,
): Promise<OpenedInvitation> {
  const now = needs.clock.now()
  const linkId = needs.links.read('answer-project', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.look('answer-project', linkId, now)))
  if (!opened) throw projectLinkGone()
  return invitationOf(opened.payload)
}

/** The link is used up only by an answer that counts. @throws AppError gone; conflict when it was answered. */
export async function answerInvitationByLink(
  needs: InvitationLinkNeeds,
  actor: Actor,
  { token, yes }: { readonly token: unknown; readonly yes: boolean },
): Promise<OpenedInvitation> {
  const now = needs.clock.now()
  const linkId = needs.links.read('answer-project', token, now)
  if (!linkId) throw projectLinkGone()
  return needs.transact(async ({ links, ...stores }) => {
    const opened = await links.use('answer-project', linkId, now)
    if (!opened) throw projectLinkGone()
    const invitation = invitationOf(opened.payload)
    await answerIn(stores, actor, { ...invitation, yes, userId: opened.subjectId as UserId }, needs)
    return invitation
  })
}

function invitationOf(payload: Readonly<Record<string, string>>): OpenedInvitation {
  return { id: payload.projectId ?? '', memberId: payload.memberId ?? '' }
}
