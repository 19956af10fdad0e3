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
import { passkeyRefused } from '~/features/accounts/errors'
import { securityPage } from '~/features/accounts/queries/security-page.server'
import { proveForm } from '~/features/accounts/schemas'
import { type ProofAsked, ProveAgainScreen } from '~/features/accounts/ui/prove-again-screen'
import { readPasskey } from '~/features/accounts/use-cases/passkeys.server'
import { proveAgain } from '~/features/accounts/use-cases/prove-again.server'
import * as m from '~/paraglide/messages'
import { requireOwing } from '~/platform/auth/actor.server'
import { takeCeremony } from '~/platform/auth/ceremonies.server'
import { proveSession } from '~/platform/auth/session.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_prove_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { actor, reader, hasTwoStep } = await requireOwing(request)
    const to = safeRedirect(new URL(request.url).searchParams.get('to'), paths.accountSecurity())
    const { hasPassword, passkeys } = await securityPage(wire(), actor)
    const asks: ProofAsked = hasTwoStep ? 'code' : hasPassword ? 'password' : 'link'
    return { to, email: reader.email, asks, hasPasskeys: passkeys > 0 }
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
      async ({ to, answer, ...proof }) => {
        const path = safeRedirect(to, paths.accountSecurity())
        if (answer !== undefined) {
          const begun = await takeCeremony(request, 'passkey')
          const challenge = begun?.payload.challenge ?? null
          const shown = { answer, challenge, clientAddress: clientAddress() }
          if ((await readPasskey(wire(), shown)) !== actor.userId) throw passkeyRefused()
          await proveSession(session.row, true)
          return redirect(path)
        }
        const knownBrowser = wire().knownBrowsers.nameOf(request, reader.email)
        await proveAgain(wire(), actor, { ...proof, hasTwoStep, knownBrowser })
        await proveSession(session.row, hasTwoStep)
        return redirect(path)
      },
      {
        secret: ['password', 'code', 'answer'],
        fieldOf: { 'account.wrong-password': 'password', 'account.wrong-code': 'code' },
      },
    )
  })
}

export default function ProveAgain() {
  return <ProveAgainScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
