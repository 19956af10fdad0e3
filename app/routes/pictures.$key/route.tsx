/** The content of a picture. Who knows its name has seen it, and under a name there is never another one. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { mediaNotFound } from '~/features/media/errors'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const kept = await wire().pictures.open(params.key ?? '')
    if (kept === null) throw mediaNotFound()
    return new Response(kept.body, {
      headers: {
        'Content-Type': 'image/webp',
        'Content-Length': String(kept.bytes),
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    })
  })
}
