/**
 * Writes down what the finder is asked, never in the way of a page: an entry waits in memory, first until its browser has
 * surely stopped typing, then for the next batch. Both are bounded; above that, and when the database does not answer,
 * entries are dropped. Who asked is known in memory only, for that half minute, and is written nowhere.
 */
import type { Clock } from '~/kernel/calendar'
import { calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { goesOn, keptText, rounded, type SearchEntry } from './domain/search-entry'

export type SearchLog = {
  /** @param browser tells browsers apart; kept in memory for half a minute. Costs no statement. */
  note(entry: SearchEntry, browser: string): void
  /** Writes what has waited long enough, or all. One statement, or none. @returns how many entries. */
  flush(all?: boolean): Promise<number>
  /** Writes what is left. */
  close(): Promise<void>
}

type Needs = {
  readonly db: Pick<Db, '$executeRaw'>
  readonly clock: Clock
  readonly onFailure: (error: unknown) => void
}

const TYPING_MS = 30_000
const EVERY_MS = 5_000
const MOST = 2_000
const BATCH = 500

type Waiting = { readonly entry: SearchEntry; readonly since: number }

export function makeSearchLog({ db, clock, onFailure }: Needs): SearchLog {
  const typing = new Map<string, Waiting>()
  const done: SearchEntry[] = []
  let timer: NodeJS.Timeout | undefined

  const finish = (entry: SearchEntry) => {
    if (done.length < MOST) done.push(entry)
  }

  async function flush(all = false): Promise<number> {
    const now = clock.now().getTime()
    for (const [browser, { entry, since }] of typing) {
      if (!all && now - since < TYPING_MS) continue
      typing.delete(browser)
      finish(entry)
    }
    const batch = done.splice(0, all ? MOST : BATCH)
    if (batch.length === 0) return 0
    try {
      await write(db, batch, calendarDateOf(clock.now()))
      return batch.length
    } catch (error) {
      onFailure(error)
      return 0
    }
  }

  return {
    note(entry, browser) {
      const before = typing.get(browser)
      if (before && !goesOn(before.entry, entry)) finish(before.entry)
      if (!before && typing.size >= MOST) return
      typing.set(browser, { entry, since: clock.now().getTime() })
      timer ??= setInterval(() => void flush(), EVERY_MS).unref()
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush(true)
    },
  }
}

/** The region is that of the nearest municipality; the point itself goes no further than this statement. */
async function write(db: Needs['db'], entries: readonly SearchEntry[], day: string): Promise<void> {
  const rows = entries.map(({ text, point, ...entry }) => {
    const cell = point && rounded(point)
    return { ...entry, text: keptText(text), at: point, lat: cell?.lat, lng: cell?.lng }
  })
  await db.$executeRaw`
    INSERT INTO search_log (day, text, kinds, level, topic_ids, lat, lng, region_id, results, is_almost, engine)
    SELECT ${day}::date, e.text, e.kinds, e.level, e."topicIds", e.lat, e.lng,
      CASE WHEN e.at IS NOT NULL THEN (
        SELECT r.id FROM municipality m JOIN region_municipality rm ON rm.municipality_code = m.code
        JOIN region r ON r.id = rm.region_id AND r.kind = 'labour_market'
        ORDER BY (m.lat - (e.at->>'lat')::float) ^ 2 + (0.61 * (m.lng - (e.at->>'lng')::float)) ^ 2, r.id LIMIT 1
      ) END, e.results, e."isAlmost", e.engine
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(text text, kinds text[], level text,
      "topicIds" text[], at jsonb, lat float, lng float, results int, "isAlmost" boolean, engine text)`
}
