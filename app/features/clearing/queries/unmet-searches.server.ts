/** What was looked for without a result, in the coordinator's regions and in the whole country. Four statements at most. */
import type { Actor } from '~/authorisation/actor'
import { LEAST_SEARCHES, RECENT_DAYS } from '~/features/search-log/domain/search-entry'
import { addDays, type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { type BoardRegions, boardRegions } from './board-regions.server'

export type UnmetSearch = {
  readonly text: string
  readonly times: number
  /** Of those, how often not even something like it was found. */
  readonly nothing: number
}

export type UnmetSearches = {
  readonly regions: BoardRegions
  readonly since: CalendarDate
  /** Asked near a place in the regions, most often first, at most fifty. */
  readonly here: readonly UnmetSearch[]
  /** Asked anywhere, with or without a place. */
  readonly everywhere: readonly UnmetSearch[]
}

const SHOWN = 50
const SHOWN_EVERYWHERE = 20

type Needs = { readonly db: Pick<Db, 'region' | '$queryRaw'>; readonly clock: Clock }

/** @throws AppError 401, 404 as `boardRegions`. */
export async function unmetSearches(
  { db, clock }: Needs,
  actor: Actor,
  region: string | null,
): Promise<UnmetSearches> {
  const regions = await boardRegions(db, actor, region)
  const since = addDays(calendarDateOf(clock.now()), -RECENT_DAYS)
  // The log knows labour market regions; a region of another cut is asked by those that it shares a municipality with.
  const here = await db.$queryRaw<UnmetSearch[]>`
    SELECT text, count(*)::int AS times, count(*) FILTER (WHERE results = 0)::int AS nothing FROM search_log
    WHERE day >= ${since}::date AND text IS NOT NULL AND (results = 0 OR is_almost) AND region_id IN (
      SELECT l.id FROM region l JOIN region_municipality lm ON lm.region_id = l.id
      JOIN region_municipality own USING (municipality_code)
      WHERE l.kind = 'labour_market' AND own.region_id = ANY(${[...regions.ids]}))
    GROUP BY text HAVING count(*) >= ${LEAST_SEARCHES}::int ORDER BY times DESC, text LIMIT ${SHOWN}`
  const everywhere = await db.$queryRaw<UnmetSearch[]>`
    SELECT text, count(*)::int AS times, count(*) FILTER (WHERE results = 0)::int AS nothing FROM search_log
    WHERE day >= ${since}::date AND text IS NOT NULL AND (results = 0 OR is_almost)
    GROUP BY text HAVING count(*) >= ${LEAST_SEARCHES}::int ORDER BY times DESC, text LIMIT ${SHOWN_EVERYWHERE}`
  return { regions, since, here, everywhere }
}
