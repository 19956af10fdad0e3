import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { AdminNav } from '~/features/administration/ui/admin-nav'
import { reportsPage } from '~/features/conversations/queries/reports-page.server'
import { handleReportForm } from '~/features/conversations/schemas'
import { ReportsScreen } from '~/features/conversations/ui/reports-screen'
import { handleReport } from '~/features/conversations/use-cases/follow-conversation.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.conversations_reports())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return reportsPage(wire().db, actor, Number(new URL(request.url).searchParams.get('page') ?? 1))
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, handleReportForm, async (asked) => {
      await handleReport(wire(), actor, asked)
      return redirectWithNews(paths.adminReports(), m.conversations_news_handled())
    })
  })
}

export default function Reports() {
  return (
    <>
      <AdminNav />
      <ReportsScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
    </>
  )
}
