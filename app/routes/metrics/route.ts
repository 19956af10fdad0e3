import type { LoaderFunctionArgs } from '@remix-run/node'
import { bears } from '~/platform/http/bearer.server'
import { wire } from '~/wiring.server'

/** What the process counts of itself, for who has the token of the settings; without one it is not there. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { env, metrics } = wire()
  const headers = { 'Cache-Control': 'no-store' }
  if (env.METRICS_TOKEN === undefined) return new Response('Not found', { status: 404, headers })
  if (!bears(request, env.METRICS_TOKEN))
    return new Response('Unauthorized', {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })
  return new Response(await metrics.text(), { headers: { ...headers, 'Content-Type': metrics.contentType } })
}
