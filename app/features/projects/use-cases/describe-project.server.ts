/** Members write down what they want to make, and from when until when. */
import type { Actor } from '~/authorisation/actor'
import type { Description } from '../domain/project'
import { projectEvent } from '../events'
import { type ChangeProjectNeeds, openProjectOfActor } from './project-of-actor.server'

/** @throws AppError 401, 403, 404; conflict when it is over. */
export async function describeProject(
  needs: ChangeProjectNeeds,
  actor: Actor,
  input: Description & { readonly id: string },
): Promise<void> {
  const { id, ...description } = input
  await needs.transact(async (stores) => {
    const { project, by } = await openProjectOfActor(stores, actor, id)
    await stores.projects.saveDescription(project.id, description)
    await stores.outbox.append(projectEvent('ProjectDescribed', project.id, by.member.id))
  })
}
