import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myBookings } from '~/features/bookings/queries/my-bookings.server'
import { BookingsScreen } from '~/features/bookings/ui/bookings-screen'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.bookings_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    const { searchParams } = new URL(request.url)
    return myBookings(db, actor, {
      today: calendarDateOf(clock.now()),
      isPast: searchParams.get('view') === 'past',
      page: Number(searchParams.get('page') ?? 1),
    })
  })
}

export default function Bookings() {
  return <BookingsScreen bookings={useLoaderData<typeof loader>()} />
}
