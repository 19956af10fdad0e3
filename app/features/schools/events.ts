/** What the schools tell the other slices. Payloads hold ids only. */
import type { DomainEvent } from '~/kernel/events'

const about =
  (type: string) =>
  (branchId: string, userId: string): DomainEvent => ({ type, subjectId: branchId, payload: { userId } })

export const schoolJoined = about('SchoolJoined')
/** Somebody waits for a lead to say whether he works here. */
export const schoolJoinAsked = about('SchoolJoinAsked')
/** A lead said that somebody who waited works here; `SchoolJoined` says that he belongs. */
export const schoolJoinAccepted = about('SchoolJoinAccepted')
export const schoolJoinRefused = about('SchoolJoinRefused')
export const schoolLeft = about('SchoolLeft')
