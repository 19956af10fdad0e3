/** One conversation as one of its two sides reads it, also before the first word. Three statements. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { type FileScan, isGiven } from '../../media/domain/offer-file'
import { type CannotWrite, type Pair, type Side, whyNotWrite, writableUntil } from '../domain/conversation'
import type { MessageFile, RefusedFile } from '../domain/message-file'
import { conversationNotFound } from '../errors'

export type MessageRow = {
  readonly id: string
  readonly isOwnSide: boolean
  /** `null`: the account is gone, or the reader may not know who it is yet. */
  readonly authorName: string | null
  readonly isByMail: boolean
  readonly text: string
  readonly at: Date
  /** The other side wrote it after the reader last looked. */
  readonly isNew: boolean
  readonly files: readonly (Omit<MessageFile, 'key'> & { readonly isGiven: boolean })[]
  /** Files of the own mail that were not taken in. */
  readonly refused: readonly RefusedFile[]
  /** Readers who could not be reached by mail; of the own side's messages only. */
  readonly undelivered: number
}

export type ConversationPage = {
  /** `null` before the first message. */
  readonly id: string | null
  readonly requestId: string
  readonly organisationId: string
  readonly side: Side
  /** What it is about: in the teacher's words where the reader may know them, else the offer. */
  readonly title: string
  readonly organisationName: string
  /** `null` to a company that does not know yet which school it is. */
  readonly schoolName: string | null
  readonly municipality: string
  /** The company does not read the name of the school. */
  readonly isHidden: boolean
  readonly proposalId: string | null
  readonly bookingId: string | null
  /** Oldest first. */
  readonly messages: readonly MessageRow[]
  /** From 1, the newest. */
  readonly page: number
  readonly pages: number
  readonly cannotWrite: CannotWrite | 'viewer' | null
  /** Last day to write, once the request is over. */
  readonly writableUntil: CalendarDate | null
  readonly mayEnd: boolean
  readonly isEnded: boolean
  readonly isMuted: boolean
  readonly hasNew: boolean
  /** Somebody of the other side has an account. */
  readonly hasReaders: boolean
  readonly isDemo: boolean
}

const PAGE_SIZE = 30

type Row = {
  readonly id: string | null
  readonly requestId: string
  readonly organisationId: OrganisationId
  readonly branchId: string
  readonly title: string
  readonly offerTitle: string | null
  readonly namesSchool: boolean | null
  readonly proposalId: string | null
  readonly bookingId: string | null
  readonly lastOn: Date | null
  readonly closedAt: Date | null
  readonly organisationName: string
  readonly schoolName: string
  readonly municipality: string
  readonly schoolBlockedAt: Date | null
  readonly companyBlockedAt: Date | null
  readonly hasStaff: boolean
  readonly hasMembers: boolean
  readonly isDemo: boolean
}

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly clock: { now(): Date }
  /** `null`: files are given unscanned. */
  readonly scanFile: unknown
}

/**
 * @param asked a conversation, or two between whom something stands.
 * @throws AppError 401; 404 for what does not exist and for what is not the actor's, a coordinator's included.
 */
export async function conversationPage(
  { db, clock, scanFile }: Needs,
  actor: Actor,
  asked: ({ readonly id: string } | Pair) & { readonly page?: number },
): Promise<ConversationPage> {
  const row = await readRow(db, asked)
  if (!row || actor.kind !== 'user') throw conversationNotFound()
  const subject = { branchId: row.branchId as never, organisationId: row.organisationId }
  allow(actor, 'conversation.read', subject)
  const side: Side = actor.organisations.has(row.organisationId) ? 'company' : 'school'
  const { me, messages, page, pages } = await readMessages(db, row.id, actor.userId, side, asked.page ?? 1)
  const blockedBy = (['school', 'company'] as const).filter((one) =>
    one === 'school' ? row.schoolBlockedAt : row.companyBlockedAt,
  )
  const standing = {
    ...{
      requestId: row.requestId,
      organisationId: row.organisationId,
      branchId: subject.branchId,
      blockedBy,
    },
    closedOn: row.closedAt && calendarDateOf(row.closedAt),
    lastOn: row.lastOn && asDay(row.lastOn),
  }
  const isHidden = row.namesSchool !== true
  const mayWrite = may(actor, 'conversation.write', subject)
  return {
    id: row.id,
    requestId: row.requestId,
    organisationId: row.organisationId,
    side,
    title: side === 'company' && isHidden ? (row.offerTitle ?? '') : row.title,
    organisationName: row.organisationName,
    schoolName: side === 'company' && isHidden ? null : row.schoolName,
    municipality: row.municipality,
    isHidden,
    proposalId: row.proposalId,
    bookingId: row.bookingId,
    messages: messages.map((message) => asMessage(message, side, isHidden, scanFile !== null)),
    page,
    pages,
    cannotWrite: mayWrite ? whyNotWrite(standing, side, calendarDateOf(clock.now())) : 'viewer',
    writableUntil: writableUntil(standing),
    mayEnd: mayWrite,
    isEnded: blockedBy.includes(side),
    isMuted: me?.mutedAt !== null && me?.mutedAt !== undefined,
    hasNew: messages.some(({ isNew }) => isNew),
    hasReaders: side === 'school' ? row.hasMembers : row.hasStaff,
    isDemo: row.isDemo,
  }
}

