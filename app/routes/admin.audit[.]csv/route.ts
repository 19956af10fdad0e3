import type { LoaderFunctionArgs } from '@remix-run/node'
import { auditTable } from '~/features/audit/queries/audit-table.server'
import { auditQuery } from '~/features/audit/schemas'
import { auditColumns } from '~/features/audit/ui/audit-columns'
import { noteExport } from '~/features/audit/use-cases/note-export.server'
import { requireUser } from '~/platform/auth/actor.server'
import { csvOf, csvResponse } from '~/platform/csv/csv.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** What the page of the same filter shows, as a table; that it was taken is in the log itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const query = auditQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
    const { rows, today } = await auditTable(wire(), await requireUser(request), { view: 'all', query })
    await noteExport(wire(), { table: 'audit', rows: rows.length })
    return csvResponse(`schakel-audit-${today}`, csvOf(auditColumns(), rows))
  })
}
