/** A place that is kept for a school, as its company sees it. */
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { RankedNeedFacts } from '../../matchmaking/domain/ranked-request'
import type { HoldState } from './hold-states'

export type KeptPlace = {
  readonly id: string
  readonly state: HoldState
  /** The last day on which the school may answer. */
  readonly expiresOn: CalendarDate
  readonly isOpen: boolean
  /** By the reader, in the name of the company. */
  readonly mayDecline: boolean
  readonly within: Span
  readonly offerId: string
  readonly offerSlug: string
  readonly offerTitle: string
  readonly branchId: string
  readonly schoolName: string
  readonly schoolPlace: string
  readonly title: string
  readonly text: string
  readonly need: RankedNeedFacts
  /** Place among the school's own candidates in the round, from 1; `null` where it was given outside a round. */
  readonly choice: number | null
  readonly waitingWeeks: number
  /** All groups that have the place, this one too, and their pupils; `null`: it has the place to itself. */
  readonly shared: { readonly groups: number; readonly pupils: number } | null
  readonly declineReason: string | null
  readonly bookingId: string | null
}

/** As the inbox lists it. */
export type KeptPlaceLine = {
  readonly id: string
  readonly title: string
  readonly placeName: string
  readonly offerTitle: string
  readonly expiresOn: CalendarDate
}
