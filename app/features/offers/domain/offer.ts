/** What an offer says, and the limits that hold for it. */
import { hasCapacity, type LevelYears, type OfferKind, type OfferLocation } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { OfferState } from './offer-states'

/** Longest texts, in characters, and largest numbers. The database holds the numbers as well. */
export const LIMITS = {
  title: 120,
  summary: 300,
  text: 4000,
  note: 1000,
  name: 120,
  url: 500,
  email: 200,
  topics: 3,
  radiusKm: 400,
  groupSize: 500,
  durationMinutes: 10_080,
  costCents: 1_000_000,
  sessions: 1000,
} as const

/** So many former contents of an offer are kept. */
export const KEPT_VERSIONS = 50
/** And so many stand on the page. */
export const SHOWN_VERSIONS = 20

/** Languages that a lesson can be given in (ISO 639-1); Frisian is a language of instruction too. */
export const OFFER_LANGUAGES = ['nl', 'en', 'de', 'fr', 'fy'] as const

/** Monday to Friday (ISO): schools are closed on the other days. */
export const WEEKDAYS = [1, 2, 3, 4, 5] as const

/** How far a company comes to schools. */
export type Reach =
  | { readonly kind: 'everywhere' }
  /** 1–400 km in a straight line. */
  | { readonly kind: 'radius'; readonly km: number }
  /** At least one region or municipality. */
  | {
      readonly kind: 'regions'
      readonly regionIds: readonly string[]
      readonly municipalityCodes: readonly string[]
    }

/** Texts are trimmed; `null`: not told. Lists have no doubles. */
export type OfferContent = {
  readonly kind: OfferKind
  readonly title: string
  readonly summary: string
  readonly goal: string | null
  /** What the pupils do. */
  readonly description: string
  readonly preparation: string | null
  readonly followUp: string | null
  /** 0–3 in a draft, 1–3 once published. */
  readonly topicIds: readonly string[]
  /** In the order of the levels, one entry per level; empty in a draft only. */
  readonly levels: readonly LevelYears[]
  readonly subjectIds: readonly string[]
  readonly curriculumGoalIds: readonly string[]
  readonly profileIds: readonly string[]
  readonly networkIds: readonly string[]
  readonly location: OfferLocation
  /** Only at school. */
  readonly reach: Reach
  /** A branch of the organisation; `null`: its own place, or the postcode. */
  readonly branchId: string | null
  /** `7601` or `7601AB`, of a place that is neither its own nor a branch; with it there is no branch. */
  readonly postcode: string | null
  /** Pupils, 1–500; `null`: any number. */
  readonly groupSizeMax: number | null
  /** 5 minutes to 7 days; `null`: not told, or not applicable. */
  readonly durationMinutes: number | null
  /** 0–1,000,000; 0 is free. */
  readonly costCents: number
  readonly languages: readonly string[]
  readonly accessNotes: string | null
  readonly girlsFocus: boolean
  readonly programme: string | null
  /** https only. */
  readonly materialUrl: string | null
  readonly contactName: string | null
  readonly contactEmail: string | null
  /** Groups per school year, 0–1,000; `null`: not told yet, or no limit applies (downloads). */
  readonly sessionsPerYear: number | null
  /** ISO weekdays, ascending; empty: any school day. */
  readonly weekdays: readonly number[]
}

/** Where it takes place or where the people of the company leave from. */
export type OfferPlace = {
  readonly placeName: string
  readonly municipalityCode: string
  readonly point: Point
}

export type Offer = {
  readonly id: OfferId
  readonly organisationId: OrganisationId
  readonly state: OfferState
  readonly content: OfferContent
  /** Counts the saves: who saves with an older one has not seen the newest. */
  readonly version: number
  readonly publishedAt: Date | null
}

/**
 * @param main one of the topics; `null` or one that is not among them: they stay as they are.
 * @returns the same topics, the main one first.
 */
export function withMainFirst(topicIds: readonly string[], main: string | null): readonly string[] {
  if (main === null || !topicIds.includes(main)) return topicIds
  return [main, ...topicIds.filter((id) => id !== main)]
}

/** @returns the content without what does not apply to its place and kind, so that no old answer lingers unseen. */
export function withoutWhatDoesNotApply(content: OfferContent): OfferContent {
  const placed = content.location === 'at-school' || content.location === 'at-company'
  const counted = hasCapacity(content)
  const forVmbo = content.levels.some(({ level }) => level === 'vmbo')
  return {
    ...content,
    reach: content.location === 'at-school' ? content.reach : { kind: 'everywhere' },
    branchId: placed ? content.branchId : null,
    postcode: placed && content.branchId === null ? content.postcode : null,
    durationMinutes: content.location === 'download' ? null : content.durationMinutes,
    groupSizeMax: content.location === 'download' ? null : content.groupSizeMax,
    sessionsPerYear: counted ? content.sessionsPerYear : null,
    weekdays: counted ? content.weekdays : [],
    profileIds: forVmbo ? content.profileIds : [],
  }
}
