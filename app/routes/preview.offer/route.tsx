/** An offer as schools will see it, for who has the link of the company. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { offerPreviewPage } from '~/features/finder/queries/offer-page.server'
import { OfferScreen } from '~/features/finder/ui/offer-page'
import { openPreviewLink } from '~/features/offers/use-cases/preview-link.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? m.common_not_found_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token')
    return offerPreviewPage(wire(), await openPreviewLink(wire(), token), getLocale())
  })
}

/** The address opens it, so it is told to nobody. */
export function headers(): Record<string, string> {
  return {
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex',
  }
}

export default function OfferPreviewByLink() {
  const page = useLoaderData<typeof loader>()
  return <OfferScreen offer={page} cameFrom={null} />
}
