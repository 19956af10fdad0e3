/** A version of a file that members share, always as a download: nothing of it is shown, or run, on our pages. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { projectNotFound } from '~/features/projects/errors'
import { projectVersion } from '~/features/projects/queries/project-version.server'
import { requireUser } from '~/platform/auth/actor.server'
import { downloadOf } from '~/platform/http/download.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const file = await projectVersion(wire(), await requireUser(request), params.id ?? '')
    const kept = await wire().attachments.open(file.key)
    if (kept === null) throw projectNotFound()
    return downloadOf(file, kept)
  })
}
