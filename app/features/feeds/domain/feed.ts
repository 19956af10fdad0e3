/** The life of a feed: added, looked at once, then harvested every night. */
import type { OfferKind, OfferLocation } from '~/kernel/education'
import type { OrganisationId } from '~/kernel/ids'

export type FeedState = 'new' | 'waiting' | 'live' | 'stopped'
export type FeedFormat = 'own' | 'linked' | 'syndicated'

export type Feed = {
  readonly id: string
  readonly organisationId: OrganisationId
  /** Who added it for the company; `null`: itself. */
  readonly partnerId: OrganisationId | null
  readonly url: string
  readonly state: FeedState
  /** Of items that do not say it. */
  readonly kind: OfferKind
  readonly location: OfferLocation
  /** What is complete comes before schools. */
  readonly publish: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  /** In a row. */
  readonly failures: number
}

export const FEEDS_MAX = 5

/** Only what a live feed brought before can be the same as before: another harvest was perhaps never done. */
export function sinceOf({ state, etag, lastModified }: Feed): {
  readonly etag: string | null
  readonly lastModified: string | null
} {
  return state === 'live' ? { etag, lastModified } : { etag: null, lastModified: null }
}

type Table = {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** @returns the table with a column for kind and place where it has none: those of the feed. O(cells). */
export function withDefaults(
  table: Table,
  feed: Pick<Feed, 'kind' | 'location'>,
  has: { readonly kind: boolean; readonly location: boolean },
): Table {
  const missing = (['kind', 'location'] as const).filter((name) => !has[name])
  return {
    heads: [...table.heads, ...missing],
    rows: table.rows.map(({ number, cells }) => ({
      number,
      cells: [...cells, ...missing.map((name) => feed[name])],
    })),
  }
}

/**
 * @param offers that stand in the feed and are before schools, or paused because they vanished from it.
 * @param refs of the items that it holds now.
 */
export function comeAndGone<Offer extends { readonly externalRef: string; readonly isPaused: boolean }>(
  offers: readonly Offer[],
  refs: ReadonlySet<string>,
): { readonly gone: readonly Offer[]; readonly back: readonly Offer[] } {
  return {
    gone: offers.filter(({ externalRef, isPaused }) => !isPaused && !refs.has(externalRef)),
    back: offers.filter(({ externalRef, isPaused }) => isPaused && refs.has(externalRef)),
  }
}
