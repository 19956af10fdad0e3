import type { LoaderFunctionArgs } from '@remix-run/node'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

const SUGGESTIONS = 6

/** What somebody who types a place or postcode may mean: `{ places: ["Almelo", …] }`, each of which can be sent as it is. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const asked = new URL(request.url).searchParams.get('q') ?? ''
    const places = await wire().places.suggest(asked.slice(0, 100), SUGGESTIONS)
    return Response.json(
      { places: places.map((place) => place.label) },
      { headers: { 'Cache-Control': 'public, max-age=3600' } },
    )
  })
}
