/** Saved searches and the addresses they are mailed to: the only writes to both. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { lastsUntil } from './domain/saved-search'

export type SavedSearchStore = ReturnType<typeof makeSavedSearchStore>

export type AskedSearch = { readonly query: string; readonly locale: string }

export function makeSavedSearchStore(tx: Tx) {
  const end = async (where: { readonly id?: string; readonly subscriberId?: string }, now: Date) => {
    const rows = await tx.savedSearch.updateManyAndReturn({
      where: { ...where, state: { not: 'ended' } },
      data: { state: 'ended', endedAt: now, toldUntil: null },
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  }
  return {
    /** @returns the topics that exist: what a finder's address may name. */
    async topicIds(): Promise<ReadonlySet<string>> {
      const topics = await tx.topic.findMany({ select: { id: true } })
      return new Set(topics.map(({ id }) => id))
    },

    /** The address is compared without capitals. Locks its row: two who save at once wait for each other. */
    async subscriberOf(email: string, now: Date): Promise<string> {
      const { id } = await tx.searchSubscriber.upsert({
        where: { email },
        create: { email, createdAt: now },
        update: { email },
        select: { id: true },
      })
      return id
    },

    /** @returns how many of the subscriber's searches are asked or active, this one not counted. */
    async countOthers(subscriberId: string, query: string): Promise<number> {
      return tx.savedSearch.count({
        where: { subscriberId, state: { not: 'ended' }, query: { not: query } },
      })
    },

    /** A search that is active stays as it is; one that ended or was asked before is asked again. @returns its id. */
    async ask(subscriberId: string, { query, locale }: AskedSearch, now: Date): Promise<string> {
      const { id } = await tx.savedSearch.upsert({
        where: { subscriberId_query: { subscriberId, query } },
        create: { subscriberId, query, locale, askedAt: now },
        update: { locale },
        select: { id: true },
      })
      await tx.savedSearch.updateMany({
        where: { id, state: { not: 'active' } },
        data: { state: 'asked', askedAt: now, endedAt: null },
      })
      return id
    },

    /** A yes also keeps the address's other searches alive. @returns whether there was something to say yes to. */
    async activate(id: string, now: Date): Promise<boolean> {
      await tx.savedSearch.updateMany({
        where: { id, state: 'asked' },
        data: { state: 'active', toldUntil: now },
      })
      const search = await tx.savedSearch.findFirst({
        where: { id, state: 'active' },
        select: { subscriberId: true },
      })
      if (!search) return false
      await tx.searchSubscriber.update({
        where: { id: search.subscriberId },
        data: { lastsUntil: lastsUntil(now), renewalAskedAt: null },
      })
      return true
    },

    /** @returns whether the subscriber has an active search that now lasts longer. */
    async renew(subscriberId: string, now: Date): Promise<boolean> {
      const { count } = await tx.searchSubscriber.updateMany({
        where: { id: subscriberId, searches: { some: { state: 'active' } } },
        data: { lastsUntil: lastsUntil(now), renewalAskedAt: null },
      })
      return count === 1
    },

    /** @returns the ids of what ended now; ending twice ends nothing the second time. */
    endOne: (id: string, subscriberId: string, now: Date) => end({ id, subscriberId }, now),
    endAll: (subscriberId: string, now: Date) => end({ subscriberId }, now),

    /** @returns whose it is: the account with the same, confirmed address; `null` when there is none or no such search. */
    async ownerOf(id: string): Promise<{ subscriberId: string; userId: UserId | null } | null> {
      const search = await tx.savedSearch.findUnique({
        where: { id },
        select: { subscriberId: true, subscriber: { select: { email: true } } },
      })
      if (!search) return null
      const user = await tx.user.findFirst({
        where: { email: search.subscriber.email, emailVerifiedAt: { not: null } },
        select: { id: true },
      })
      return { subscriberId: search.subscriberId, userId: (user?.id as UserId | undefined) ?? null }
    },

    /** @returns the user's address when it is confirmed. */
    async confirmedEmailOf(userId: UserId): Promise<string | null> {
      const user = await tx.user.findFirst({
        where: { id: userId, emailVerifiedAt: { not: null } },
        select: { email: true },
      })
      return user?.email ?? null
    },

    /** Marks the subscribers whose week is over, so that of several runs one gets them. @returns at most `most`. */
    async takeDueForDigest(before: Date, today: Date, most: number): Promise<readonly string[]> {
      const due = await tx.searchSubscriber.findMany({
        where: {
          searches: { some: { state: 'active' } },
          OR: [{ digestedOn: null }, { digestedOn: { lte: before } }],
        },
        orderBy: { id: 'asc' },
        take: most,
        select: { id: true },
      })
      const rows = await tx.searchSubscriber.updateManyAndReturn({
        where: {
          id: { in: due.map(({ id }) => id) },
          OR: [{ digestedOn: null }, { digestedOn: { lte: before } }],
        },
        data: { digestedOn: today },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },

    /** What happened before is told; never moves backwards. */
    async markTold(ids: readonly string[], until: Date): Promise<void> {
      await tx.savedSearch.updateMany({
        where: { id: { in: [...ids] }, state: 'active', toldUntil: { lt: until } },
        data: { toldUntil: until },
      })
    },

    /** @returns the subscribers to ask whether they want to go on, each once, at most `most`. */
    async takeDueForRenewal(endsBefore: Date, now: Date, most: number): Promise<readonly string[]> {
      const where = {
        lastsUntil: { lte: endsBefore, gt: now },
        renewalAskedAt: null,
        searches: { some: { state: 'active' as const } },
      }
      const due = await tx.searchSubscriber.findMany({ where, take: most, select: { id: true } })
      const rows = await tx.searchSubscriber.updateManyAndReturn({
        where: { ...where, id: { in: due.map(({ id }) => id) } },
        data: { renewalAskedAt: now },
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },

    /** Ends what nobody continued. @returns how many searches. */
    async endOutlived(now: Date): Promise<number> {
      const { count } = await tx.savedSearch.updateMany({
        where: { state: 'active', subscriber: { lastsUntil: { lte: now } } },
        data: { state: 'ended', endedAt: now, toldUntil: null },
      })
      return count
    },

    /** Forgets what was never confirmed, what ended a while ago, and addresses with nothing left. @returns searches. */
    async forget(askedBefore: Date, endedBefore: Date): Promise<number> {
      const { count } = await tx.savedSearch.deleteMany({
        where: {
          OR: [
            { state: 'asked', askedAt: { lte: askedBefore } },
            { state: 'ended', endedAt: { lte: endedBefore } },
          ],
        },
      })
      await tx.searchSubscriber.deleteMany({ where: { searches: { none: {} } } })
      return count
    },
  }
}
