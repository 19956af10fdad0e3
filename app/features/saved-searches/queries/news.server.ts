/** What happened to offers since a search was last told: read from the events, so that nothing is told twice. */
import type { Db } from '~/platform/db/client.server'
import type { OfferDocument } from '~search/document'

export type News = {
  readonly offer: OfferDocument
  /** Published, or published again; otherwise it was changed. */
  readonly isNew: boolean
}

type Row = { readonly id: string; readonly isNew: boolean }

/**
 * @param offers that fit now, in order.
 * @param since exclusive. @param until inclusive.
 * @returns those with news, what is new first, otherwise in the same order. One statement.
 */
export async function newsOf(
  db: Pick<Db, '$queryRaw'>,
  offers: readonly OfferDocument[],
  { since, until }: { readonly since: Date; readonly until: Date },
): Promise<News[]> {
  if (offers.length === 0) return []
  // Offers of an organisation can be seen from the day it is verified.
  const subjects = [...new Set(offers.flatMap(({ id, organisationId }) => [id, organisationId]))]
  const rows = await db.$queryRaw<Row[]>`
    SELECT subject_id AS id, bool_or(type <> 'OfferChanged') AS "isNew" FROM outbox_event
    WHERE type IN ('OfferPublished', 'OfferChanged', 'OrganisationVerified') AND subject_id = ANY(${subjects})
      AND occurred_at > ${since} AND occurred_at <= ${until}
    GROUP BY subject_id`
  const happened = new Map(rows.map(({ id, isNew }) => [id, isNew]))
  const news = offers.flatMap((offer) => {
    const seen = [happened.get(offer.id), happened.get(offer.organisationId)].filter(
      (each) => each !== undefined,
    )
    return seen.length > 0 ? [{ offer, isNew: seen.includes(true) }] : []
  })
  return [...news.filter(({ isNew }) => isNew), ...news.filter(({ isNew }) => !isNew)]
}
