import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { homePage } from '~/features/home/queries/home-page.server'
import { HomeScreen } from '~/features/home/ui/home-screen'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: m.home_title() },
  { name: 'description', content: m.home_meta() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => homePage(wire(), await actorOf(request)))
}

export default function Home() {
  return <HomeScreen page={useLoaderData<typeof loader>()} />
}
