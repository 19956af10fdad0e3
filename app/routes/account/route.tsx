import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { accountPage } from '~/features/accounts/queries/account-page.server'
import { accountForm } from '~/features/accounts/schemas'
import { AccountScreen } from '~/features/accounts/ui/account-screen'
import { askConfirmation } from '~/features/accounts/use-cases/ask-confirmation.server'
import { changeDetails } from '~/features/accounts/use-cases/change-details.server'
import { changePassword } from '~/features/accounts/use-cases/change-password.server'
import { endOtherSessions } from '~/features/accounts/use-cases/end-other-sessions.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { sessionRowOf } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_account_title(), m.accounts_account_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => accountPage(wire(), await requireUser(request), sessionRowOf(request)))
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const session = sessionRowOf(request)
    return submitForm(
      request,
      accountForm,
      async (form) => redirectWithNews(paths.account(), await act(actor, form, session)),
      { secret: ['presentPassword', 'newPassword'], fieldOf: FIELD_OF },
    )
  })
}

const FIELD_OF = {
  'account.wrong-password': 'presentPassword',
  'account.same-password': 'newPassword',
  'account.password-personal': 'newPassword',
  'account.password-simple': 'newPassword',
}

/** @returns what was done, in the reader's words. */
async function act(
  actor: SignedInActor,
  form: z.output<typeof accountForm>,
  session: string | null,
): Promise<string> {
  switch (form.intent) {
    case 'details':
      await changeDetails(wire(), actor, form)
      return m.accounts_account_saved()
    case 'password':
      await changePassword(wire(), actor, { ...form, session })
      return m.accounts_account_password_saved()
    case 'end-others':
      await endOtherSessions(wire(), actor, { session })
      return m.accounts_account_sessions_ended()
    case 'confirm-again':
      await askConfirmation(wire(), actor)
      return m.accounts_account_confirm_sent()
  }
}

export default function Account() {
  const page = useLoaderData<typeof loader>()
  return <AccountScreen page={page} reply={useActionData<typeof action>()} />
}
