/** A file of a message, for its two sides, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { conversationNotFound } from '~/features/conversations/errors'
import { takeMessageFile } from '~/features/conversations/use-cases/take-message-file.server'
import { requireUser } from '~/platform/auth/actor.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const file = await takeMessageFile(wire(), await requireUser(request), params.id ?? '')
    const kept = await wire().attachments.open(file.key)
    if (kept === null) throw conversationNotFound()
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
