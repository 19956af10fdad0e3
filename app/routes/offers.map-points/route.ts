import type { LoaderFunctionArgs } from '@remix-run/node'
import { finderMap } from '~/features/finder/queries/finder-map.server'
import { actorOf } from '~/platform/auth/actor.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** The pins of a question, asked by the map of `/offers` with the same address. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () =>
    finderMap(wire(), await actorOf(request), new URL(request.url).searchParams),
  )
}
