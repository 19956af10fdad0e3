/** Members plan a meeting, change it, write down what was said, or cancel it. */
import type { Actor } from '~/authorisation/actor'
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import { isMoved, type MeetingPlan, mistakeInMeeting } from '../domain/meeting'
import { LIMITS } from '../domain/project'
import { badMeeting, meetingCancelled, meetingsFull, projectNotFound } from '../errors'
import { projectEvent } from '../events'
import { type ChangeProjectNeeds, openProjectOfActor } from './project-of-actor.server'

export type KeepMeeting = {
  readonly projectId: string
  /** `null`: a new one. */
  readonly id: string | null
  readonly plan: MeetingPlan
  /** Of a new one there are none. */
  readonly notes: string
}

/** @throws AppError 401, 403, 404; invalid when it cannot be then or nowhere; conflict when it was cancelled or it is over. */
export async function keepMeeting(
  needs: ChangeProjectNeeds,
  actor: Actor,
  { projectId, id, plan, notes }: KeepMeeting,
): Promise<void> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const days = { today, lastDay: lastBookableDay(today) }
  await needs.transact(async (stores) => {
    const { projects, outbox } = stores
    const { project, by } = await openProjectOfActor(stores, actor, projectId)
    const all = await projects.meetings(project.id)
    const before = id === null ? null : all.find((meeting) => meeting.id === id)
    if (before === undefined) throw projectNotFound()
    if (before?.isCancelled) throw meetingCancelled()
    const mistake = mistakeInMeeting(plan, before, days)
    if (mistake) throw badMeeting(mistake)
    const event = (
      type: 'ProjectMeetingPlanned' | 'ProjectMeetingMoved',
      meeting: string,
      sequence: number,
    ) => projectEvent(type, project.id, by.member.id, { meeting, sequence })
    if (before === null) {
      if (all.length >= LIMITS.meetings) throw meetingsFull(LIMITS.meetings)
      const made = await projects.addMeeting(project.id, plan, now)
      await outbox.append(event('ProjectMeetingPlanned', made, 0))
      return
    }
    const moved = isMoved(before, plan)
    await projects.saveMeeting(before.id, { ...plan, notes }, moved)
    if (moved) await outbox.append(event('ProjectMeetingMoved', before.id, before.sequence + 1))
  })
}

/** @throws AppError 401, 403, 404; conflict when it was cancelled before, or the project is over. */
export async function cancelMeeting(
  needs: ChangeProjectNeeds,
  actor: Actor,
  { projectId, id }: { readonly projectId: string; readonly id: string },
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { projects, outbox } = stores
    const { project, by } = await openProjectOfActor(stores, actor, projectId)
    const meeting = (await projects.meetings(project.id)).find((one) => one.id === id)
    if (!meeting) throw projectNotFound()
    if (meeting.isCancelled) throw meetingCancelled()
    await projects.cancelMeetings(project.id, { id }, now)
    await outbox.append(projectEvent('ProjectMeetingCancelled', project.id, by.member.id, { meeting: id }))
  })
}
