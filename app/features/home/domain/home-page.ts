/** What the home page receives. */
import type { OfferCard } from '~/features/finder/domain/offer-card'
import type { Point } from '~/kernel/geography'

export type CompanyDot = Point & { readonly offers: number }

export type HomePage = {
  /** What can be found now: published offers, companies that have one, open branches in the register. */
  readonly counts: { readonly offers: number; readonly organisations: number; readonly schools: number }
  /** Where those companies are, at most one per spot of about a kilometre. */
  readonly companies: readonly CompanyDot[]
  /** Newest first, at most four. */
  readonly newest: readonly OfferCard[]
  /** Whether those are within reach of the reader's school, not the newest of the country. */
  readonly isNearSchool: boolean
  /** Filled in for a reader who works at a school: the four digits of its postcode. */
  readonly place: string
}
