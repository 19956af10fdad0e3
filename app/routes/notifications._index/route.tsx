import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formProblems } from '~/components/form-problems'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import {
  notificationsPage,
  pageOfNotification,
} from '~/features/notifications/queries/notifications-page.server'
import { notificationAction } from '~/features/notifications/schemas'
import { NotificationsScreen } from '~/features/notifications/ui/notifications-screen'
import { markRead } from '~/features/notifications/use-cases/mark-read.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.notifications_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = new URL(request.url).searchParams.get('page')
    return notificationsPage(wire(), await requireUser(request), page)
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, notificationAction, async (form) => {
      await markRead(wire(), actor, form.intent === 'read-all' ? { until: form.until } : { id: form.id })
      const here = paths.notifications(Number(new URL(request.url).searchParams.get('page') ?? 1))
      const to = form.intent === 'open' ? await pageOfNotification(wire(), actor, form.id) : null
      return redirect(to ?? here)
    })
  })
}

export default function Notifications() {
  const list = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <NotificationsScreen list={list} problems={formProblems(reply, [])} />
}
