/** Sessions of signed-in browsers: started, ended, and the cookie that says which one it is. */
import type { UserId } from '~/kernel/ids'
import { authParts } from './auth-parts.server'
import { makeSessions, rowIdOf, type Sessions } from './lucia.server'

/** Of the database of now: a reload in development closes the one of before. */
function sessions(): Sessions {
  const { db, secureCookies } = authParts()
  return makeSessions(db, secureCookies)
}

/**
 * Signs the browser in by a session of a new id. The one that it came with ends: an id that somebody planted, or that
 * belongs to whoever sat there before, opens nothing afterwards.
 * @returns the value of `Set-Cookie`. At most two statements.
 */
export async function startSession(userId: UserId, request: Request): Promise<string> {
  const former = sessionIdOf(request)
  if (former) await sessions().invalidateSession(former)
  const session = await sessions().createSession(userId, {})
  return sessions().createSessionCookie(session.id).serialize()
}

/** @returns the value of `Set-Cookie` that signs the browser out. One statement. */
export async function endSession(request: Request): Promise<string> {
  const id = sessionIdOf(request)
  if (id) await sessions().invalidateSession(id)
  return sessions().createBlankSessionCookie().serialize()
}

/** @returns the user of the session cookie, `null` without a session that is valid. One statement; two when it is prolonged. */
export async function signedInUser(request: Request): Promise<UserId | null> {
  const id = sessionIdOf(request)
  if (!id) return null
  const { user } = await sessions().validateSession(id)
  return (user?.id as UserId | undefined) ?? null
}

function sessionIdOf(request: Request): string | null {
  return sessions().readSessionCookie(request.headers.get('Cookie') ?? '')
}

/** @returns the id of the row of this browser's session, `null` when it has none. No statement. */
export function sessionRowOf(request: Request): string | null {
  const id = sessionIdOf(request)
  return id ? rowIdOf(id) : null
}
