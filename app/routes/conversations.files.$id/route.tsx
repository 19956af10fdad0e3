/** A file of a message, for its two sides, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { conversationNotFound } from '~/features/conversations/errors'
import { takeMessageFile } from '~/features/conversations/use-cases/take-message-file.server'
import { requireUser } from '~/platform/auth/actor.server'
import { downloadOf } from '~/platform/http/download.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const file = await takeMessageFile(wire(), await requireUser(request), params.id ?? '')
    const kept = await wire().attachments.open(file.key)
    if (kept === null) throw conversationNotFound()
    return downloadOf(file, kept)
  })
}
