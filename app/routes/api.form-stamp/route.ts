/** A stamp for the next form of a visitor; the page works on it while the form is filled in. */
import { wire } from '~/wiring.server'

export function loader() {
  const { formGuard, clock } = wire()
  return Response.json({ stamp: formGuard.stamp(clock.now()) }, { headers: { 'Cache-Control': 'no-store' } })
}
