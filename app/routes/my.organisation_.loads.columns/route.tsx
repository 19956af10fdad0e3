import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { loadColumns } from '~/features/loads/queries/load-columns.server'
import { ColumnsScreen } from '~/features/loads/ui/columns-screen'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.loads_columns_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    await requireUser(request)
    return loadColumns(wire(), getLocale())
  })
}

export default function LoadColumns() {
  const columns = useLoaderData<typeof loader>()
  return (
    <PageFrame title={m.loads_columns_title()} lead={m.loads_columns_lead()}>
      <ColumnsScreen columns={columns} />
      <p className="mt-6">
        <Link to={paths.loads()} className="link">
          {m.loads_back()}
        </Link>
      </p>
    </PageFrame>
  )
}
