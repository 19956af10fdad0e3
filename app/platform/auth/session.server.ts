/** Sessions of signed-in browsers: started, ended, proven anew, and the cookie that says which one it is. */
import type { UserId } from '~/kernel/ids'
import { authParts } from './auth-parts.server'
import { browserFamily } from './browser-family.server'
import { makeSessions, rowIdOf, type SessionFacts, type Sessions } from './lucia.server'

export type CurrentSession = Pick<SessionFacts, 'provenAt' | 'isTwoFactor'> & {
  /** Id of the row. */
  readonly row: string
  readonly userId: UserId
}

/** What "last seen" is exact to: more often it is not written down. */
const SEEN_MS = 10 * 60_000

/** Of the database of now: a reload in development closes the one of before. */
function sessions(): Sessions {
  const { db, secureCookies } = authParts()
  return makeSessions(db, secureCookies)
}

/**
 * Signs the browser in by a session of a new id. The one that it came with ends: an id that somebody planted, or that
 * belongs to whoever sat there before, opens nothing afterwards.
 * @param isTwoFactor whether two different proofs were given.
 * @returns the value of `Set-Cookie` and the id of the row. At most two statements.
 */
export async function startSession(
  userId: UserId,
  request: Request,
  isTwoFactor = false,
): Promise<{ readonly cookie: string; readonly row: string }> {
  const former = sessionIdOf(request)
  if (former) await sessions().invalidateSession(former)
  const now = new Date()
  const facts = {
    provenAt: now,
    seenAt: now,
    isTwoFactor,
    ...browserFamily(request.headers.get('User-Agent')),
  }
  const session = await sessions().createSession(userId, facts)
  return { cookie: sessions().createSessionCookie(session.id).serialize(), row: rowIdOf(session.id) }
}

/** @returns the value of `Set-Cookie` that signs the browser out. One statement. */
export async function endSession(request: Request): Promise<string> {
  const id = sessionIdOf(request)
  if (id) await sessions().invalidateSession(id)
  return sessions().createBlankSessionCookie().serialize()
}

/**
 * @returns the session of the cookie, `null` without one that is valid. One statement; one more when it is prolonged, and
 * one when it was last seen some time ago.
 */
export async function currentSession(request: Request): Promise<CurrentSession | null> {
  const id = sessionIdOf(request)
  if (!id) return null
  const { session, user } = await sessions().validateSession(id)
  if (!session) return null
  const { provenAt, isTwoFactor, seenAt } = session as typeof session & SessionFacts
  const row = rowIdOf(id)
  const now = new Date()
  if (now.getTime() - seenAt.getTime() > SEEN_MS)
    await authParts().db.session.updateMany({ where: { id: row }, data: { seenAt: now } })
  return { row, userId: user.id as UserId, provenAt, isTwoFactor }
}

/** The owner of this browser has shown once more who it is. One statement. */
export async function proveSession(row: string, isTwoFactor: boolean): Promise<void> {
  const data = { provenAt: new Date(), ...(isTwoFactor && { isTwoFactor }) }
  await authParts().db.session.updateMany({ where: { id: row }, data })
}

function sessionIdOf(request: Request): string | null {
  return sessions().readSessionCookie(request.headers.get('Cookie') ?? '')
}
