import { readiness } from '~/platform/http/readiness.server'
import { wire } from '~/wiring.server'

/** Ready: the parts that a page needs answer. 503 when one does not, or when the process is about to stop. */
export async function loader(): Promise<Response> {
  const state = await readiness(wire())
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
