import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { paths } from '~/components/paths'
import { ownSheet } from '~/features/bookings/queries/booking-sheet.server'
import { sharePress } from '~/features/bookings/schemas'
import { BookingSheet } from '~/features/bookings/ui/booking-sheet'
import { PrintButton } from '~/features/bookings/ui/print-button'
import { ShareCard } from '~/features/bookings/ui/share-card'
import { endShare, shareBooking } from '~/features/bookings/use-cases/share-booking.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.sheet.title ?? m.bookings_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => ownSheet(wire().db, await requireUser(request), params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    const parsed = await parseForm(request, sharePress)
    if (!parsed.ok) return data({ address: null }, { status: 422 })
    if (parsed.value.intent === 'end') {
      await endShare(wire(), actor, id)
      return redirectWithNews(paths.bookingPrint(id), m.bookings_share_news_ended())
    }
    const secret = await shareBooking(wire(), actor, id)
    // Shown this once: what is kept opens nothing.
    const address = `${wire().env.ORIGIN}${paths.sharedBooking(secret)}`
    return data({ address }, { headers: { 'Cache-Control': 'no-store' } })
  })
}

export default function BookingPrint() {
  const { id, sheet, mayShare, sharedSince } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="page max-w-[52rem] pt-4 pb-12">
      <p className="no-print flex flex-wrap items-center justify-between gap-x-6">
        <Link to={paths.booking(id)} className="link inline-flex min-h-11 items-center gap-2 text-sm">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {m.bookings_plan_back()}
        </Link>
        <PrintButton />
      </p>
      <BookingSheet sheet={sheet} />
      {mayShare ? (
        <div className="mt-10">
          <ShareCard since={sharedSince} address={reply?.address ?? null} />
        </div>
      ) : null}
    </div>
  )
}
