/** Where somebody is signed in. */

import type { Clock } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type ListedSession = {
  /** Hash of the secret: it opens nothing. */
  readonly id: string
  readonly browser: string | null
  readonly system: string | null
  readonly since: Date
  readonly seenAt: Date
  readonly isThis: boolean
}

const SHOWN_MAX = 100

/** One statement. @param current row of the session of this browser, which stands first. */
export async function sessionsPage(
  { db, clock }: { readonly db: Pick<Db, 'session'>; readonly clock: Clock },
  userId: UserId,
  current: string,
): Promise<readonly ListedSession[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: clock.now() } },
    select: { id: true, browser: true, system: true, createdAt: true, seenAt: true },
    orderBy: { seenAt: 'desc' },
    take: SHOWN_MAX,
  })
  const listed = rows.map(({ createdAt: since, ...row }) => ({ ...row, since, isThis: row.id === current }))
  return [...listed.filter(({ isThis }) => isThis), ...listed.filter(({ isThis }) => !isThis)]
}
