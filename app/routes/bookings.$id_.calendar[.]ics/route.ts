import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/components/paths'
import { bookingCalendar } from '~/features/bookings/queries/booking-calendar.server'
import { requireUser } from '~/platform/auth/actor.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const actor = await requireUser(request)
    const { db, clock, env, senderAddress } = wire()
    const pageOf = (id: string) => `${env.ORIGIN}${paths.booking(id)}`
    const needs = { db, clock, pageOf, organizer: senderAddress }
    const file = await bookingCalendar(needs, actor, { id: params.id ?? '' })
    return new Response(file, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="schakel.ics"',
        'Cache-Control': 'private, no-store',
      },
    })
  })
}
