import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { securityPage } from '~/features/accounts/queries/security-page.server'
import { securityForm } from '~/features/accounts/schemas'
import { SecurityScreen } from '~/features/accounts/ui/security-screen'
import { changePassword } from '~/features/accounts/use-cases/change-password.server'
import { leaveService } from '~/features/accounts/use-cases/sign-in-by-service.server'
import * as m from '~/paraglide/messages'
import { requireSession, requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_title(), m.security_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => securityPage(wire(), await requireUser(request)))
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    return submitForm(
      request,
      securityForm,
      async (form) => {
        if (form.intent === 'leave') {
          await leaveService(wire(), actor, { identity: form.identity, provenAt: session.provenAt })
          return redirectWithNews(paths.accountSecurity(), m.security_service_left())
        }
        await changePassword(wire(), actor, { ...form, session: session.row, provenAt: session.provenAt })
        return redirectWithNews(paths.accountSecurity(), m.accounts_account_password_saved())
      },
      { secret: ['presentPassword', 'newPassword'], fieldOf: FIELD_OF },
    )
  })
}

const FIELD_OF = {
  'account.wrong-password': 'presentPassword',
  'account.same-password': 'newPassword',
  'account.password-personal': 'newPassword',
  'account.password-simple': 'newPassword',
  'account.password-common': 'newPassword',
}

export default function Security() {
  const page = useLoaderData<typeof loader>()
  return <SecurityScreen page={page} reply={useActionData<typeof action>()} />
}
