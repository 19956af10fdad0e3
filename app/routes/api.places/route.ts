import type { LoaderFunctionArgs } from '@remix-run/node'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

const SUGGESTIONS = 6

/**
 * What somebody who types where may mean: `places`, names alone, and `choices`, areas and schools among them, each with its
 * kind. What stands in `places` and in the `ask` of a choice can be sent as it is.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const asked = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
    const { places, where } = wire()
    const [names, choices] = await Promise.all([places.suggest(asked, SUGGESTIONS), where.suggest(asked)])
    return Response.json(
      { places: names.map((place) => place.label), choices },
      { headers: { 'Cache-Control': 'public, max-age=3600' } },
    )
  })
}
