/** The conversations of the reader's schools and companies: what is new first, then the latest. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import type { Side } from '../domain/conversation'

export type ConversationRow = {
  readonly id: string
  readonly side: Side
  readonly title: string
  /** `null` to a company that does not know yet which school it is. */
  readonly partnerName: string | null
  readonly municipality: string
  /** Of the other side, not read yet; 99 at most. */
  readonly unread: number
  readonly lastText: string
  readonly isOwnLast: boolean
  readonly lastAt: Date
  readonly isDemo: boolean
}

export type MyConversations = {
  readonly rows: readonly ConversationRow[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly count: number
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
}

const PAGE_SIZE = 20

/** Two statements. @throws AppError 401 for who is not signed in. */
export async function myConversations(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  asked: number,
): Promise<MyConversations> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { schools, organisations } = placesOf(actor)
  const [total] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM conversation c
    WHERE (c.branch_id = ANY(${schools}) OR c.organisation_id = ANY(${organisations}::uuid[]))
      AND greatest(c.school_last_at, c.company_last_at) IS NOT NULL`
  const count = total?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const rows = await db.$queryRaw<ConversationRow[]>`
    SELECT c.id, c.side, CASE WHEN c.side = 'company' AND f.names_school IS NOT TRUE THEN f.offer_title ELSE r.title END AS title,
      CASE WHEN c.side = 'school' THEN g.name WHEN f.names_school THEN b.name END AS "partnerName",
      y.name AS municipality, n.unread, left(l.text, 200) AS "lastText", l.side::text = c.side AS "isOwnLast",
      l.created_at AS "lastAt", r.is_demo AS "isDemo"
    FROM (
      SELECT c.*, CASE WHEN c.organisation_id = ANY(${organisations}::uuid[]) THEN 'company' ELSE 'school' END AS side
      FROM conversation c
      WHERE (c.branch_id = ANY(${schools}) OR c.organisation_id = ANY(${organisations}::uuid[]))
        AND greatest(c.school_last_at, c.company_last_at) IS NOT NULL
    ) c
    LEFT JOIN conversation_participant p ON p.conversation_id = c.id AND p.user_id = ${actor.userId}::uuid
    JOIN support_request r ON r.id = c.request_id JOIN school_branch b ON b.id = c.branch_id
    JOIN municipality y ON y.code = b.municipality_code JOIN organisation g ON g.id = c.organisation_id
    LEFT JOIN LATERAL conversation_pair(c.request_id, c.organisation_id) f ON true
    CROSS JOIN LATERAL (SELECT m.text, m.side, m.created_at FROM conversation_message m WHERE m.conversation_id = c.id
      ORDER BY m.created_at DESC, m.id DESC LIMIT 1) l
    CROSS JOIN LATERAL (SELECT count(*)::int AS unread FROM (SELECT 1 FROM conversation_message m
      WHERE m.conversation_id = c.id AND m.side::text <> c.side AND m.created_at > coalesce(p.read_at, '-infinity')
      LIMIT 99) x) n
    ORDER BY n.unread = 0, l.created_at DESC, c.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`
  return {
    rows,
    page,
    pages,
    count,
    hasSchool: schools.length > 0,
    hasOrganisation: organisations.length > 0,
  }
}

/** One of the two with whom a page leads to a conversation. */
export type ConversationLink = {
  readonly requestId: string
  readonly organisationId: string
  /** `null` before the first message. */
  readonly id: string | null
  readonly organisationName: string
  readonly messages: number
  readonly unread: number
}

/**
 * @param of one request, with every company that stands before it or with one of them; nothing for who is no party.
 * @returns by name of the company, at most 50. One statement.
 */
export async function conversationLinks(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  of: { readonly requestId: string; readonly organisationId?: string },
): Promise<readonly ConversationLink[]> {
  if (actor.kind !== 'user') return []
  const { schools, organisations } = placesOf(actor)
  const only = of.organisationId ?? null
  return db.$queryRaw<ConversationLink[]>`
    SELECT r.id AS "requestId", g.id AS "organisationId", c.id, g.name AS "organisationName", n.messages, n.unread
    FROM support_request r
    JOIN organisation g ON g.id IN (
      SELECT o.organisation_id FROM proposal q JOIN offer o ON o.id = q.offer_id WHERE q.request_id = r.id
      UNION SELECT o.organisation_id FROM request_group x JOIN place_claim l ON l.group_id = x.id
        JOIN booking k ON k.claim_id = l.id JOIN capacity_slot s ON s.id = l.slot_id JOIN offer o ON o.id = s.offer_id
        WHERE x.request_id = r.id)
    LEFT JOIN conversation c ON c.request_id = r.id AND c.organisation_id = g.id
    LEFT JOIN conversation_participant p ON p.conversation_id = c.id AND p.user_id = ${actor.userId}::uuid
    CROSS JOIN LATERAL (SELECT count(*)::int AS messages, count(*) FILTER (WHERE m.created_at > coalesce(p.read_at, '-infinity')
        AND m.side = CASE WHEN g.id = ANY(${organisations}::uuid[]) THEN 'school' ELSE 'company' END::conversation_side)::int AS unread
      FROM conversation_message m WHERE m.conversation_id = c.id) n
    WHERE r.id = ${of.requestId}::uuid AND (${only}::uuid IS NULL OR g.id = ${only}::uuid)
      AND (r.branch_id = ANY(${schools}) OR g.id = ANY(${organisations}::uuid[]))
    ORDER BY g.name COLLATE "nl-x-icu", g.id LIMIT 50`
}

function placesOf(actor: SignedInActor) {
  return { schools: [...actor.schools.keys()], organisations: [...actor.organisations.keys()] }
}
