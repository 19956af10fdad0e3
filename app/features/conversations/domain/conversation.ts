/** What a school and a company may do in their conversation about one request. */
import { addDays, type CalendarDate } from '~/kernel/calendar'
import type { BranchId, OrganisationId } from '~/kernel/ids'

export type Side = 'school' | 'company'

export const MESSAGE_MAX = 5000
/** A request is over; questions afterwards (photos, a lost coat, a next time) still come for a while. */
const OPEN_AFTER_DAYS = 60

export type Pair = { readonly requestId: string; readonly organisationId: OrganisationId }

/** What decides who may write. */
export type Standing = Pair & {
  readonly branchId: BranchId
  /** Day on which the request was withdrawn, expired or done; `null`: it runs. */
  readonly closedOn: CalendarDate | null
  /** The last day of a lesson that these two agreed on. */
  readonly lastOn: CalendarDate | null
  readonly blockedBy: readonly Side[]
}

export const otherSide = (side: Side): Side => (side === 'school' ? 'company' : 'school')

/** @returns the last day on which something can be written; `null` while the request runs. */
export function writableUntil({
  closedOn,
  lastOn,
}: Pick<Standing, 'closedOn' | 'lastOn'>): CalendarDate | null {
  if (closedOn === null) return null
  return addDays(lastOn !== null && lastOn > closedOn ? lastOn : closedOn, OPEN_AFTER_DAYS)
}

export type CannotWrite = 'blocked' | 'blocked-by-other' | 'over'

/**
 * Who ended a conversation does not write in it either: the other could not answer.
 * @returns why the side cannot write, `null` when it can.
 */
export function whyNotWrite(standing: Standing, side: Side, today: CalendarDate): CannotWrite | null {
  if (standing.blockedBy.includes(side)) return 'blocked'
  if (standing.blockedBy.includes(otherSide(side))) return 'blocked-by-other'
  const until = writableUntil(standing)
  return until !== null && until < today ? 'over' : null
}
