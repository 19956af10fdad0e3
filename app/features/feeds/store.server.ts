/** Feeds: the only writes to `offer_feed`. */
import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { OfferKind as KindColumn, OfferLocation as LocationColumn } from '~/generated/prisma/enums'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import type { ErrorParams } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Feed, FeedFormat, FeedState } from './domain/feed'

export type FeedStore = ReturnType<typeof makeFeedStore>

export function makeFeedStore(tx: Tx) {
  const update = async (id: string, data: Prisma.OfferFeedUpdateInput) => {
    await tx.offerFeed.update({ where: { id }, data, select: { id: true } })
  }
  return {
    /** Locks the organisation, so that two who add at once are counted one after the other. @returns its addresses. */
    async urlsOf(organisationId: OrganisationId): Promise<readonly string[]> {
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`
      const rows = await tx.offerFeed.findMany({ where: { organisationId }, select: { url: true } })
      return rows.map(({ url }) => url)
    },

    async create(
      feed: Pick<Feed, 'organisationId' | 'partnerId' | 'url' | 'kind' | 'location'>,
      at: Date,
    ): Promise<string> {
      const id = randomUUID()
      const { organisationId, partnerId, url } = feed
      const kind = feed.kind.replaceAll('-', '_') as KindColumn
      const location = feed.location.replaceAll('-', '_') as LocationColumn
      await tx.offerFeed.create({
        data: { id, organisationId, partnerId, url, kind, location, createdAt: at },
        select: { id: true },
      })
      return id
    },

    /** Locks the feed until the transaction ends. @returns `null` when there is none. */
    async lock(id: string): Promise<Feed | null> {
      if (!isUuid(id)) return null
      await tx.$queryRaw`SELECT id FROM offer_feed WHERE id = ${id}::uuid FOR UPDATE`
      const row = await tx.offerFeed.findUnique({ where: { id } })
      if (!row) return null
      const { url, state, publish, etag, lastModified, failures } = row
      return {
        id,
        organisationId: row.organisationId as OrganisationId,
        partnerId: row.partnerId as OrganisationId | null,
        url,
        state,
        kind: row.kind.replaceAll('_', '-') as OfferKind,
        location: row.location.replaceAll('_', '-') as OfferLocation,
        publish,
        etag,
        lastModified,
        failures,
      }
    },

    /** @returns feeds that are read by themselves, at most 1,000, the longest not tried first. */
    async due(): Promise<readonly string[]> {
      const rows = await tx.offerFeed.findMany({
        where: { state: { in: ['new', 'live'] } },
        select: { id: true },
        orderBy: [{ lastTriedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
        take: 1000,
      })
      return rows.map(({ id }) => id)
    },

    /** @returns those that the partner added and that are still read. */
    async ofPartner(organisationId: OrganisationId, partnerId: OrganisationId): Promise<readonly string[]> {
      const rows = await tx.offerFeed.findMany({
        where: { organisationId, partnerId, state: { not: 'stopped' } },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },

    /** None of its feeds is read any more. */
    async stopAll(organisationId: OrganisationId): Promise<void> {
      await tx.offerFeed.updateMany({
        where: { organisationId, state: { not: 'stopped' } },
        data: { state: 'stopped' },
      })
    },

    saveState: (id: string, state: FeedState) => update(id, { state }),

    /** What was said of its first harvest holds for the next ones. */
    goLive: (id: string, publish: boolean) => update(id, { state: 'live', publish }),

    /** @param told what the server says of this version; `null`: it said that nothing changed. */
    async saveGood(
      id: string,
      told: {
        readonly format: FeedFormat
        readonly items: number
        readonly etag: string | null
        readonly lastModified: string | null
      } | null,
      at: Date,
    ): Promise<void> {
      const { items, ...version } = told ?? { items: null }
      await update(id, {
        lastTriedAt: at,
        lastGoodAt: at,
        failures: 0,
        errorCode: null,
        errorParams: {},
        ...version,
        ...(items === null ? {} : { itemCount: items }),
      })
    },

    saveFailure: (id: string, code: string, params: ErrorParams, at: Date) =>
      update(id, {
        lastTriedAt: at,
        failures: { increment: 1 },
        errorCode: code,
        errorParams: { ...params },
      }),

    /** Its offers stay as they are. */
    async remove(id: string): Promise<void> {
      await tx.offerFeed.delete({ where: { id }, select: { id: true } })
    },
  }
}
