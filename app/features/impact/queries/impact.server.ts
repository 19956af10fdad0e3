/** What came of the lessons of a company. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { AppError, notFound } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type Rating, type RatingSums, ratingOf } from '../../evaluations/domain/evaluation'
import { type Impact, impactOf, type Lessons } from '../domain/impact'

export type ImpactPage = {
  /** `null`: the reader is of no company. */
  readonly organisation: { readonly id: string; readonly name: string; readonly slug: string } | null
  readonly impact: Impact
  /** What schools said, from three schools on; `null` below. */
  readonly rating: Rating | null
  /** Bookings that are still to come. */
  readonly planned: number
  /** Other companies of the reader, by name. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Two statements.
 * @param of which of several companies; the first by name where nothing is asked.
 * @throws AppError 401; 404 for a company that is not the actor's.
 */
export async function impactPage(
  db: Pick<Db, '$queryRaw' | 'organisation'>,
  actor: Actor,
  of: string | null,
): Promise<ImpactPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (
    of !== null &&
    !(isUuid(of) && may(actor, 'offer.see-unpublished', { organisationId: of as OrganisationId }))
  )
    throw notFound('organisation.not-found')
  const mine = await db.organisation.findMany({
    where: { id: { in: [...actor.organisations.keys()] } },
    select: { id: true, name: true, slug: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const organisation = mine.find(({ id }) => of === null || id === of) ?? null
  if (organisation === null) {
    if (of !== null) throw notFound('organisation.not-found')
    return { organisation, impact: impactOf([]), rating: null, planned: 0, others: [] }
  }
  const [row] = await db.$queryRaw<{ planned: number; said: RatingSums; done: readonly Lessons[] | null }[]>`
    WITH given AS (
      SELECT k.id, k.state, k.date, k.pupils_reached, g.request_id
      FROM booking k
      JOIN place_claim c ON c.id = k.claim_id
      JOIN request_group g ON g.id = c.group_id
      JOIN capacity_slot s ON s.id = c.slot_id
      JOIN offer o ON o.id = s.offer_id
      WHERE o.organisation_id = ${organisation.id}::uuid AND k.state IN ('confirmed', 'done')
    )
    SELECT (SELECT count(*)::int FROM given WHERE state = 'confirmed') AS planned,
      (SELECT json_build_object('schools', count(DISTINCT r.branch_id), 'answers', count(*),
          'stars', coalesce(sum(e.rating), 0), 'yes', count(*) FILTER (WHERE e.again = 'yes'),
          'maybe', count(*) FILTER (WHERE e.again = 'maybe'))
        FROM given JOIN evaluation e ON e.booking_id = given.id AND e.party = 'school'
        JOIN support_request r ON r.id = given.request_id) AS said,
      (SELECT json_agg(d) FROM (
        SELECT b.id AS "branchId", r.level, given.date AS on, count(*)::int AS lessons,
          coalesce(sum(given.pupils_reached), 0)::int AS pupils,
          count(*) FILTER (WHERE given.pupils_reached IS NULL)::int AS uncounted,
          json_build_object('code', y.code, 'name', y.name, 'point', json_build_object('lat', y.lat, 'lng', y.lng))
            AS municipality
        FROM given
        JOIN support_request r ON r.id = given.request_id
        JOIN school_branch b ON b.id = r.branch_id
        JOIN municipality y ON y.code = b.municipality_code
        WHERE given.state = 'done' AND given.date IS NOT NULL
        GROUP BY b.id, r.level, given.date, y.code) d) AS done`
  return {
    organisation,
    impact: impactOf(row?.done ?? []),
    rating: row ? ratingOf(row.said) : null,
    planned: row?.planned ?? 0,
    others: mine.filter(({ id }) => id !== organisation.id).map(({ id, name }) => ({ id, name })),
  }
}
