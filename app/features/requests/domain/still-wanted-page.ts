/** What the question "still wanted?" says: in the mail and on the page behind its link. */
import type { CalendarDate } from '~/kernel/calendar'
import type { RequestState } from './request-state'

export type StillWantedPage = {
  readonly requestId: string
  readonly title: string
  readonly schoolName: string
  readonly state: RequestState
  readonly waitingSince: CalendarDate | null
  /** Groups without a place, of all. */
  readonly groups: { readonly waiting: number; readonly all: number }
  readonly asked: number
  /** The last day to answer; only after the second mail. */
  readonly answerBy: CalendarDate | null
}
