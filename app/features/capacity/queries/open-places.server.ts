/** Open places of many offers at once. */
import type { Span } from '~/kernel/calendar'
import type { Db, Tx } from '~/platform/db/client.server'

/**
 * One statement.
 * @returns open class-places per offer that has slots at all; an offer that is not in the map has no limit.
 */
export async function openPlacesOf(
  db: Pick<Db | Tx, '$queryRaw'>,
  offerIds: readonly string[],
  within: Span,
): Promise<ReadonlyMap<string, number>> {
  if (offerIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ offerId: string; open: number }[]>`
    SELECT offer_id AS "offerId",
      coalesce(sum(places - taken)
        FILTER (WHERE starts_on <= ${within.until}::date AND ends_on >= ${within.from}::date), 0)::int AS open
    FROM capacity_slot WHERE offer_id = ANY(${[...offerIds]}::uuid[]) GROUP BY offer_id`
  return new Map(rows.map((row) => [row.offerId, row.open]))
}
