/** What a feed tells the others: ids only, whoever reacts loads the present state. */
import type { DomainEvent } from '~/kernel/events'

const event =
  (type: string) =>
  (feedId: string): DomainEvent => ({ type, subjectId: feedId, payload: {} })

/** It is time to read it. */
export const feedDue = event('FeedDue')
/** It was read, and somebody has to look at what it would do. */
export const feedReady = event('FeedReady')
/** The first failure of a series. */
export const feedFailed = event('FeedFailed')
