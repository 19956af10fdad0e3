import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { kindOfStopLink } from '~/features/notifications/queries/settings-page.server'
import { StopScreen } from '~/features/notifications/ui/stop-screen'
import { stopByLink } from '~/features/notifications/use-cases/choose-delivery.server'
import * as m from '~/paraglide/messages'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  ...pageMeta(m.notifications_stop_title()),
  { name: 'robots', content: 'noindex' },
]

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, () => kindOfStopLink(wire(), tokenOf(request)))
}

/** The page is drawn again: RFC 8058 wants no redirect. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    await stopByLink(wire(), tokenOf(request))
    return { isDone: true }
  })
}

export default function StopNotifications() {
  const { kind } = useLoaderData<typeof loader>()
  return <StopScreen kind={kind} isDone={useActionData<typeof action>()?.isDone ?? false} />
}
