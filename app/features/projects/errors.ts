import { AppError } from '~/kernel/errors'
import type { MeetingMistake } from './domain/meeting'
import type { PublishObstacle, StartGap } from './domain/project'
import type { MemberState, ProjectState } from './domain/project-states'

/** Not there, or not the actor's. */
export const projectNotFound = () => new AppError('not-found', 'page.not-found')
export const projectIs = (state: ProjectState) => new AppError('conflict', `project.is-${state}`)
/** Its result is being published: nothing of it changes any more. */
export const projectClosed = () => new AppError('conflict', 'project.closed')
export const memberIs = (state: MemberState) => new AppError('conflict', `project.member-${state}`)
export const membersFull = (max: number) => new AppError('conflict', 'project.members-full', { max })
export const startLacks = (gap: StartGap) => new AppError('conflict', `project.start-lacks-${gap}`)
export const badMeeting = (mistake: MeetingMistake) => new AppError('invalid', `project.${mistake}`)
export const meetingCancelled = () => new AppError('conflict', 'project.meeting-cancelled')
export const meetingsFull = (max: number) => new AppError('conflict', 'project.meetings-full', { max })
export const filesFull = (max: number) => new AppError('conflict', 'project.files-full', { max })
export const versionsFull = (max: number) => new AppError('conflict', 'project.versions-full', { max })
/** Somebody chose another licence meanwhile: what was agreed to is not what there is. */
export const otherLicence = () => new AppError('conflict', 'project.other-licence')
export const noFilesChosen = () => new AppError('invalid', 'project.no-files-chosen')
export const fileNotClean = () => new AppError('conflict', 'project.file-not-clean')
export const cannotPublish = (why: PublishObstacle) => new AppError('conflict', `project.${why}`)
/** No booking of this kind, or one that is over. */
export const noProjectOf = () => new AppError('conflict', 'project.not-of-this-booking')
export const projectLinkGone = () => new AppError('gone', 'project.link-gone')
