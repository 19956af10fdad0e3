import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { accountPage } from '~/features/accounts/queries/account-page.server'
import { accountForm } from '~/features/accounts/schemas'
import { AccountScreen } from '~/features/accounts/ui/account-screen'
import { askConfirmation } from '~/features/accounts/use-cases/ask-confirmation.server'
import { changeDetails } from '~/features/accounts/use-cases/change-details.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_account_title(), m.accounts_account_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => accountPage(wire().db, await requireUser(request)))
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, accountForm, async (form) => {
      if (form.intent === 'details') {
        await changeDetails(wire(), actor, form)
        return redirectWithNews(paths.account(), m.accounts_account_saved())
      }
      await askConfirmation(wire(), actor)
      return redirectWithNews(paths.account(), m.accounts_account_confirm_sent())
    })
  })
}

export default function Account() {
  const page = useLoaderData<typeof loader>()
  return <AccountScreen page={page} reply={useActionData<typeof action>()} />
}
