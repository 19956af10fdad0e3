/** What pages about waiting read through: readers of one transaction, whoever made them. */
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { TopicParents } from '~/matching/ranking/topics'
import type { FitsOf } from '../../matchmaking/domain/text-fits'
import type { FreeSlot } from './round-input'

/** An offer with the names that a page shows. */
export type NamedOffer = RankedOffer & {
  readonly slug: string
  readonly title: string
  readonly organisationName: string
  readonly placeName: string
}

export type FactReaders = {
  readonly matchmaking: {
    offers(now: Date, offerIds?: readonly string[]): Promise<readonly NamedOffer[]>
    topicParents(): Promise<TopicParents>
    textFits(): Promise<FitsOf>
  }
  readonly waiting: { freeSlots(now: Date): Promise<readonly FreeSlot[]> }
}
