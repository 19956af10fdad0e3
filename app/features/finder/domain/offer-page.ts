/** What the page of one offer receives. */
import type { Rating } from '~/features/evaluations/domain/evaluation'
import { type CalendarDate, schoolYearOf } from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import type { MadeTogether } from '~/kernel/licence'
import type { PictureWords } from '~/kernel/picture'
import type { OfferCard } from './offer-card'

/** A word of a vocabulary in the reader's language. */
export type Label = { readonly id: string; readonly label: string }

/** A kerndoel in the words of the statute. */
export type Goal = {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly text: string
}

/** A file that can be taken along. */
export type OfferPageFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
}

export type PlacesOfYear = {
  /** `2026-2027`. */
  readonly schoolYear: string
  readonly open: number
  readonly places: number
}

/** How the offer and the reader's own school lie to each other. */
export type OwnSchoolToOffer = {
  readonly schoolName: string
  readonly point: Point
  readonly distanceKm: number
  /** Only for offers at school: whether the company travels there. */
  readonly comes: 'yes' | 'too-far' | 'other-region' | null
}

export type OfferPage = {
  readonly kind: 'offer'
  readonly id: string
  readonly slug: string
  /** `published`, or for its own company what nobody else sees. */
  readonly state: 'draft' | 'published' | 'paused' | 'archived'
  readonly offerKind: OfferKind
  readonly title: string
  readonly summary: string
  readonly goal: string | null
  readonly description: string
  readonly preparation: string | null
  readonly followUp: string | null
  readonly topics: readonly Label[]
  readonly levels: readonly LevelYears[]
  readonly subjects: readonly Label[]
  readonly goals: readonly Goal[]
  readonly profiles: readonly Label[]
  readonly networks: readonly Label[]
  readonly location: OfferLocation
  /** Of the organisation, where it is not at its own place. */
  readonly branch: { readonly name: string; readonly address: string | null } | null
  readonly placeName: string
  readonly point: Point | null
  readonly travelRadiusKm: number | null
  /** Regions to which the company limits the offer; empty: not limited. */
  readonly serviceRegions: readonly string[]
  readonly serviceMunicipalities: readonly string[]
  readonly groupSizeMax: number | null
  readonly durationMinutes: number | null
  readonly costCents: number
  readonly languages: readonly string[]
  readonly accessNotes: string | null
  readonly girlsFocus: boolean
  readonly programme: string | null
  readonly pictures: readonly PictureWords[]
  /** To take along: for the company itself also what schools do not get yet. */
  readonly files: readonly OfferPageFile[]
  /** Made by schools and companies together; `null`: by the organisation alone. */
  readonly together: MadeTogether | null
  readonly materialUrl: string | null
  /** One click gives it: no company has to say yes. */
  readonly isSelfService: boolean
  /** There is something to take. */
  readonly canBeTaken: boolean
  readonly weekdays: readonly number[]
  readonly lastConfirmedOn: CalendarDate | null
  readonly isDemo: boolean
  /** This school year and later ones; empty: no limit. */
  readonly places: readonly PlacesOfYear[]
  /** Places that came free are with schools that wait, until they have said yes or no. */
  readonly isGivenToWaiting: boolean
  /** What schools that had it thought of it; `null`: too few have said so. */
  readonly rating: Rating | null
  readonly organisation: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly website: string | null
  }
  /** Only for readers who work at a school, and for the company itself. `hidden`: there is one, sign in to see it. */
  readonly contact: { readonly name: string | null; readonly email: string | null } | 'hidden' | null
  readonly mayEdit: boolean
  /** Shown by a link of the company: there is nothing to ask or to share yet. */
  readonly isPreview?: boolean
  readonly ownSchool: OwnSchoolToOffer | null
  readonly similar: readonly OfferCard[]
}

/** An offer that was there and is not now. */
export type OfferAway = {
  readonly kind: 'away'
  readonly reason: 'paused' | 'archived'
  readonly title: string
  readonly similar: readonly OfferCard[]
}

/** `open`: what of it can still be had. */
export type Slot = { readonly startsOn: CalendarDate; readonly places: number; readonly open: number }

/** @returns class-places per school year, from that of `today` on, ascending. */
export function placesByYear(slots: readonly Slot[], today: CalendarDate): PlacesOfYear[] {
  const years = new Map<string, PlacesOfYear>()
  for (const { startsOn, places, open } of slots) {
    const schoolYear = schoolYearOf(startsOn)
    const sum = years.get(schoolYear) ?? { schoolYear, open: 0, places: 0 }
    years.set(schoolYear, { schoolYear, open: sum.open + open, places: sum.places + places })
  }
  return [...years.values()]
    .filter(({ schoolYear }) => schoolYear >= schoolYearOf(today))
    .sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1))
}
