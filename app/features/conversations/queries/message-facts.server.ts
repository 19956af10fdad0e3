/** What the mails of a conversation say, as it is now; and who reads them. */
import type { Db } from '~/platform/db/client.server'
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { Side } from '../domain/conversation'
import type { RefusedFile } from '../domain/message-file'

export type MailedReader = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: Locale
}

export type MessageFacts = {
  readonly id: string
  readonly conversationId: string
  readonly requestTitle: string
  readonly offerTitle: string
  readonly organisationName: string
  readonly schoolName: string
  readonly municipality: string
  /** The company may know which school it is. */
  readonly namesSchool: boolean
  readonly side: Side
  readonly authorId: string | null
  readonly authorName: string | null
  readonly text: string
  readonly fileNames: readonly string[]
  readonly refused: readonly RefusedFile[]
  readonly isBlocked: boolean
}

/** One statement; `null` when it is gone. */
export async function messageFacts(db: Pick<Db, '$queryRaw'>, id: string): Promise<MessageFacts | null> {
  const [row] = await db.$queryRaw<MessageFacts[]>`
    SELECT m.id, m.side::text, m.author_id AS "authorId", u.name AS "authorName", m.text, m.refused_files AS refused,
      ARRAY(SELECT f.name FROM conversation_file f WHERE f.message_id = m.id ORDER BY f.position) AS "fileNames",
      c.id AS "conversationId", r.title AS "requestTitle", coalesce(x.offer_title, r.title) AS "offerTitle",
      g.name AS "organisationName", b.name AS "schoolName", y.name AS municipality,
      coalesce(x.names_school, false) AS "namesSchool",
      c.school_blocked_at IS NOT NULL OR c.company_blocked_at IS NOT NULL AS "isBlocked"
    FROM conversation_message m JOIN conversation c ON c.id = m.conversation_id
    JOIN support_request r ON r.id = c.request_id JOIN organisation g ON g.id = c.organisation_id
    JOIN school_branch b ON b.id = c.branch_id JOIN municipality y ON y.code = b.municipality_code
    LEFT JOIN LATERAL conversation_pair(c.request_id, c.organisation_id) x ON true
    LEFT JOIN app_user u ON u.id = m.author_id
    WHERE m.id = ${id}::uuid`
  return row ?? null
}

const READERS_MAX = 20

/**
 * Who of the other side is mailed: who wrote here, who asked at the school, who answered or is to answer at the company;
 * where none of them is left, everybody who may write there. Nobody who wants no mails of it. One statement.
 */
export async function readersOf(
  db: Pick<Db, '$queryRaw'>,
  { conversationId, side }: Pick<MessageFacts, 'conversationId' | 'side'>,
): Promise<readonly MailedReader[]> {
  const rows = await db.$queryRaw<(Omit<MailedReader, 'locale'> & { locale: string })[]>`
    WITH c AS (SELECT * FROM conversation WHERE id = ${conversationId}::uuid), people AS (
      SELECT s.user_id, s.user_id = r.created_by_id AS is_it
      FROM c JOIN support_request r ON r.id = c.request_id JOIN school_membership s ON s.branch_id = c.branch_id
      WHERE ${side} = 'company'
      UNION ALL
      SELECT o.user_id, EXISTS (SELECT 1 FROM proposal p JOIN offer f ON f.id = p.offer_id
        WHERE p.request_id = c.request_id AND f.organisation_id = c.organisation_id
          AND o.user_id IN (p.answered_by_id, p.addressed_to_id, CASE WHEN p.by_company THEN p.sent_by_id END))
      FROM c JOIN organisation_membership o ON o.organisation_id = c.organisation_id AND o.role <> 'viewer'
      WHERE ${side} = 'school'
    ), known AS (
      SELECT u.id, u.email::text, u.name, u.locale, n.muted_at IS NULL AS wants, p.is_it OR EXISTS (
        SELECT 1 FROM conversation_message m WHERE m.conversation_id = ${conversationId}::uuid AND m.author_id = u.id) AS is_it
      FROM people p JOIN app_user u ON u.id = p.user_id AND u.email_verified_at IS NOT NULL
      LEFT JOIN conversation_participant n ON n.user_id = u.id AND n.conversation_id = ${conversationId}::uuid
    )
    SELECT id, email, name, locale FROM known
    WHERE wants AND (is_it OR NOT EXISTS (SELECT 1 FROM known k WHERE k.is_it))
    ORDER BY id LIMIT ${READERS_MAX}`
  return rows.map(asReader)
}

/** @returns what the conversation is called to this person, who takes part in it. One statement. */
export async function titleTo(
  db: Pick<Db, '$queryRaw'>,
  conversationId: string,
  userId: string,
): Promise<string> {
  const [row] = await db.$queryRaw<{ title: string }[]>`
    SELECT CASE WHEN x.names_school IS TRUE OR NOT EXISTS (SELECT 1 FROM organisation_membership o
        WHERE o.organisation_id = c.organisation_id AND o.user_id = ${userId}::uuid)
      THEN r.title ELSE coalesce(x.offer_title, '') END AS title
    FROM conversation c JOIN support_request r ON r.id = c.request_id
    LEFT JOIN LATERAL conversation_pair(c.request_id, c.organisation_id) x ON true
    WHERE c.id = ${conversationId}::uuid`
  return row?.title ?? ''
}

/** One statement; `null` for who is gone. */
export async function readerOf(db: Pick<Db, '$queryRaw'>, userId: string): Promise<MailedReader | null> {
  const [row] = await db.$queryRaw<(Omit<MailedReader, 'locale'> & { locale: string })[]>`
    SELECT id, email::text, name, locale FROM app_user WHERE id = ${userId}::uuid AND email_verified_at IS NOT NULL`
  return row ? asReader(row) : null
}

/**
 * The mails of this conversation that a reader has in the mailbox, oldest first: what we sent and what they sent. At most
 * ten. One statement.
 */
export async function threadOf(
  db: Pick<Db, '$queryRaw'>,
  {
    conversationId,
    userId,
    before,
  }: { readonly conversationId: string; readonly userId: string; readonly before: string },
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ mailId: string }[]>`
    SELECT t."mailId" FROM (
      SELECT coalesce(d.mail_id, '<' || l.message_id || '>', CASE WHEN m.author_id = ${userId}::uuid THEN m.mail_id END) AS "mailId", m.created_at, m.id
      FROM conversation_message m
      LEFT JOIN conversation_delivery d ON d.message_id = m.id AND d.user_id = ${userId}::uuid
      -- A mail that waited for quiet hours stands in the log alone.
      LEFT JOIN mail_log l ON l.reason = 'message ' || m.id || ' ' || ${userId} AND l.sent_at IS NOT NULL
      WHERE m.conversation_id = ${conversationId}::uuid AND m.id <> ${before}::uuid
      ORDER BY m.created_at DESC, m.id DESC LIMIT 30
    ) t WHERE t."mailId" IS NOT NULL ORDER BY t.created_at DESC, t.id DESC LIMIT 10`
  return rows.map(({ mailId }) => mailId).toReversed()
}

function asReader(row: Omit<MailedReader, 'locale'> & { locale: string }): MailedReader {
  return { ...row, locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE }
}
