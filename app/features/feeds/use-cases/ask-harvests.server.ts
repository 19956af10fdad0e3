/** Every feed that is read by itself is due. The clock asks this, every night. */
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { feedDue } from '../events'
import type { FeedStore } from '../store.server'

type Needs = {
  readonly transact: Transact<{ readonly feeds: FeedStore; readonly outbox: Outbox }>
}

/** @returns how many. */
export async function askHarvests({ transact }: Needs): Promise<number> {
  return transact(async ({ feeds, outbox }) => {
    const due = await feeds.due()
    await outbox.append(...due.map(feedDue))
    return due.length
  })
}
