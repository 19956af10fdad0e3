/** The feeds of one organisation: how each goes, and what it brought last. */
import type { Actor } from '~/authorisation/actor'
import { allow, organisationsFor } from '~/authorisation/permissions'
import { AppError, type ErrorParams } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { FEEDS_MAX, type FeedFormat, type FeedState } from '../domain/feed'
import { feedNotFound } from '../errors'

export type FeedLine = {
  readonly id: string
  readonly url: string
  readonly state: FeedState
  /** `null`: never read. */
  readonly format: FeedFormat | null
  readonly lastTriedAt: Date | null
  readonly lastGoodAt: Date | null
  readonly failures: number
  /** `null`: the last try went well. */
  readonly error: { readonly code: string; readonly params: ErrorParams } | null
  readonly items: number
  /** Offers that stand in it. */
  readonly offers: { readonly published: number; readonly draft: number; readonly vanished: number }
  /** What it brought last, if that is kept. */
  readonly load: {
    readonly id: string
    /** Waits for somebody to look at it. */
    readonly isOpen: boolean
    readonly counts: { readonly new: number; readonly changed: number; readonly wrong: number }
  } | null
}
export type FeedsPage = {
  readonly organisation: { readonly id: string; readonly name: string; readonly isVerified: boolean }
  readonly feeds: readonly FeedLine[]
  readonly canAdd: boolean
}

type Reads = Pick<Db, 'organisation' | 'offerFeed' | 'offer'>

/**
 * Four statements.
 * @param of which organisation; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who has no organisation, or asks for one that is not theirs.
 */
export async function feedsPage(
  { db }: { readonly db: Reads },
  actor: Actor,
  of: string | null,
): Promise<FeedsPage> {
  const organisation = await ownOrganisation(db, actor, of)
  const rows = await db.offerFeed.findMany({
    where: { organisationId: organisation.id },
    include: { loads: { orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 1 } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const groups = await db.offer.groupBy({
    by: ['feedId', 'state', 'pausedByFeed'],
    where: { feedId: { in: rows.map(({ id }) => id) } },
    _count: true,
  })
  const count = (feedId: string, state: string, isVanished = false) =>
    groups
      .filter(
        (group) => group.feedId === feedId && group.state === state && group.pausedByFeed === isVanished,
      )
      .reduce((sum, { _count }) => sum + _count, 0)
  return {
    organisation,
    canAdd: rows.length < FEEDS_MAX,
    feeds: rows.map((row) => {
      const [load] = row.loads
      return {
        id: row.id,
        url: row.url,
        state: row.state,
        format: row.format,
        lastTriedAt: row.lastTriedAt,
        lastGoodAt: row.lastGoodAt,
        failures: row.failures,
        error:
          row.errorCode === null ? null : { code: row.errorCode, params: row.errorParams as ErrorParams },
        items: row.itemCount,
        offers: {
          published: count(row.id, 'published'),
          draft: count(row.id, 'draft'),
          vanished: count(row.id, 'paused', true),
        },
        load: load
          ? {
              id: load.id,
              isOpen: load.state === 'mapping' || load.state === 'checked',
              counts: { new: load.newCount, changed: load.changedCount, wrong: load.wrongCount },
            }
          : null,
      }
    }),
  }
}

/** One statement. */
async function ownOrganisation(
  db: Pick<Db, 'organisation'>,
  actor: Actor,
  of: string | null,
): Promise<FeedsPage['organisation']> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw feedNotFound()
  if (of !== null) allow(actor, 'load.run', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? organisationsFor(actor, 'load.run') : [of] } },
    select: { id: true, name: true, verification: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw feedNotFound()
  return { id: row.id, name: row.name, isVerified: row.verification === 'verified' }
}
