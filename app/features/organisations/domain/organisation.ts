/** A company or another organisation that offers something to schools, and whether somebody looked at it. */
import type { Point } from '~/kernel/geography'
import type { OrganisationId, RegionId } from '~/kernel/ids'
import type { Verification } from './verification'

/** Longest texts in characters, largest numbers. */
export const LIMITS = {
  name: 160,
  about: 2000,
  url: 300,
  employees: 1_000_000,
  reason: 1000,
  topics: 5,
  /** Organisations that one account may belong to. */
  memberships: 10,
} as const

export type OrganisationFacts = {
  readonly name: string
  readonly about: string
  /** With its scheme; `null`: none told. */
  readonly website: string | null
  /** Eight digits. The Chamber of Commerce has no check digit: whether it exists is for a person to see. */
  readonly kvkNumber: string | null
  /** `7601` or `7601AB`. */
  readonly postcode: string
  /** 1 or more; `null`: not told. */
  readonly employees: number | null
  readonly topicIds: readonly string[]
  readonly networkIds: readonly string[]
}

export type OrganisationPlace = {
  readonly placeName: string
  readonly municipalityCode: string
  readonly point: Point
}

export type Organisation = {
  readonly id: OrganisationId
  readonly slug: string
  readonly facts: OrganisationFacts
  readonly verification: Verification
  /** Regions that its municipality lies in today: their coordinators look at it. */
  readonly regionIds: readonly RegionId[]
  readonly version: number
}
