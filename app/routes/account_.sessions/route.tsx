import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { sessionsPage } from '~/features/accounts/queries/sessions-page.server'
import { sessionsForm } from '~/features/accounts/schemas'
import { SessionsScreen } from '~/features/accounts/ui/sessions-screen'
import { endOneSession } from '~/features/accounts/use-cases/end-one-session.server'
import { endOtherSessions } from '~/features/accounts/use-cases/end-other-sessions.server'
import * as m from '~/paraglide/messages'
import { requireSession } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_sessions_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    return { sessions: await sessionsPage(wire(), actor.userId, session.row) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    return submitForm(request, sessionsForm, async (form) => {
      if (form.intent === 'end') {
        await endOneSession(wire(), actor, form)
        return redirectWithNews(paths.accountSessions(), m.security_session_ended())
      }
      await endOtherSessions(wire(), actor, { session: session.row })
      return redirectWithNews(paths.accountSessions(), m.accounts_account_sessions_ended())
    })
  })
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  return <SessionsScreen sessions={sessions} reply={useActionData<typeof action>()} />
}
