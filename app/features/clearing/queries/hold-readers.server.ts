/**
 * Who of the school is written to about a held place: who asked, while he works there; else its leads; where nobody has an
 * account yet, who rang. One statement.
 */
import type { Db } from '~/platform/db/client.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'

export type HoldReader = {
  /** Of the account; of who rang, the id of the request. */
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
}

type Row = Omit<HoldReader, 'locale'> & { readonly locale: string; readonly asked: boolean }

/** In the order of their ids; empty when nobody of the school is left. */
export async function holdReaders(db: Pick<Db, '$queryRaw'>, holdId: string): Promise<readonly HoldReader[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id AS "userId", u.email::text, u.name, u.locale, u.id = r.created_by_id AS asked
    FROM hold h
    JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN school_membership s ON s.branch_id = r.branch_id AND (s.role = 'lead' OR s.user_id = r.created_by_id)
    JOIN app_user u ON u.id = s.user_id AND u.email_verified_at IS NOT NULL
    WHERE h.id = ${holdId}::uuid
    UNION ALL
    SELECT c.request_id, c.email::text, c.name, 'nl', false
    FROM hold h JOIN request_group g ON g.id = h.group_id JOIN request_caller c ON c.request_id = g.request_id
    WHERE h.id = ${holdId}::uuid ORDER BY 1 LIMIT 20`
  const asked = rows.filter((row) => row.asked)
  return (asked.length > 0 ? asked : rows).map(({ asked: _, locale, ...row }) => ({
    ...row,
    locale: isLocale(locale) ? locale : 'nl',
  }))
}
