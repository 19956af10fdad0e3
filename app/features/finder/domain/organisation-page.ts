/** What the page of one company receives. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Point } from '~/kernel/geography'
import type { OfferCard } from './offer-card'
import type { Label } from './offer-page'

export type OrganisationPage = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly website: string | null
  readonly placeName: string
  /** Beside its own place, by name; `distanceKm` from the reader's school, where there is one. */
  readonly branches: readonly {
    readonly name: string
    readonly address: string | null
    readonly placeName: string
    readonly distanceKm: number | null
  }[]
  readonly point: Point
  readonly employees: number | null
  readonly topics: readonly Label[]
  readonly topSectors: readonly Label[]
  readonly networks: readonly Label[]
  readonly isDemo: boolean
  /** `pending` and `refused` are seen by the company itself only. */
  readonly verification: 'pending' | 'verified' | 'refused'
  readonly mayEdit: boolean
  /** The reader coordinates its region, and may enter offers for it. */
  readonly mayEnter: boolean
  readonly ownSchool: {
    readonly schoolName: string
    readonly point: Point
    readonly distanceKm: number
  } | null
  /** How it answered in twelve months; `null` while too few asked to say. */
  readonly answers: { readonly percent: number; readonly medianDays: number | null } | null
  /** The day on which it last said of an offer that it is right. */
  readonly lastConfirmedOn: CalendarDate | null
  /** Newest first, at most `OFFERS_MAX`. */
  readonly offers: readonly OfferCard[]
  readonly offerCount: number
}

export const OFFERS_MAX = 60

/** Of fewer requests nothing is said: one that was missed would be half of them. */
const ASKED_LEAST = 5

/** @returns how a company answers, for schools; `null` while too few asked. */
export function answersOf(facts: {
  readonly asked: number
  readonly answered: number
  readonly medianDays: number | null
}): OrganisationPage['answers'] {
  const { asked, answered, medianDays } = facts
  if (asked < ASKED_LEAST) return null
  return {
    percent: Math.round((100 * answered) / asked),
    medianDays: medianDays === null ? null : Math.max(1, Math.round(medianDays)),
  }
}
