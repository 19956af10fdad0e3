/** A file of an offer, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { mediaNotFound } from '~/features/media/errors'
import { takeFile } from '~/features/media/use-cases/take-file.server'
import { actorOf } from '~/platform/auth/actor.server'
import { isByPerson } from '~/platform/http/by-person.server'
import { downloadOf } from '~/platform/http/download.server'
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
    return downloadOf(file, kept)
  })
}
