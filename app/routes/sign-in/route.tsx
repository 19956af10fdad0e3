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
import { landing } from '~/features/accounts/queries/landing.server'
import { signInForm } from '~/features/accounts/schemas'
import { SignInScreen } from '~/features/accounts/ui/sign-in-screen'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { signIn } from '~/features/accounts/use-cases/sign-in.server'
import * as m from '~/paraglide/messages'
import { actorOf, owedPathOf } from '~/platform/auth/actor.server'
import { settingCookies } from '~/platform/http/cookies.server'
import { submitForm } from '~/platform/http/form.server'
import { keptForm } from '~/platform/http/kept-form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_sign_in_title(), m.accounts_sign_in_meta())

/** Of the accounts that the demo is seeded with; the terminal and the README tell it too. */
const DEMO_PASSWORD = 'schakel-demo-2026'

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const to = safeRedirect(new URL(request.url).searchParams.get('to'), '')
    const owed = await owedPathOf(request)
    if (owed) throw redirect(owed)
    const actor = await actorOf(request)
    if (actor.kind === 'user') throw redirect(to || paths.account())
    const isRefused = new URL(request.url).searchParams.has('refused')
    const services = wire().oidc.providers
    return { to, isRefused, services, demoPassword: wire().env.APP_ENV === 'demo' ? DEMO_PASSWORD : null }
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      signInForm,
      async ({ email, password, to }) => {
        const { knownBrowsers, db } = wire()
        const knownBrowser = knownBrowsers.nameOf(request, email)
        const from = { clientAddress: clientAddress(), knownBrowser }
        const userId = await signIn(wire(), { email, password, ...from })
        // What was filled in before the sign-in goes on from here.
        const goal = safeRedirect(to, keptForm(request) ? paths.keptRequest() : '')
        const { next, cookies } = await enter(wire(), { userId, isTwoFactor: false, to: goal, request })
        const path = next === 'second-step' ? paths.secondStep() : goal || paths[await landing(db, userId)]()
        return redirect(path, { headers: settingCookies(cookies) })
      },
      { secret: ['password'] },
    ),
  )
}

export default function SignIn() {
  return <SignInScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
