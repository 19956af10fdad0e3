/** The read model of the home page. */
import type { Actor } from '~/authorisation/actor'
import { type OfferCard, offerCard } from '~/features/finder/domain/offer-card'
import type { CompanyDot, HomePage } from '~/features/home/domain/home-page'
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'
import type { SearchPort } from '~search/port'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly search: Pick<SearchPort, 'search'> }

type Row = HomePage['counts'] & {
  readonly companies: readonly CompanyDot[]
  readonly school: {
    readonly postcode: string
    readonly lat: number
    readonly lng: number
  } | null
}

const NEWEST = 4
const NEAR_KM = 40

/** One statement and one question to the index; a second question where nothing is near the reader's school. */
export async function homePage(needs: Needs, actor: Actor): Promise<HomePage> {
  const { school, companies, ...counts } = await readHome(needs.db, actor)
  const near = school && (await newest(needs.search, school))
  return {
    counts,
    companies,
    newest: near && near.length > 0 ? near : await newest(needs.search),
    isNearSchool: near !== null && near.length > 0,
    place: school?.postcode.slice(0, 4) ?? '',
  }
}

/** With a school only what takes place there or at a company: the rest is as near to everybody. */
async function newest(search: Needs['search'], school?: Point): Promise<readonly OfferCard[]> {
  const { hits } = await search.search({
    ...(school
      ? {
          near: { point: { lat: school.lat, lng: school.lng }, radiusKm: NEAR_KM },
          filters: { locations: ['at-school', 'at-company'] },
        }
      : {}),
    sort: 'newest',
    pageSize: NEWEST,
  })
  return hits.map(offerCard)
}

async function readHome(db: Needs['db'], actor: Actor): Promise<Row> {
  const branchId = actor.kind === 'user' ? ([...actor.schools.keys()].sort()[0] ?? null) : null
  const [row] = await db.$queryRaw<Row[]>`
    WITH found AS (
      SELECT g.id, g.lat, g.lng, count(*)::int AS offers
      FROM offer o JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
      WHERE o.state = 'published' GROUP BY g.id
    ), spots AS (
      SELECT round(avg(lat)::numeric, 4)::float8 AS lat, round(avg(lng)::numeric, 4)::float8 AS lng,
        sum(offers)::int AS offers
      FROM found GROUP BY round(lat::numeric, 2), round(lng::numeric, 2) ORDER BY 3, 1, 2 LIMIT 1000
    )
    SELECT (SELECT coalesce(sum(offers), 0)::int FROM found) AS offers,
      (SELECT count(*)::int FROM found) AS organisations,
      (SELECT count(*)::int FROM school_branch WHERE closed_on IS NULL) AS schools,
      (SELECT coalesce(json_agg(spots), '[]') FROM spots) AS companies,
      (SELECT json_build_object('postcode', postcode, 'lat', lat, 'lng', lng)
        FROM school_branch WHERE id = ${branchId}) AS school`
  if (!row) throw new Error('a SELECT without FROM gives one row')
  return row
}
