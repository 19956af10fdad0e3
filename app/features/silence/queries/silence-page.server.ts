/** What a company that answered no school is shown, in the mail and on the page behind its link. One statement. */
import type { CalendarDate } from '~/kernel/calendar'
import { calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type SilencePage = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly municipalityCode: string
  /** Questions of schools that lapsed without a word since the company was last heard. */
  readonly lapsed: number
  /** Offers that schools no longer see because of it. */
  readonly hiddenOffers: number
  readonly toldOn: CalendarDate | null
  readonly isHidden: boolean
}

/** Whose it is, the caller has shown. @throws AppError 404. */
export async function silencePage(db: Pick<Db, '$queryRaw'>, id: OrganisationId): Promise<SilencePage> {
  const [row] = await db.$queryRaw<(Omit<SilencePage, 'toldOn'> & { readonly toldAt: Date | null })[]>`
    SELECT g.id AS "organisationId", g.name AS "organisationName", g.municipality_code AS "municipalityCode",
      s.told_at AS "toldAt", s.hidden_at IS NOT NULL AS "isHidden",
      (SELECT count(*)::int FROM offer o
        WHERE o.organisation_id = g.id AND o.state = 'paused' AND o.paused_for_silence) AS "hiddenOffers",
      (SELECT count(*)::int FROM proposal p JOIN offer o ON o.id = p.offer_id
        WHERE o.organisation_id = g.id AND p.state = 'expired' AND NOT p.by_company
          AND p.sent_at > coalesce(greatest(s.back_at, (SELECT max(x.answered_at) FROM proposal x
            JOIN offer y ON y.id = x.offer_id
            WHERE y.organisation_id = g.id AND x.state IN ('accepted', 'declined') AND NOT x.by_company)), '-infinity')) AS lapsed
    FROM organisation g LEFT JOIN organisation_silence s ON s.organisation_id = g.id
    WHERE g.id = ${id}::uuid`
  if (!row) throw notFound('page.not-found')
  const { toldAt, ...page } = row
  return { ...page, toldOn: toldAt && calendarDateOf(toldAt) }
}
