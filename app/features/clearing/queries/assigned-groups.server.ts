/** What a round found for each of its groups. One statement. */
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'
import { offerSlug } from '../../finder/domain/offer-address'
import type { HoldState } from '../domain/hold-states'
import type { Why } from '../domain/solve-round'

export type Assigned = {
  readonly groupId: string
  readonly requestId: string
  readonly why: Why
  readonly holdState: HoldState | null
  readonly offer: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly organisationName: string
    readonly placeName: string
    readonly point: Point
  } | null
}

/** Highest priority first, then by request and group. */
export async function assignedGroups(
  db: Pick<Db, '$queryRaw'>,
  roundId: string,
): Promise<readonly Assigned[]> {
  const rows = await db.$queryRaw<
    {
      groupId: string
      requestId: string
      why: Why
      holdState: HoldState | null
      offerId: string | null
      slug: string
      title: string
      organisationName: string
      placeName: string
      lat: number
      lng: number
    }[]
  >`
    SELECT a.group_id AS "groupId", g.request_id AS "requestId", a.why, h.state::text AS "holdState",
      a.offer_id AS "offerId", o.slug, o.title, n.name AS "organisationName", o.place_name AS "placeName", o.lat, o.lng
    FROM clearing_assignment a
    JOIN request_group g ON g.id = a.group_id
    LEFT JOIN hold h ON h.round_id = a.round_id AND h.group_id = a.group_id
    LEFT JOIN offer o ON o.id = a.offer_id
    LEFT JOIN organisation n ON n.id = o.organisation_id
    WHERE a.round_id = ${roundId}::uuid
    ORDER BY a.priority DESC, g.request_id, g.number`
  return rows.map(({ groupId, requestId, why, holdState, offerId, slug, lat, lng, ...names }) => ({
    groupId,
    requestId,
    why,
    holdState,
    offer: offerId ? { id: offerId, slug: offerSlug(slug, offerId), ...names, point: { lat, lng } } : null,
  }))
}
