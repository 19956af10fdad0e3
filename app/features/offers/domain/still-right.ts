/** When a company is asked whether an offer is still right, and when one that nobody vouches for is paused. */
import { addDays, type CalendarDate } from '~/kernel/calendar'

/** Eleven months after it was last confirmed: the question. */
export const ASK_AFTER_DAYS = 335
/** Twelve months: schools no longer see it. */
const PAUSE_AFTER_DAYS = 365
/** So long the question lies there before anything is paused, however late it was asked. */
const NOTICE_DAYS = 21

export type RightFacts = {
  /** The company last said so; or the day it was published. */
  readonly confirmedOn: CalendarDate
  /** Since then it was asked; `null`: not yet. */
  readonly askedOn: CalendarDate | null
}

export type StillRightOffer = {
  readonly id: string
  readonly title: string
  readonly confirmedOn: CalendarDate
  /** The day on which schools no longer see it; `null`: that is so already. */
  readonly pausesOn: CalendarDate | null
}

/** @returns what is due on the day. */
export function stillRightStep(
  { confirmedOn, askedOn }: RightFacts,
  today: CalendarDate,
): 'nothing' | 'ask' | 'pause' {
  if (askedOn === null) return confirmedOn <= addDays(today, -ASK_AFTER_DAYS) ? 'ask' : 'nothing'
  return pausesOn({ confirmedOn, askedOn }) <= today ? 'pause' : 'nothing'
}

/** @returns the day on which it is paused when nobody answers. */
export function pausesOn({
  confirmedOn,
  askedOn,
}: RightFacts & { readonly askedOn: CalendarDate }): CalendarDate {
  const [, later = askedOn] = [addDays(confirmedOn, PAUSE_AFTER_DAYS), addDays(askedOn, NOTICE_DAYS)].sort()
  return later
}
