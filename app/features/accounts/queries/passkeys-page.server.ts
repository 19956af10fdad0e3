/** The passkeys of somebody, by the names that they gave. */
import type { UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type ListedPasskey = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly usedAt: Date | null
}

/** One statement. */
export async function passkeysPage(
  db: Pick<Db, 'passkey'>,
  userId: UserId,
): Promise<readonly ListedPasskey[]> {
  return db.passkey.findMany({
    where: { userId },
    select: { id: true, name: true, createdAt: true, usedAt: true },
    orderBy: { createdAt: 'asc' },
    take: 50,
  })
}
