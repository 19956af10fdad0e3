/** The result of a project came before schools. */
import { afterMove } from '~/kernel/state-machine'
import { PROJECT_TABLE } from '../domain/project-states'
import { projectEvent } from '../events'
import type { ChangeProjectNeeds } from './project-of-actor.server'

/** What happens to the offer later is the offer's: a project that was published stays so. Safe to run twice. */
export async function followResult(needs: ChangeProjectNeeds, offerId: string): Promise<void> {
  await needs.transact(async ({ projects, outbox }) => {
    const id = await projects.idOf({ offerId })
    const project = id && (await projects.lock(id))
    const state = project && afterMove(PROJECT_TABLE, project.state, 'publish')
    if (!project || !state) return
    await projects.saveState(project.id, state, needs.clock.now())
    await outbox.append(projectEvent('ProjectPublished', project.id, null))
  })
}
