import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { Actor } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { bookingPage } from '~/features/bookings/queries/booking-page.server'
import { type BookingAction, bookingAction, FIELD_OF_ERROR } from '~/features/bookings/schemas'
import { BookingScreen } from '~/features/bookings/ui/booking-screen'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { finishBooking } from '~/features/bookings/use-cases/finish-booking.server'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { conversationLinks } from '~/features/conversations/queries/my-conversations.server'
import { AskLink } from '~/features/conversations/ui/conversation-link'
import { projectOfBooking } from '~/features/projects/queries/project-of-booking.server'
import { ProjectOfBooking } from '~/features/projects/ui/project-of-booking'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.booking.offer.title ?? m.bookings_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    const booking = await bookingPage(db, actor, { id: params.id ?? '', now: clock.now() })
    const between = { requestId: booking.request.id, organisationId: booking.organisation.id }
    const [conversation] = booking.isParty ? await conversationLinks(db, actor, between) : []
    return { booking: { ...booking, project: await projectOfBooking(db, booking.id) }, conversation }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(
      request,
      bookingAction,
      async (asked) => {
        const news = await act(actor, id, asked)
        // Who has just counted the pupils still knows how it was.
        return redirectWithNews(asked.intent === 'done' ? paths.evaluation(id) : paths.booking(id), news)
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

/** @returns what is said of it on the next page. */
async function act(actor: Actor, id: string, asked: BookingAction): Promise<string> {
  switch (asked.intent) {
    case 'choose':
      await setDate(wire(), actor, { id, date: asked.date, startTime: null })
      return m.bookings_news_chosen()
    case 'move':
      await setDate(wire(), actor, { id, date: asked.date, startTime: asked.startTime })
      return m.bookings_news_moved()
    case 'cancel':
      await cancelBooking(wire(), actor, { id, reason: asked.reason, text: asked.text })
      return m.bookings_news_cancelled()
    case 'done':
      await finishBooking(wire(), actor, { id, took: true, pupils: asked.pupils })
      return m.bookings_news_done()
    case 'missed':
      await finishBooking(wire(), actor, { id, took: false, pupils: null })
      return m.bookings_news_missed()
  }
}

export default function Booking() {
  const { booking, conversation } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [params] = useSearchParams()
  return (
    <BookingScreen booking={booking} reply={reply} asked={params.get('do')}>
      {booking.project && booking.isParty ? (
        <ProjectOfBooking facts={booking.project} mayBegin={booking.mayChange} />
      ) : null}
      {conversation ? (
        <div className="mt-6">
          <AskLink link={conversation} />
        </div>
      ) : null}
    </BookingScreen>
  )
}
