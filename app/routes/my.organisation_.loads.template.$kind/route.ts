/** The empty table that a company fills in, as CSV or as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadTemplate } from '~/features/loads/queries/load-template.server'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { csvOf, csvResponse } from '~/platform/csv/csv.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    await requireUser(request)
    if (params.kind !== 'csv' && params.kind !== 'xlsx') throw notFound('page.not-found')
    const { offers, help } = await loadTemplate(wire(), getLocale())
    const name = m.loads_template_file()
    if (params.kind === 'csv') {
      const columns = offers.heads.map((head, i) => ({
        head,
        cell: (row: readonly string[]) => row[i] ?? '',
      }))
      return csvResponse(name, csvOf(columns, offers.rows))
    }
    return new Response(Buffer.from(await wire().writeWorkbook([offers, help])), {
      headers: {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename="${name}.xlsx"`,
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
  })
}
