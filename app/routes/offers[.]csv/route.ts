import type { LoaderFunctionArgs } from '@remix-run/node'
import { finderExport } from '~/features/finder/queries/finder-export.server'
import { exportColumns } from '~/features/finder/ui/export-columns'
import { actorOf } from '~/platform/auth/actor.server'
import { csvOf, csvResponse } from '~/platform/csv/csv.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** The result of `/offers` with the same address, as a table. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const { searchParams } = new URL(request.url)
    const who = clientAddress()
    const { rows, today } = await finderExport(wire(), await actorOf(request), { params: searchParams, who })
    return csvResponse(`schakel-${today}`, csvOf(exportColumns(wire().env.ORIGIN), rows))
  })
}
