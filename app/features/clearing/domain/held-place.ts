/** A held place as its school sees it, on the page and in the mail. */
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import type { HoldState } from './hold-states'

export type HeldPlace = {
  readonly id: string
  readonly state: HoldState
  /** Last day to answer. */
  readonly expiresOn: CalendarDate
  /** Its last day has passed, whether or not the clock has closed it. */
  readonly isLate: boolean
  /** Days in which the lesson can be; the day itself is agreed afterwards. */
  readonly within: Span
  /** Of a dated session, where it is known. */
  readonly startTime: string | null
  readonly offer: {
    readonly slug: string
    readonly title: string
    readonly summary: string
    readonly kind: OfferKind
    readonly location: OfferLocation
    readonly placeName: string
    readonly organisationName: string
    readonly durationMinutes: number | null
    readonly groupSizeMax: number | null
    readonly costCents: number
    /** Straight line from the school; `null` when nobody travels. */
    readonly distanceKm: number | null
  }
  readonly request: {
    readonly id: string
    readonly title: string
    readonly groupSize: number
    /** Which group of how many, from 1. */
    readonly group: number
    readonly groups: number
    /** The school asked for a place for all of them or for none, and there are several. */
    readonly isWhole: boolean
  }
  /** It was given to several groups together: who goes leaves it to the others. */
  readonly isShared: boolean
  /** Other groups that have the same place now, and about how many pupils they are; `null`: nobody else. */
  readonly shared: { readonly groups: number; readonly aboutPupils: number } | null
  readonly schoolName: string
  readonly bookingId: string | null
  /** The company's words when it said no. */
  readonly declineText: string | null
}

/** @returns a number of pupils of others as it is told before everybody has said yes: by fives, at least 5. */
export function aboutPupils(pupils: number): number {
  return Math.max(5, Math.round(pupils / 5) * 5)
}
