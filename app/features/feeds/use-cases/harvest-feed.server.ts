/**
 * The worker reads a feed. The first time it makes a load that waits for somebody's yes; of a live one it pauses what
 * vanished, shows again what returned, and starts a load of what is new or changed.
 */
import { type Actor, SYSTEM } from '~/authorisation/actor'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { ReadFeed } from '~/platform/feeds/read-feed.server'
import type { GuardedFetch } from '~/platform/fetch/guarded-fetch.server'
import { refOf } from '../../loads/domain/judge-row'
import { hasWork } from '../../loads/domain/load'
import { type ColumnMapping, guessColumns } from '../../loads/domain/load-field'
import type { LoadReader } from '../../loads/reader.server'
import type { LoadStore } from '../../loads/store.server'
import { type CheckLoadNeeds, checkLoad } from '../../loads/use-cases/check-load.server'
import { receiveLoad } from '../../loads/use-cases/receive-load.server'
import { startLoad } from '../../loads/use-cases/start-load.server'
import type { OfferBulkStore } from '../../offers/bulk-store.server'
import { type MoveOfferStores, moveOffer } from '../../offers/use-cases/move-offer.server'
import { comeAndGone, type Feed, sinceOf, withDefaults } from '../domain/feed'
import { feedFailed, feedReady } from '../events'
import type { FeedStore } from '../store.server'

type Stores = MoveOfferStores & {
  readonly feeds: FeedStore
  readonly loads: LoadStore
  readonly loadReader: LoadReader
  readonly bulkOffers: OfferBulkStore
  readonly outbox: Outbox
}
export type HarvestNeeds = Pick<CheckLoadNeeds, 'inLocale' | 'clock'> & {
  readonly transact: Transact<Stores>
  readonly fetchFeed: GuardedFetch
  readonly readFeed: ReadFeed
}

/**
 * What is wrong with the feed is written down for the company and throws nothing.
 * @throws AppError conflict `load.at-work` while another load of the company is done: to be tried again later.
 */
export async function harvestFeed(needs: HarvestNeeds, id: string): Promise<void> {
  const feed = await needs.transact(({ feeds }) => feeds.lock(id))
  if (!feed || feed.state === 'stopped') return
  try {
    await harvest(needs, feed)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error
    await needs.transact(async ({ feeds, loads, outbox }) => {
      const now = await feeds.lock(id)
      if (!now) return
      // What it brought and cannot be checked is of use only while somebody can still choose its columns.
      if (now.state === 'live') await loads.removeOpenOfFeed(id)
      await feeds.saveFailure(id, error.code, error.params, needs.clock.now())
      if (now.failures === 0) await outbox.append(feedFailed(id))
    })
  }
}

async function harvest(needs: HarvestNeeds, feed: Feed): Promise<void> {
  const { transact, clock } = needs
  const fetched = await needs.fetchFeed(feed.url, sinceOf(feed))
  if (fetched.kind === 'unchanged') {
    await transact(({ feeds }) => feeds.saveGood(feed.id, null, clock.now()))
    return
  }
  const { format, ...sheet } = await needs.readFeed(fetched.bytes)
  const remembered = await transact(({ loads }) => loads.rememberedColumns(feed.organisationId))
  const guessed = guessColumns(sheet.heads, remembered)
  const table = withDefaults(sheet, feed, {
    kind: guessed.kind !== undefined,
    location: guessed.location !== undefined,
  })
  const mapping = guessColumns(table.heads, remembered)
  const told = {
    format,
    items: table.rows.length,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
  }
  await transact(({ loads }) => loads.removeOpenOfFeed(feed.id))
  const loadId = await receiveLoad({ transact, clock, readSheet: async () => table }, SYSTEM, {
    organisationId: feed.organisationId,
    fileName: nameOf(feed.url),
    bytes: fetched.bytes,
    feedId: feed.id,
    partnerId: feed.partnerId,
  })
  if (feed.state === 'live') await goOn(needs, SYSTEM, { feed, loadId, mapping, table, told })
  else await showFirst(needs, SYSTEM, { feed, loadId, mapping, told })
}

type Told = NonNullable<Parameters<FeedStore['saveGood']>[1]>
type Brought = {
  readonly feed: Feed
  readonly loadId: string
  readonly mapping: ColumnMapping
  readonly told: Told
}

/** Where a needed column is missing, somebody has to say which one it is: that too is done on the page of the load. */
async function showFirst(needs: HarvestNeeds, actor: Actor, { feed, loadId, mapping, told }: Brought) {
  try {
    await checkLoad(needs, actor, { id: loadId, mapping })
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error
  }
  await needs.transact(async ({ feeds, outbox }) => {
    const now = await feeds.lock(feed.id)
    if (!now || now.state === 'stopped') return
    await feeds.saveState(feed.id, 'waiting')
    await feeds.saveGood(feed.id, told, needs.clock.now())
    await outbox.append(feedReady(feed.id))
  })
}

type Table = { readonly rows: readonly { readonly cells: readonly string[] }[] }

async function goOn(
  needs: HarvestNeeds,
  actor: Actor,
  { feed, loadId, mapping, table, told }: Brought & { readonly table: Table },
) {
  const { transact, clock } = needs
  await checkLoad(needs, actor, { id: loadId, mapping })
  const refs = new Set(table.rows.map(({ cells }) => refOf(cells, mapping)))
  const { gone, back } = comeAndGone(await transact(({ bulkOffers }) => bulkOffers.ofFeed(feed.id)), refs)
  for (const { id } of gone) await unlessMoved(moveOffer(needs, actor, { id, move: 'pause', byFeed: true }))
  for (const { id } of back) await unlessMoved(moveOffer(needs, actor, { id, move: 'resume' }))
  const counts = await transact(async ({ loads }) => (await loads.lock(loadId))?.counts)
  if (counts && hasWork(counts, false)) {
    await startLoad(needs, actor, { id: loadId, publish: feed.publish, onlyGood: true })
  } else if (counts?.wrong === 0) {
    // Nothing to do and nothing to look at.
    await transact(({ loads }) => loads.removeOpenOfFeed(feed.id))
  }
  await transact(({ feeds }) => feeds.saveGood(feed.id, told, clock.now()))
}

/** One that somebody archived just now, or that is no longer complete, stops nobody else. */
async function unlessMoved(move: Promise<unknown>): Promise<void> {
  await move.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}

/** What stands in the list of loads. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`.slice(0, 200)
}
