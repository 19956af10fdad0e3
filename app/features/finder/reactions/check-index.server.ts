/**
 * Whether the index says what the database says: counts both, reads a sample again, and repairs. Events keep it up; this
 * finds what an event that was lost, or an index that was put back from a copy, left behind.
 */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { IndexPort, SearchPort } from '~search/port'
import { allOfferDocuments, offerDocuments } from '../queries/offer-documents.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly index: IndexPort
  readonly search: Pick<SearchPort, 'health'>
  readonly clock: Clock
}

export type IndexCheck = {
  /** Offers that belong in the index. */
  readonly offers: number
  /** What the index said that it has, before anything was repaired. */
  readonly documents: number
  /** Written again, right or wrong: what was wrong is right afterwards. */
  readonly sampled: number
  readonly rebuilt: boolean
}

const SAMPLE = 50
/** A session that is over frees no place any more, and no event says so. Some nights longer than one, should one be missed. */
const OVER_DAYS = 4
const OVER_MAX = 5_000
/** Signals of search/quality.ts move without an event: of companies that were asked lately, and of every offer once a month. */
const LATELY_DAYS = 32
const SIGNALS_MAX = 5_000
/** An event that is on its way makes the numbers differ for a moment. */
const SETTLE_MS = 3_000

/** One count, one sample of fifty with the offers of sessions that are just over, and a rebuild when the numbers differ twice. Whatever runs beside it. */
export async function checkIndex(needs: Needs, settleMs = SETTLE_MS): Promise<IndexCheck> {
  const { db, index, clock } = needs
  const today = calendarDateOf(clock.now())
  const sample = await db.$queryRaw<{ id: string }[]>`
    (SELECT id FROM offer WHERE state <> 'draft' ORDER BY random() LIMIT ${SAMPLE})
    UNION
    (SELECT offer_id FROM capacity_slot
      WHERE ends_on BETWEEN ${today}::date - ${OVER_DAYS}::int AND ${today}::date - 1 ORDER BY ends_on DESC LIMIT ${OVER_MAX})
    UNION
    (SELECT o.id FROM offer o WHERE o.state = 'published' AND (
        extract(day FROM coalesce(o.last_confirmed_at, o.published_at)) = extract(day FROM ${today}::date)
        OR EXISTS (SELECT FROM proposal p JOIN offer other ON other.id = p.offer_id
          WHERE other.organisation_id = o.organisation_id AND p.sent_at > ${today}::date - ${LATELY_DAYS}::int))
      ORDER BY o.id LIMIT ${SIGNALS_MAX})`
  await index.sync(
    sample.map(({ id }) => id),
    (ids) => offerDocuments(db, { ids }, clock.now()),
  )
  let counted = await countBoth(needs)
  const before = counted.documents
  if (!counted.same) {
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    counted = await countBoth(needs)
  }
  if (!counted.same) await index.rebuild(allOfferDocuments(db, clock.now()))
  return { offers: counted.offers, documents: before, sampled: sample.length, rebuilt: !counted.same }
}

async function countBoth({ db, search }: Needs) {
  const [rows, health] = await Promise.all([
    db.$queryRaw<{ offers: number }[]>`
      SELECT count(*)::int AS offers FROM offer o
      JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
      JOIN municipality m ON m.code = o.municipality_code
      WHERE o.state = 'published'`,
    search.health(),
  ])
  const offers = rows[0]?.offers ?? 0
  return { offers, documents: health.documents, same: offers === health.documents }
}
