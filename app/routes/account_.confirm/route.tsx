/** Also for who owes a second step in this browser and may do nothing else before. */
import {
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { proveForm } from '~/features/accounts/schemas'
import { ProveAgainScreen } from '~/features/accounts/ui/prove-again-screen'
import { proveAgain } from '~/features/accounts/use-cases/prove-again.server'
import * as m from '~/paraglide/messages'
import { requireOwing } from '~/platform/auth/actor.server'
import { proveSession } from '~/platform/auth/session.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_prove_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { reader, hasTwoStep } = await requireOwing(request)
    const to = safeRedirect(new URL(request.url).searchParams.get('to'), paths.accountSecurity())
    const asks: 'code' | 'password' = hasTwoStep ? 'code' : 'password'
    return { to, email: reader.email, asks }
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session, reader, hasTwoStep } = await requireOwing(request)
    return submitForm(
      request,
      proveForm,
      async ({ to, ...proof }) => {
        const knownBrowser = wire().knownBrowsers.nameOf(request, reader.email)
        await proveAgain(wire(), actor, { ...proof, hasTwoStep, knownBrowser })
        await proveSession(session.row, hasTwoStep)
        return redirect(safeRedirect(to, paths.accountSecurity()))
      },
      {
        secret: ['password', 'code'],
        fieldOf: { 'account.wrong-password': 'password', 'account.wrong-code': 'code' },
      },
    )
  })
}

export default function ProveAgain() {
  return <ProveAgainScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
