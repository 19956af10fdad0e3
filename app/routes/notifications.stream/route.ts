import type { LoaderFunctionArgs } from '@remix-run/node'
import { bellState } from '~/features/notifications/queries/notifications-page.server'
import { actorOf } from '~/platform/auth/actor.server'
import { currentSession } from '~/platform/auth/session.server'
import { wire } from '~/wiring.server'

/**
 * What the bell says, whenever it changes (server-sent events). Who is not signed in, and who has enough windows open, is
 * told not to ask again: 204 is how a browser is told so.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { db, live } = wire()
  const actor = await actorOf(request)
  const session = await currentSession(request)
  const headers = { 'Cache-Control': 'no-store, no-transform' }
  if (actor.kind !== 'user' || session === null) return new Response(null, { status: 204, headers })
  const { userId } = actor
  const stream = live.stream({ userId, session: session.row }, request.signal, async () =>
    JSON.stringify(await bellState(db, userId)),
  )
  if (!stream) return new Response(null, { status: 204, headers })
  // Some proxies gather answers unless they are told not to.
  const told = { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' }
  return new Response(stream, { headers: told })
}
