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
  await sync(needs, [event.subjectId])
}

/** The subject is a booking or a hold: a place of its offer was taken or came free, and a full offer leaves the results. */
export async function indexOfferOfPlace(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  const rows = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT s.offer_id AS id FROM place_claim c JOIN capacity_slot s ON s.id = c.slot_id
    WHERE c.id IN (SELECT claim_id FROM booking WHERE id = ${event.subjectId}::uuid
      UNION SELECT claim_id FROM hold WHERE id = ${event.subjectId}::uuid)`
  await sync(
    needs,
    rows.map((row) => row.id),
  )
}

/** The subject is an organisation: its name, place or verification stands in each of its offers. */
export async function indexOffersOf(needs: Needs, event: Pick<DomainEvent, 'subjectId'>): Promise<void> {
  const offers = await needs.db.offer.findMany({
    where: { organisationId: event.subjectId },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  await sync(
    needs,
    offers.map((offer) => offer.id),
  )
}

/** Idempotent, and safe in any order: what is written is the state at the time of writing, not that of the event. */
function sync({ db, index, clock }: Needs, ids: readonly string[]): Promise<void> {
  return index.sync(ids, (now) => offerDocuments(db, { ids: now }, clock.now()))
}
