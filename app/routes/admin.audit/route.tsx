import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { auditPage } from '~/features/audit/queries/audit-page.server'
import { auditQuery } from '~/features/audit/schemas'
import { AuditScreen } from '~/features/audit/ui/audit-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.audit_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const query = auditQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
    return auditPage(wire(), await requireUser(request), { view: 'all', query })
  })
}

export default function Audit() {
  return <AuditScreen page={useLoaderData<typeof loader>()} />
}
