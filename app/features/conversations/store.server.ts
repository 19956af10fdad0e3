/** Conversations and who takes part in them. */
import type { OrganisationRole } from '~/authorisation/actor'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { BranchId, NewId, OrganisationId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Pair, Side, Standing } from './domain/conversation'

export type ConversationStore = ReturnType<typeof makeConversationStore>

export type Conversation = Standing & {
  readonly id: string
  readonly organisationId: OrganisationId
}

/** Who is behind the address of a mail. */
export type Participant = {
  readonly conversationId: string
  readonly userId: UserId
  readonly email: string
  readonly branchId: BranchId
  readonly organisationId: OrganisationId
  /** Works at the school. */
  readonly isStaff: boolean
  /** At the company. */
  readonly role: OrganisationRole | null
}

type StandingRow = {
  readonly branchId: string
  readonly closedAt: Date | null
  readonly lastOn: Date | null
  readonly schoolBlockedAt: Date | null
  readonly companyBlockedAt: Date | null
}

const BLOCKED_AT = { school: 'schoolBlockedAt', company: 'companyBlockedAt' } as const
const LAST_AT = { school: 'schoolLastAt', company: 'companyLastAt' } as const

export function makeConversationStore(tx: Tx, newId: NewId) {
  return {
    /** @returns the conversation of the two, locked; `null` when none was begun. */
    async lockPair({ requestId, organisationId }: Pair): Promise<Conversation | null> {
      const [row] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM conversation WHERE request_id = ${requestId}::uuid AND organisation_id = ${organisationId}::uuid`
      return row ? lock(row.id) : null
    },

    lock,

    /** @returns what stands between the two, also before they said a word; `null`: nothing. */
    async standing({ requestId, organisationId }: Pair): Promise<Standing | null> {
      const [row] = await tx.$queryRaw<StandingRow[]>`
        SELECT r.branch_id AS "branchId", r.closed_at AS "closedAt", f.last_on AS "lastOn",
          NULL AS "schoolBlockedAt", NULL AS "companyBlockedAt"
        FROM support_request r CROSS JOIN LATERAL conversation_pair(r.id, ${organisationId}::uuid) f
        WHERE r.id = ${requestId}::uuid`
      return row ? { requestId, organisationId, ...standingOf(row) } : null
    },

    /** Two at once begin one. @returns its id. */
    async begin({ requestId, organisationId, branchId }: Standing, at: Date): Promise<string> {
      await tx.conversation.createMany({
        data: [{ id: newId(), requestId, organisationId, branchId, createdAt: at }],
        skipDuplicates: true,
      })
      const { id } = await tx.conversation.findUniqueOrThrow({
        where: { requestId_organisationId: { requestId, organisationId } },
        select: { id: true },
      })
      return id
    },

    async setBlocked(id: string, side: Side, at: Date | null): Promise<void> {
      await tx.conversation.update({ where: { id }, data: { [BLOCKED_AT[side]]: at } })
    },

    async setLast(id: string, side: Side, at: Date): Promise<void> {
      await tx.conversation.update({ where: { id }, data: { [LAST_AT[side]]: at } })
    },

    /** @param tokenHash of the address that stands for them. */
    async keepParticipant(
      conversationId: string,
      userId: string,
      tokenHash: string,
      change: { readonly readAt?: Date; readonly mutedAt?: Date | null } = {},
    ): Promise<void> {
      await tx.conversationParticipant.upsert({
        where: { conversationId_userId: { conversationId, userId } },
        create: { conversationId, userId, tokenHash, ...change },
        update: { tokenHash, ...change },
      })
    },

    /** @returns who has this address, with what they are now; `null`: nobody. One statement. */
    async participant(tokenHash: string): Promise<Participant | null> {
      const [row] = await tx.$queryRaw<Participant[]>`
        SELECT c.id AS "conversationId", u.id AS "userId", u.email::text, c.branch_id AS "branchId",
          c.organisation_id AS "organisationId", s.user_id IS NOT NULL AS "isStaff", m.role::text AS role
        FROM conversation_participant p JOIN conversation c ON c.id = p.conversation_id
        JOIN app_user u ON u.id = p.user_id
        LEFT JOIN school_membership s ON s.user_id = u.id AND s.branch_id = c.branch_id
        LEFT JOIN organisation_membership m ON m.user_id = u.id AND m.organisation_id = c.organisation_id
        WHERE p.token_hash = ${tokenHash}`
      return row ?? null
    },

    /** Addresses of all who work at the two: what a mail must not show. At most 400. */
    async addressesOf(conversationId: string): Promise<readonly string[]> {
      const rows = await tx.$queryRaw<{ email: string }[]>`
        SELECT u.email::text FROM app_user u WHERE u.id IN (
          SELECT s.user_id FROM conversation c JOIN school_membership s USING (branch_id) WHERE c.id = ${conversationId}::uuid
          UNION SELECT o.user_id FROM conversation c JOIN organisation_membership o USING (organisation_id)
            WHERE c.id = ${conversationId}::uuid) LIMIT 400`
      return rows.map(({ email }) => email)
    },
  }

  async function lock(id: string): Promise<Conversation | null> {
    const [row] = await tx.$queryRaw<(StandingRow & { requestId: string; organisationId: OrganisationId })[]>`
      SELECT c.request_id AS "requestId", c.organisation_id AS "organisationId", c.branch_id AS "branchId",
        c.school_blocked_at AS "schoolBlockedAt", c.company_blocked_at AS "companyBlockedAt",
        r.closed_at AS "closedAt", (SELECT f.last_on FROM conversation_pair(c.request_id, c.organisation_id) f) AS "lastOn"
      FROM conversation c JOIN support_request r ON r.id = c.request_id
      WHERE c.id = ${id}::uuid FOR UPDATE OF c`
    if (!row) return null
    const { requestId, organisationId } = row
    return { id, requestId, organisationId, ...standingOf(row) }
  }
}

function standingOf(row: StandingRow): Omit<Standing, 'requestId' | 'organisationId'> {
  const closedOn: CalendarDate | null = row.closedAt && calendarDateOf(row.closedAt)
  return {
    branchId: row.branchId as BranchId,
    closedOn,
    lastOn: row.lastOn && asDay(row.lastOn),
    blockedBy: (['school', 'company'] as const).filter((side) => row[BLOCKED_AT[side]] !== null),
  }
}
