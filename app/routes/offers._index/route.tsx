import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import mapStyles from '~/components/map/map.css'
import { finderPage } from '~/features/finder/queries/finder-page.server'
import { FinderScreen } from '~/features/finder/ui/finder-screen'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { isByPerson } from '~/platform/http/by-person.server'
import { browserOf } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: mapStyles }]

export const meta: MetaFunction = () => [
  { title: `${m.finder_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.finder_meta() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const answer = await finderPage(wire(), await actorOf(request), new URL(request.url).searchParams)
    if (answer.moveTo !== null) throw redirect(answer.moveTo)
    if (answer.asked && isByPerson(request)) wire().searchLog.note(answer.asked, browserOf(request))
    return data(answer.page, { status: answer.page.problems.length > 0 ? 422 : 200 })
  })
}

export default function Offers() {
  return <FinderScreen page={useLoaderData<typeof loader>()} />
}
