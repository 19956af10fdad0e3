/** Which mails do not arrive: for an administrator. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

const SHOWN = 50
const DAYS = 7
const DAY_MS = 86_400_000

export type MailTroublesPage = Awaited<ReturnType<typeof mailTroublesPage>>

type TroubleRow = {
  readonly name: string | null
  readonly domain: string | null
  readonly cause: string
  readonly mails: number
  readonly since: Date
  readonly lastAt: Date
}

/** Two statements. Of an address only what stands behind its @ is shown. @throws AppError 401, 404. */
export async function mailTroublesPage(
  { db, clock }: { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock },
  actor: Actor,
) {
  allow(actor, 'administration.enter', {})
  const since = new Date(clock.now().getTime() - DAYS * DAY_MS)
  const [[counts], rows] = await Promise.all([
    db.$queryRaw<
      {
        sent: number
        failed: number
        bounced: number
        cutOff: number
        postponed: number
        addresses: number
      }[]
    >`
      SELECT count(*) FILTER (WHERE state = 'sent' AND bounced_at IS NULL)::int AS sent,
        count(*) FILTER (WHERE state = 'failed')::int AS failed,
        count(*) FILTER (WHERE bounced_at IS NOT NULL)::int AS bounced,
        count(*) FILTER (WHERE state = 'pending' AND error IS NOT NULL)::int AS "cutOff",
        (SELECT count(*)::int FROM postponed_mail) AS postponed,
        (SELECT count(*)::int FROM mail_trouble) AS addresses
      FROM mail_log WHERE created_at >= ${since}`,
    db.$queryRaw<TroubleRow[]>`
      SELECT u.name, split_part(u.email::text, '@', 2) AS domain, t.cause::text, t.mails, t.since, t.last_at AS "lastAt"
      FROM (SELECT * FROM mail_trouble ORDER BY last_at DESC LIMIT ${SHOWN}::int) t
      LEFT JOIN app_user u ON encode(sha256(convert_to(lower(u.email::text), 'UTF8')), 'hex') = t.address_hash
      ORDER BY t.last_at DESC, t.address_hash`,
  ])
  return {
    days: DAYS,
    counts: counts ?? { sent: 0, failed: 0, bounced: 0, cutOff: 0, postponed: 0, addresses: 0 },
    troubles: rows.map(({ since: from, lastAt, ...row }) => ({
      ...row,
      since: from.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  }
}
