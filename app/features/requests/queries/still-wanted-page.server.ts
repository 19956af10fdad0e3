/** What the question "still wanted?" says: in the mail and on the page behind its link. */
import { calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { StillWantedPage } from '../domain/still-wanted-page'
import { requestNotFound } from '../errors'

/** One statement. Whose request it is, the link has shown. @throws AppError 404. */
export async function stillWantedPage(db: Pick<Db, 'supportRequest'>, id: string): Promise<StillWantedPage> {
  const row = await db.supportRequest.findUnique({
    where: { id },
    select: {
      title: true,
      state: true,
      waitingSince: true,
      stillAsked: true,
      stillAnswerBy: true,
      branch: { select: { name: true } },
      groups: {
        where: { droppedAt: null },
        select: { claims: { where: { releasedAt: null }, select: { id: true } } },
      },
    },
  })
  if (!row) throw requestNotFound()
  return {
    requestId: id,
    title: row.title,
    schoolName: row.branch.name,
    state: row.state,
    waitingSince: row.waitingSince && calendarDateOf(row.waitingSince),
    groups: {
      waiting: row.groups.filter(({ claims }) => claims.length === 0).length,
      all: row.groups.length,
    },
    asked: row.stillAsked,
    answerBy: row.stillAnswerBy && asDay(row.stillAnswerBy),
  }
}

export type RequestReader = {
  /** Of the account; of who rang, the id of the request. */
  readonly userId: string
  readonly email: string
  readonly locale: Locale
}

/** Who is written to: who posted it, while he works there; else the leads of the school; else who rang. At most 20. One statement. */
export async function requestReaders(
  db: Pick<Db, '$queryRaw'>,
  requestId: string,
): Promise<readonly RequestReader[]> {
  const rows = await db.$queryRaw<{ userId: string; email: string; locale: string; posted: boolean }[]>`
    SELECT u.id AS "userId", u.email::text, u.locale, u.id = r.created_by_id AS posted
    FROM support_request r
    JOIN school_membership s ON s.branch_id = r.branch_id AND (s.role = 'lead' OR s.user_id = r.created_by_id)
    JOIN app_user u ON u.id = s.user_id AND u.email_verified_at IS NOT NULL
    WHERE r.id = ${requestId}::uuid
    UNION ALL
    SELECT c.request_id, c.email::text, 'nl', false FROM request_caller c WHERE c.request_id = ${requestId}::uuid
    ORDER BY 1 LIMIT 20`
  const posted = rows.filter((row) => row.posted)
  return (posted.length > 0 ? posted : rows).map(({ userId, email, locale }) => ({
    userId,
    email,
    locale: isLocale(locale) ? locale : 'nl',
  }))
}
