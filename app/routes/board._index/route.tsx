import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { boardPage } from '~/features/clearing/queries/board-page.server'
import { BoardScreen } from '~/features/clearing/ui/board-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.board_nav_board()} · ${m.common_site_name()}` },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return boardPage(wire(), actor, new URL(request.url).searchParams.get('region'))
  })
}

export default function Board() {
  return <BoardScreen board={useLoaderData<typeof loader>()} />
}
