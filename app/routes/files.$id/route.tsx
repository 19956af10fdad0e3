/** A file of an offer, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { mediaNotFound } from '~/features/media/errors'
import { takeFile } from '~/features/media/use-cases/take-file.server'
import { actorOf } from '~/platform/auth/actor.server'
import { isByPerson } from '~/platform/http/by-person.server'
import { browserOf } from '~/platform/http/request-context.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const file = await takeFile(wire(), await actorOf(request), {
      id: params.id ?? '',
      browser: browserOf(request),
      isByPerson: isByPerson(request),
    })
    const kept = await wire().attachments.open(file.key)
    if (kept === null) throw mediaNotFound()
    const name = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
    return new Response(kept.body, {
      headers: {
        'Content-Type': file.type,
        'Content-Length': String(kept.bytes),
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
        'Cache-Control': 'private, no-store',
      },
    })
  })
}
