/** Keeps the index up with the offers: whatever happened, the present state is what is written. */
import type { Clock } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import type { IndexPort } from '~search/port'
import { offerDocuments } from '../queries/offer-documents.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw' | 'offer'>
  readonly index: IndexPort
  readonly clock: Clock
}

/** The subject is an offer. */
export async function indexOffer(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  await write(needs, [event.subjectId])
}

/** The subject is an organisation: its name, place or verification stands in each of its offers. */
export async function indexOffersOf(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  const offers = await needs.db.offer.findMany({
    where: { organisationId: event.subjectId },
    select: { id: true },
  })
  await write(
    needs,
    offers.map((offer) => offer.id),
  )
}

async function write(needs: Needs, ids: readonly string[]): Promise<void> {
  const documents = await offerDocuments(needs.db, { ids }, needs.clock.now())
  const found = new Set(documents.map((document) => document.id))
  await needs.index.upsert(documents)
  await needs.index.remove(ids.filter((id) => !found.has(id)))
}
