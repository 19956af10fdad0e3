/** A project begins, is finished, goes on after all, or stops. */
import type { Actor } from '~/authorisation/actor'
import { calendarDateOf } from '~/kernel/calendar'
import { afterMove } from '~/kernel/state-machine'
import { gapsForStart, type Project, type StopCause, type StopReason } from '../domain/project'
import { PROJECT_TABLE } from '../domain/project-states'
import { projectClosed, projectIs, startLacks } from '../errors'
import { type ProjectEventType, projectEvent } from '../events'
import { type ChangeProjectNeeds, type ProjectStores, projectOfActor } from './project-of-actor.server'

export type MoveProject = { readonly id: string } & (
  | { readonly move: 'start' | 'finish' | 'reopen' }
  | { readonly move: 'stop'; readonly reason: StopReason; readonly text: string | null }
)

const EVENT_OF = {
  start: 'ProjectStarted',
  finish: 'ProjectFinished',
  reopen: 'ProjectReopened',
} as const satisfies Record<string, ProjectEventType>

/**
 * Meetings that are still to come end with a project that stops.
 * @throws AppError 401, 403, 404; conflict when it is not in a state for this, or lacks what it begins with.
 */
export async function moveProject(
  needs: ChangeProjectNeeds,
  actor: Actor,
  input: MoveProject,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { project, by } = await projectOfActor(stores, actor, input.id)
    const state = afterMove(PROJECT_TABLE, project.state, input.move)
    if (!state) throw projectIs(project.state)
    // The draft of its result was made of what there was.
    if (project.resultOfferId !== null) throw projectClosed()
    if (input.move === 'stop') return stopIn(stores, project, { ...input, by: by.member.id }, now)
    const [gap] = input.move === 'start' ? gapsForStart(project) : []
    if (gap) throw startLacks(gap)
    await stores.projects.saveState(project.id, state, now)
    await stores.outbox.append(projectEvent(EVENT_OF[input.move], project.id, by.member.id))
  })
}

/** Inside a transaction. @param stop `by` the member that stops it; `null`: the program. */
export async function stopIn(
  { projects, outbox }: ProjectStores,
  project: Pick<Project, 'id'>,
  stop: { readonly reason: StopCause; readonly text: string | null; readonly by: string | null },
  now: Date,
): Promise<void> {
  await projects.saveState(project.id, 'stopped', now, stop)
  const cancelled = await projects.cancelMeetings(project.id, { from: calendarDateOf(now) }, now)
  await outbox.append(
    projectEvent('ProjectStopped', project.id, stop.by),
    ...cancelled.map((meeting) => projectEvent('ProjectMeetingCancelled', project.id, stop.by, { meeting })),
  )
}

/** Its booking was cancelled before it was finished: there is nobody left to make it with. */
export async function stopWithBooking(needs: ChangeProjectNeeds, bookingId: string): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const id = await stores.projects.idOf({ bookingId })
    const project = id && (await stores.projects.lock(id))
    if (!project || (project.state !== 'preparing' && project.state !== 'running')) return
    await stopIn(stores, project, { reason: 'booking-cancelled', text: null, by: null }, now)
  })
}
