/** The Dutch school levels, their years and the vmbo tracks: the one vocabulary that every room shares. */
export const LEVELS = ['po', 'pro', 'vmbo', 'havo', 'vwo'] as const
export type Level = (typeof LEVELS)[number]

/** Years of each level, ascending. Primary school counts groups 1–8. */
export const LEVEL_YEARS = {
  po: [1, 2, 3, 4, 5, 6, 7, 8],
  pro: [1, 2, 3, 4, 5],
  vmbo: [1, 2, 3, 4],
  havo: [1, 2, 3, 4, 5],
  vwo: [1, 2, 3, 4, 5, 6],
} as const satisfies Record<Level, readonly number[]>

export const VMBO_TRACKS = ['bb', 'kb', 'gl', 'tl'] as const
export type VmboTrack = (typeof VMBO_TRACKS)[number]

/** One level with its years (ascending, never empty) and, for vmbo, its tracks (absent: all tracks). */
export type LevelYears = {
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks?: readonly VmboTrack[]
}

export const OFFER_KINDS = [
  'guest-lesson',
  'excursion',
  'lesson-material',
  'co-development',
  'event',
] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

export const OFFER_LOCATIONS = ['at-school', 'at-company', 'online', 'download'] as const
export type OfferLocation = (typeof OFFER_LOCATIONS)[number]

export function isOfferKind(text: string): text is OfferKind {
  return (OFFER_KINDS as readonly string[]).includes(text)
}

export function isOfferLocation(text: string): text is OfferLocation {
  return (OFFER_LOCATIONS as readonly string[]).includes(text)
}

/** Material that one takes, and self-service online material, is never full: nobody has to say yes to it. */
export function hasCapacity(offer: { readonly kind: OfferKind; readonly location: OfferLocation }): boolean {
  return offer.location !== 'download' && !(offer.location === 'online' && offer.kind === 'lesson-material')
}

/**
 * Developing together is one project, however many classes take part: it takes one place. Of every other kind each group
 * takes one.
 */
export function placesFor(kind: OfferKind, groups: number): number {
  return kind === 'co-development' ? Math.min(1, groups) : groups
}

export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text)
}

/** @returns whether the year exists at the level, e.g. po 8 does and havo 6 does not. */
export function isYearOf(level: Level, year: number): boolean {
  return (LEVEL_YEARS[level] as readonly number[]).includes(year)
}
