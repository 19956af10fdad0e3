import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { AdminNav } from '~/features/administration/ui/admin-nav'
import { mailTroublesPage } from '~/features/notifications/queries/mail-troubles-page.server'
import { MailTroublesScreen } from '~/features/notifications/ui/mail-troubles-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.notifications_admin_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => mailTroublesPage(wire(), await requireUser(request)))
}

export default function MailTroubles() {
  return (
    <>
      <AdminNav />
      <MailTroublesScreen page={useLoaderData<typeof loader>()} />
    </>
  )
}
