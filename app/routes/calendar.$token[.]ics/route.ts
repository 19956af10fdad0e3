import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/components/paths'
import { calendarFeed } from '~/features/bookings/queries/booking-calendar.server'
import { meetingsOfFeed } from '~/features/projects/queries/meeting-entries.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** A calendar program looks every hour or two; a dozen of them of one person too. */
const LOOKS = { name: 'calendar-feed', tries: 120, seconds: 3600 } as const

/** Who has the address is let in: calendar programs cannot sign in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const { db, clock, env, limits, secrets, senderAddress } = wire()
    const tokenHash = secrets.hash(params.token ?? '')
    await limits.take(LOOKS, tokenHash)
    const pageOf = (id: string) => `${env.ORIGIN}${paths.booking(id)}`
    const needs = { db, clock, pageOf, organizer: senderAddress }
    const pageOfProject = (id: string) => `${env.ORIGIN}${paths.project(id)}`
    const more = await meetingsOfFeed({ db, clock, pageOf: pageOfProject }, tokenHash)
    return new Response(await calendarFeed(needs, { tokenHash, more }), {
      headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
    })
  })
}
