/** A request as the coordinator sees it: what is asked, by which school, and how it stands. */
import type { CalendarDate } from '~/kernel/calendar'
import type { RankedRequest } from '~/matching/ranking/subjects'
import type { WaitingReason } from '../../requests/domain/request'
import type { SchoolSector } from './waiting-filter'

export type AskingRequest = {
  readonly id: string
  readonly title: string
  /** In the school's own words: read for the ranking. */
  readonly text: string
  readonly schoolId: string
  readonly schoolName: string
  readonly placeName: string
  readonly sector: SchoolSector
  /** Names of the regions that the school lies in are looked up by these. */
  readonly regionIds: readonly string[]
  /** Groups that are asked for, and those of them that have no place. */
  readonly groups: number
  readonly groupsLeft: number
  /** Whole weeks; `null` when it does not wait. */
  readonly waitingWeeks: number | null
  readonly waitingReason: WaitingReason | null
  /** Who follows it, when it is looked at again, and the newest note; never shown to the school. */
  readonly ownerName: string | null
  readonly dueOn: CalendarDate | null
  readonly note: string | null
  readonly isUrgent: boolean
  /** All of its groups get a place, or none. */
  readonly allOrNone: boolean
  /** Another small group may come along. */
  readonly mayShare: boolean
  readonly isDemo: boolean
  readonly refusedOfferIds: readonly string[]
  readonly request: RankedRequest
}

const WEEK_MS = 7 * 86_400_000

/** @returns whole weeks, rounded down. */
export function weeksBetween(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / WEEK_MS))
}
