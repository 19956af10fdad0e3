/** A version of a file that members share, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { projectNotFound } from '~/features/projects/errors'
import { projectVersion } from '~/features/projects/queries/project-version.server'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const file = await projectVersion(wire(), await requireUser(request), params.id ?? '')
    const kept = await wire().attachments.open(file.key)
    if (kept === null) throw projectNotFound()
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
