import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { requireProof } from '~/features/accounts/use-cases/require-proof.server'
import { erasePage } from '~/features/privacy/queries/erase-page.server'
import { eraseForm } from '~/features/privacy/schemas'
import { EraseScreen } from '~/features/privacy/ui/erase-screen'
import { eraseAccount } from '~/features/privacy/use-cases/erase-account.server'
import * as m from '~/paraglide/messages'
import { requireSession } from '~/platform/auth/actor.server'
import { endSession } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.privacy_erase_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const isSure = new URL(request.url).searchParams.has('sure')
    const { actor, session } = await requireSession(request)
    // Asked before the address is typed, so that nothing typed is lost.
    if (isSure) requireProof(actor, session.provenAt, wire().clock.now())
    return { page: await erasePage(wire().db, actor), isSure }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor: reader, session } = await requireSession(request)
    const actor = requireProof(reader, session.provenAt, wire().clock.now())
    return submitForm(
      request,
      eraseForm,
      async (form) => {
        await eraseAccount(wire(), actor, form)
        const gone = { 'Set-Cookie': await endSession(request) }
        return redirectWithNews(paths.home(), m.privacy_erased_news(), gone)
      },
      { fieldOf: { 'privacy.wrong-address': 'email' } },
    )
  })
}

export default function Erase() {
  const { page, isSure } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <EraseScreen page={page} isSure={isSure || reply !== undefined} reply={reply} />
}
