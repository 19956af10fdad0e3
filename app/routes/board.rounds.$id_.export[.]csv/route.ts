import type { LoaderFunctionArgs } from '@remix-run/node'
import { noteExport } from '~/features/audit/use-cases/note-export.server'
import { roundExport } from '~/features/clearing/queries/round-export.server'
import { roundColumns } from '~/features/clearing/ui/round-csv'
import { requireUser } from '~/platform/auth/actor.server'
import { csvOf, csvResponse } from '~/platform/csv/csv.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** The groups of a round as a table for a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const { id = '' } = params
    const rows = await roundExport(wire(), await requireUser(request), id)
    await noteExport(wire(), { table: 'round', rows: rows.length, of: id })
    return csvResponse('toewijsronde', csvOf(roundColumns(), rows))
  })
}
