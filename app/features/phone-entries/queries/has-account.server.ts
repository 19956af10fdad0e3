import type { Db } from '~/platform/db/client.server'

/** Whether the address has an account. Asked only for who has the mail that went to it. One statement. */
export async function hasAccount(db: Pick<Db, 'user'>, email: string): Promise<boolean> {
  return (await db.user.count({ where: { email } })) > 0
}
