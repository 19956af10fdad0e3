import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatMoment } from '~/components/format'
import { requireProof } from '~/features/accounts/use-cases/require-proof.server'
import { noteExport } from '~/features/audit/use-cases/note-export.server'
import { myDataFile } from '~/features/privacy/queries/my-data-file.server'
import { getLocale } from '~/paraglide/runtime'
import { requireSession } from '~/platform/auth/actor.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** Everything that is kept of the reader; that it was taken is in the audit log. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const { actor: reader, session } = await requireSession(request)
    const actor = requireProof(reader, session.provenAt, wire().clock.now())
    const { name, bytes, rows } = await myDataFile(wire(), actor, { lang: getLocale(), moment: formatMoment })
    await noteExport(wire(), { table: 'my-data', rows })
    return new Response(bytes, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
  })
}
