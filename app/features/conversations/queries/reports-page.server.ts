/** What was reported of conversations, for an administrator: what is open first, each with what was said until then. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import type { Side } from '../domain/conversation'
import type { AbuseReason } from '../domain/report'

export type ReportRow = {
  readonly id: string
  readonly isOpen: boolean
  readonly reason: AbuseReason
  readonly text: string | null
  readonly side: Side
  readonly reporterName: string | null
  readonly at: Date
  readonly requestTitle: string
  readonly schoolName: string
  readonly organisationName: string
  readonly handledAt: Date | null
  readonly handledByName: string | null
  readonly note: string | null
  /** The last ten until it was reported, oldest first. */
  readonly messages: readonly {
    readonly id: string
    readonly side: Side
    readonly authorName: string | null
    readonly text: string
  }[]
}

export type ReportsPage = {
  readonly rows: readonly ReportRow[]
  readonly open: number
  /** From 1. */
  readonly page: number
  readonly pages: number
}

const PAGE_SIZE = 10

/** Two statements. @throws AppError 404 for who is no administrator. */
export async function reportsPage(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  asked: number,
): Promise<ReportsPage> {
  allow(actor, 'administration.enter', {})
  const [total] = await db.$queryRaw<{ open: number; all: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'open')::int AS open, count(*)::int AS all FROM abuse_report`
  const pages = Math.max(1, Math.ceil((total?.all ?? 0) / PAGE_SIZE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const rows = await db.$queryRaw<
    (Omit<ReportRow, 'messages'> & { messages: ReportRow['messages'] | null })[]
  >`
    SELECT a.id, a.state = 'open' AS "isOpen", a.reason::text, a.text, a.side::text, u.name AS "reporterName",
      a.created_at AS at, r.title AS "requestTitle", b.name AS "schoolName", g.name AS "organisationName",
      a.handled_at AS "handledAt", h.name AS "handledByName", a.note,
      (SELECT json_agg(json_build_object('id', m.id, 'side', m.side, 'authorName', m.name, 'text', m.text)
          ORDER BY m.created_at, m.id)
        FROM (SELECT m.id, m.side, m.text, m.created_at, w.name FROM conversation_message m
          LEFT JOIN app_user w ON w.id = m.author_id
          WHERE m.conversation_id = a.conversation_id AND m.created_at <= a.created_at
          ORDER BY m.created_at DESC, m.id DESC LIMIT 10) m) AS messages
    FROM abuse_report a JOIN conversation c ON c.id = a.conversation_id
    JOIN support_request r ON r.id = c.request_id JOIN school_branch b ON b.id = c.branch_id
    JOIN organisation g ON g.id = c.organisation_id
    LEFT JOIN app_user u ON u.id = a.reporter_id LEFT JOIN app_user h ON h.id = a.handled_by_id
    ORDER BY a.state, a.created_at DESC, a.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`
  return {
    rows: rows.map((row) => ({ ...row, messages: row.messages ?? [] })),
    open: total?.open ?? 0,
    page,
    pages,
  }
}
