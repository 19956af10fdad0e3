import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod'
import { paths } from '~/components/paths'
import { calendarFeedSince } from '~/features/bookings/queries/booking-calendar.server'
import { CalendarFeedScreen } from '~/features/bookings/ui/calendar-feed-screen'
import { endCalendarFeed, makeCalendarFeed } from '~/features/bookings/use-cases/keep-calendar-feed.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.bookings_feed_title()} · ${m.common_site_name()}` },
]

const press = z.object({ intent: z.enum(['make', 'end']) })

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return { since: await calendarFeedSince(wire().db, actor) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const parsed = await parseForm(request, press)
    if (parsed.ok && parsed.value.intent === 'end') {
      await endCalendarFeed(wire(), actor)
      return redirectWithNews(paths.bookingsFeed(), m.bookings_feed_news_ended())
    }
    if (!parsed.ok) return data({ address: null }, { status: 422 })
    const secret = await makeCalendarFeed(wire(), actor)
    // Shown this once: what is kept opens nothing.
    const address = `${wire().env.ORIGIN}${paths.calendarFeed(secret)}`
    return data({ address }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

export default function CalendarFeed() {
  const { since } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <CalendarFeedScreen since={since} address={reply?.address ?? null} />
}
