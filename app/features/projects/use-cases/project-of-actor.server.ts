/** The project that somebody wants to change, and for which of its members he acts. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { type Acting, isOpen, type Member, type Project, partiesOf, present } from '../domain/project'
import { projectClosed, projectIs, projectNotFound } from '../errors'
import type { ProjectStore } from '../store.server'

export type ProjectStores = { readonly projects: ProjectStore; readonly outbox: Outbox }
export type ChangeProjectNeeds = { readonly transact: Transact<ProjectStores>; readonly clock: Clock }

/**
 * Locks it until the transaction ends.
 * @throws AppError 401; 404 for who is no member; 403 for who may only read for one.
 */
export async function projectOfActor(
  { projects }: Pick<ProjectStores, 'projects'>,
  actor: Actor,
  id: string,
): Promise<{ readonly project: Project; readonly by: Acting }> {
  const project = await projects.lock(id)
  if (!project) throw projectNotFound()
  const members = present(project.members)
  allow(actor, 'project.work', partiesOf(members))
  const member = members.find((one) => may(actor, 'project.work', partiesOf([one])))
  // The program acts for nobody: it has ways of its own.
  if (!member || actor.kind !== 'user') throw projectNotFound()
  return { project, by: { member, userId: actor.userId } }
}

/** The same, of one that may still change. @throws AppError conflict besides. */
export async function openProjectOfActor(
  stores: Pick<ProjectStores, 'projects'>,
  actor: Actor,
  id: string,
): Promise<{ readonly project: Project; readonly by: Acting }> {
  const found = await projectOfActor(stores, actor, id)
  refuseClosed(found.project)
  return found
}

/** @throws AppError conflict when nothing of it may change any more. */
export function refuseClosed(project: Project): void {
  if (project.state === 'stopped' || project.state === 'published') throw projectIs(project.state)
  if (!isOpen(project)) throw projectClosed()
}

/** @throws AppError 404 when the project has no such member. */
export function memberOf(project: Project, id: string): Member {
  const member = project.members.find((one) => one.id === id)
  if (!member) throw projectNotFound()
  return member
}
