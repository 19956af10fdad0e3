/**
 * The only place that knows Lucia. Its adapter keeps SHA-256 of the session id, so that the table alone opens nothing;
 * the id itself lives in the cookie.
 */
import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { Db } from '~/platform/db/client.server'

type SessionDb = Pick<Db, 'session'>

/** What the row of a session says beside whose it is. */
export type SessionFacts = {
  /** When its owner last showed who it is. */
  readonly provenAt: Date
  readonly seenAt: Date
  /** Whether two different proofs were given in it. */
  readonly isTwoFactor: boolean
  readonly browser: string | null
  readonly system: string | null
}

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: SessionFacts
  }
}

/** @returns the id of the row of a session. */
export const rowIdOf = (id: string) => createHash('sha256').update(id).digest('hex')

class HashedAdapter implements Adapter {
  constructor(private readonly db: SessionDb) {}

  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.db.session.findUnique({ where: { id: rowIdOf(id) } })
    if (!row) return [null, null]
    const { userId, expiresAt, provenAt, seenAt, isTwoFactor, browser, system } = row
    return [
      { id, userId, expiresAt, attributes: { provenAt, seenAt, isTwoFactor, browser, system } },
      { id: userId, attributes: {} },
    ]
  }

  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const rows = await this.db.session.findMany({ where: { userId } })
    return rows.map(({ id, expiresAt, provenAt, seenAt, isTwoFactor, browser, system }) => ({
      id,
      userId,
      expiresAt,
      attributes: { provenAt, seenAt, isTwoFactor, browser, system },
    }))
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    await this.db.session.create({ data: { id: rowIdOf(id), userId, expiresAt, ...attributes } })
  }

  async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
    await this.db.session.updateMany({ where: { id: rowIdOf(id) }, data: { expiresAt } })
  }

  async deleteSession(id: string): Promise<void> {
    await this.db.session.deleteMany({ where: { id: rowIdOf(id) } })
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.db.session.deleteMany({ where: { userId } })
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
  }
}

export type Sessions = ReturnType<typeof makeSessions>

/**
 * A session ends 30 days after it was last prolonged, which happens in its second half. The table decides that; the
 * cookie itself lasts longer, so that it need not be set anew.
 * @param secure whether the cookie is only sent over https.
 */
export function makeSessions(db: SessionDb, secure: boolean) {
  return new Lucia(new HashedAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: 'session', expires: false, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: (facts): SessionFacts => facts,
  })
}
