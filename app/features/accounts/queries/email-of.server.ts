import type { UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

/** One statement. @returns the address of the account, empty when it is gone. */
export async function emailOf(db: Pick<Db, 'user'>, userId: UserId): Promise<string> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true } })
  return user?.email ?? ''
}
