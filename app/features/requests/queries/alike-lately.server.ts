/** Whether the school asked the same a few days ago: told before it is asked twice. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { addDays, type CalendarDate } from '~/kernel/calendar'
import type { BranchId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import { ASKED_LATELY_DAYS } from '../../proposals/domain/proposal'

export type AlikeRequest = { readonly id: string; readonly title: string }

/**
 * The newest request of the school of the last seven days that shares a topic and a kind and was not withdrawn; nothing
 * is told to who does not work there. One statement at most.
 */
export async function alikeLately(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  today: CalendarDate,
  asked: {
    readonly branchId: string
    readonly kinds: readonly string[]
    readonly topicIds: readonly string[]
  },
): Promise<AlikeRequest | null> {
  if (!may(actor, 'request.post', { branchId: asked.branchId as BranchId })) return null
  if (asked.kinds.length === 0 || asked.topicIds.length === 0) return null
  const [row] = await db.$queryRaw<AlikeRequest[]>`
    SELECT id, title FROM support_request
    WHERE branch_id = ${asked.branchId} AND created_at > ${asDate(addDays(today, -ASKED_LATELY_DAYS))}
      AND state NOT IN ('draft', 'withdrawn') AND topic_ids && ${[...asked.topicIds]}::text[]
      AND kinds::text[] && ${[...asked.kinds]}::text[]
    ORDER BY created_at DESC, id LIMIT 1`
  return row ?? null
}
