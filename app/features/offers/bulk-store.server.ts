/** Many offers of one organisation in few statements: what brings a whole table at once needs. */
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Offer, OfferContent, OfferPlace } from './domain/offer'
import { usualMonthLimit } from './domain/usual-sessions'
import { COLUMNS, columnsOf, offerOfRow } from './store.server'

export type OfferBulkStore = ReturnType<typeof makeOfferBulkStore>

export type BulkOffer = {
  readonly id: OfferId
  /** The organisation's own number of it. */
  readonly externalRef: string
  readonly content: OfferContent
  readonly place: OfferPlace
  readonly state: 'draft' | 'published'
}

export function makeOfferBulkStore(tx: Tx) {
  return {
    /** @returns the offers that have these numbers and are not archived. One statement. */
    async byRefs(
      organisationId: OrganisationId,
      refs: readonly string[],
    ): Promise<ReadonlyMap<string, Offer>> {
      const rows = await tx.offer.findMany({
        where: { organisationId, externalRef: { in: [...refs] }, state: { not: 'archived' } },
        select: { ...COLUMNS, externalRef: true },
      })
      return new Map(rows.map(({ externalRef, ...row }) => [externalRef ?? '', offerOfRow(row)]))
    },

    /** Locks until the transaction ends, in the order of the ids, so that two who lock many never wait for each other. */
    async lockByRefs(organisationId: OrganisationId, refs: readonly string[]): Promise<void> {
      await tx.$queryRaw`SELECT id FROM offer WHERE organisation_id = ${organisationId}::uuid
        AND external_ref = ANY(${[...refs]}) ORDER BY id FOR UPDATE`
    },

    /** Locks them. @returns those of the organisation. Two statements. */
    async lockAll(
      organisationId: OrganisationId,
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, Offer>> {
      await tx.$queryRaw`SELECT id FROM offer WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
      const rows = await tx.offer.findMany({
        where: { id: { in: [...ids] }, organisationId },
        select: COLUMNS,
      })
      return new Map(rows.map((row) => [row.id, offerOfRow(row)]))
    },

    /** An archived offer gives its number away. One statement. */
    async freeRefsOfArchived(organisationId: OrganisationId, refs: readonly string[]): Promise<void> {
      await tx.offer.updateMany({
        where: { organisationId, externalRef: { in: [...refs] }, state: 'archived' },
        data: { externalRef: null },
      })
    },

    /** Each begins with the limit of a month that is usual for the headcount. Two statements. */
    async createAll(organisationId: OrganisationId, offers: readonly BulkOffer[], at: Date): Promise<void> {
      const { employees } = await tx.organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { employees: true },
      })
      await tx.offer.createMany({
        data: offers.map(({ id, externalRef, content, place, state }) => ({
          id,
          organisationId,
          externalRef,
          state,
          ...columnsOf(content, place),
          sessionsPerMonth:
            content.sessionsPerYear === null ? null : usualMonthLimit(content.sessionsPerYear, employees),
          createdAt: at,
          updatedAt: at,
          ...(state === 'published' ? { publishedAt: at, lastConfirmedAt: at } : {}),
        })),
      })
    },

    /** Those with these numbers stand in this feed from now on. One statement. */
    async standInFeed(
      organisationId: OrganisationId,
      feedId: string,
      refs: readonly string[],
    ): Promise<void> {
      await tx.offer.updateMany({
        where: { organisationId, externalRef: { in: [...refs] }, state: { not: 'archived' } },
        data: { feedId },
      })
    },

    /** @returns what stands in the feed and is before schools, or is not because it vanished from it. One statement. */
    async ofFeed(
      feedId: string,
    ): Promise<
      readonly { readonly id: OfferId; readonly externalRef: string; readonly isPaused: boolean }[]
    > {
      const rows = await tx.offer.findMany({
        where: { feedId, OR: [{ state: 'published' }, { state: 'paused', pausedByFeed: true }] },
        select: { id: true, externalRef: true, state: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ id, externalRef, state }) => ({
        id: id as OfferId,
        externalRef: externalRef ?? '',
        isPaused: state === 'paused',
      }))
    },

    /** @returns how often each was saved. One statement. */
    async versions(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const rows = await tx.offer.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, version: true },
      })
      return new Map(rows.map(({ id, version }) => [id, version]))
    },

    /** @returns those for which a place is taken, or that somebody has asked for. One statement. */
    async inUse(ids: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT o.id FROM offer o WHERE o.id = ANY(${[...ids]}::uuid[]) AND (
          EXISTS (SELECT 1 FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id
            WHERE s.offer_id = o.id AND c.released_at IS NULL)
          OR EXISTS (SELECT 1 FROM proposal p WHERE p.offer_id = o.id
            AND p.state IN ('sent', 'viewed', 'considering', 'accepted')))`
      return new Set(rows.map(({ id }) => id))
    },
  }
}
