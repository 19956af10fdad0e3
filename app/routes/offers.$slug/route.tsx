import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { offerPage } from '~/features/finder/queries/offer-page.server'
import { OfferScreen } from '~/features/finder/ui/offer-page'
import { OfferAwayScreen } from '~/features/finder/ui/offer-page-away'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { cameFrom as pageBefore } from '~/platform/http/came-from.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: answer }) => {
  if (!answer) return [{ title: `${m.common_not_found_title()} · ${m.common_site_name()}` }]
  const { page } = answer
  const title = { title: `${page.title} · ${m.common_site_name()}` }
  return page.kind === 'away'
    ? [title, { name: 'robots', content: 'noindex' }]
    : [title, { name: 'description', content: page.summary }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const answer = await offerPage(wire(), await actorOf(request), params.slug ?? '', getLocale())
    if (answer.moveTo !== null) throw redirect(paths.offer(answer.moveTo), 301)
    const { page } = answer
    const status = page.kind === 'offer' ? 200 : page.reason === 'archived' ? 410 : 404
    return data({ page, cameFrom: pageBefore(request, paths.finder()) }, { status })
  })
}

export default function Offer() {
  const { page, cameFrom } = useLoaderData<typeof loader>()
  // Another offer is another page: nothing of the one before stays.
  return page.kind === 'offer' ? (
    <OfferScreen key={page.id} offer={page} cameFrom={cameFrom} />
  ) : (
    <OfferAwayScreen offer={page} />
  )
}
