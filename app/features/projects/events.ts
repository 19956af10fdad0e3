/** What happens in a project. Payloads hold ids alone: of the member that did it and of what it was about. */
import type { DomainEvent } from '~/kernel/events'

export const PROJECT_EVENTS = [
  'ProjectBegun',
  'ProjectDescribed',
  'ProjectStarted',
  'ProjectFinished',
  'ProjectReopened',
  'ProjectStopped',
  'ProjectMemberInvited',
  'ProjectMemberJoined',
  'ProjectMemberRefused',
  'ProjectMemberLeft',
  'ProjectMeetingPlanned',
  'ProjectMeetingMoved',
  'ProjectMeetingCancelled',
  'ProjectFileVersionAdded',
  'ProjectLicenceChosen',
  'ProjectLicenceAgreed',
  'ProjectResultDrafted',
  'ProjectPublished',
] as const
export type ProjectEventType = (typeof PROJECT_EVENTS)[number]

/** @param by the member that did it; `null`: the program. */
export const projectEvent = (
  type: ProjectEventType,
  projectId: string,
  by: string | null,
  about: Readonly<Record<string, string | number>> = {},
): DomainEvent => ({ type, subjectId: projectId, payload: { by, ...about } })

/** Versions that came since the last mail are told; once a day at most. */
export const projectFilesDue = (projectId: string, day: string, since: Date): DomainEvent => ({
  type: 'ProjectFilesDue',
  subjectId: projectId,
  payload: { day, since: since.toISOString() },
})
