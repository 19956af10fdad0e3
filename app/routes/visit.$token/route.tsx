import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sharedSheet } from '~/features/bookings/queries/booking-sheet.server'
import { BookingSheet } from '~/features/bookings/ui/booking-sheet'
import { PrintButton } from '~/features/bookings/ui/print-button'
import * as m from '~/paraglide/messages'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** The parents of a few classes on one evening. */
const LOOKS = { name: 'shared-booking', tries: 600, seconds: 3600 } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? m.bookings_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Who has the address is let in: parents have no account. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const tokenHash = wire().secrets.hash(params.token ?? '')
    await wire().limits.take(LOOKS, tokenHash)
    return sharedSheet(wire(), tokenHash)
  })
}

export default function Visit() {
  return (
    <div className="page max-w-[52rem] pt-6 pb-12">
      <p className="no-print mb-3">
        <PrintButton />
      </p>
      <BookingSheet sheet={useLoaderData<typeof loader>()} />
    </div>
  )
}