async function readRow(
  db: Pick<Db, '$queryRaw'>,
  asked: { readonly id: string } | Pair,
): Promise<Row | undefined> {
  const [id, requestId, organisationId] =
    'id' in asked ? [asked.id, null, null] : [null, asked.requestId, asked.organisationId]
  if (![id, requestId, organisationId].every((one) => one === null || isUuid(one))) return undefined
  const [row] = await db.$queryRaw<Row[]>`
    WITH pair AS (
      SELECT c.id, c.request_id, c.organisation_id, c.school_blocked_at, c.company_blocked_at
      FROM conversation c WHERE c.id = ${id}::uuid
      UNION ALL
      SELECT c.id, ${requestId}::uuid, ${organisationId}::uuid, c.school_blocked_at, c.company_blocked_at
      FROM (SELECT 1) one LEFT JOIN conversation c
        ON c.request_id = ${requestId}::uuid AND c.organisation_id = ${organisationId}::uuid
      WHERE ${id}::uuid IS NULL
    )
    SELECT p.id, r.id AS "requestId", g.id AS "organisationId", r.branch_id AS "branchId", r.title,
      f.offer_title AS "offerTitle", f.names_school AS "namesSchool", f.proposal_id AS "proposalId",
      f.booking_id AS "bookingId", f.last_on AS "lastOn", r.closed_at AS "closedAt", g.name AS "organisationName",
      b.name AS "schoolName", y.name AS municipality, p.school_blocked_at AS "schoolBlockedAt",
      p.company_blocked_at AS "companyBlockedAt", r.is_demo AS "isDemo",
      EXISTS (SELECT 1 FROM school_membership m WHERE m.branch_id = r.branch_id) AS "hasStaff",
      EXISTS (SELECT 1 FROM organisation_membership m WHERE m.organisation_id = g.id) AS "hasMembers"
    FROM pair p JOIN support_request r ON r.id = p.request_id JOIN organisation g ON g.id = p.organisation_id
    JOIN school_branch b ON b.id = r.branch_id JOIN municipality y ON y.code = b.municipality_code
    LEFT JOIN LATERAL conversation_pair(r.id, g.id) f ON true
    WHERE p.id IS NOT NULL OR f.names_school IS NOT NULL`
  return row
}

type FileRow = Omit<MessageFile, 'key' | 'scan'> & { readonly scan: FileScan }
type MessageRead = {
  readonly id: string
  readonly side: Side
  readonly authorName: string | null
  readonly way: 'web' | 'mail'
  readonly text: string
  readonly at: Date
  readonly isNew: boolean
  readonly refused: readonly RefusedFile[]
  readonly undelivered: number
  readonly files: readonly FileRow[] | null
}

async function readMessages(
  db: Pick<Db, '$queryRaw'>,
  id: string | null,
  userId: string,
  side: Side,
  asked: number,
) {
  if (id === null) return { me: null, messages: [], page: 1, pages: 1 }
  const [me] = await db.$queryRaw<{ count: number; readAt: Date | null; mutedAt: Date | null }[]>`
    SELECT (SELECT count(*)::int FROM conversation_message WHERE conversation_id = ${id}::uuid) AS count,
      p.read_at AS "readAt", p.muted_at AS "mutedAt"
    FROM (SELECT 1) one LEFT JOIN conversation_participant p
      ON p.conversation_id = ${id}::uuid AND p.user_id = ${userId}::uuid`
  const pages = Math.max(1, Math.ceil((me?.count ?? 0) / PAGE_SIZE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const readAt = me?.readAt ?? null
  const messages = await db.$queryRaw<MessageRead[]>`
    SELECT m.id, m.side::text, u.name AS "authorName", m.way::text, m.text, m.created_at AS at,
      m.side::text <> ${side} AND m.created_at > coalesce(${readAt}::timestamptz, '-infinity') AS "isNew",
      m.refused_files AS refused,
      (SELECT count(*)::int FROM conversation_delivery d WHERE d.message_id = m.id AND d.state = 'failed') AS undelivered,
      (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes, 'scan', f.scan)
        ORDER BY f.position) FROM conversation_file f WHERE f.message_id = m.id) AS files
    FROM conversation_message m LEFT JOIN app_user u ON u.id = m.author_id
    WHERE m.conversation_id = ${id}::uuid
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`
  return { me: me ?? null, messages: messages.toReversed(), page, pages }
}

function asMessage(row: MessageRead, side: Side, isHidden: boolean, hasScanner: boolean): MessageRow {
  const isOwnSide = row.side === side
  return {
    id: row.id,
    isOwnSide,
    authorName: isHidden && !isOwnSide && row.side === 'school' ? null : row.authorName,
    isByMail: row.way === 'mail',
    text: row.text,
    at: row.at,
    isNew: row.isNew,
    files: (row.files ?? []).map((file) => ({ ...file, isGiven: isGiven(file.scan, hasScanner) })),
    refused: isOwnSide ? row.refused : [],
    undelivered: isOwnSide ? row.undelivered : 0,
  }
}
