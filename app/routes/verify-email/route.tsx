import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { linkState } from '~/features/accounts/queries/link-state.server'
import { verifyEmailForm } from '~/features/accounts/schemas'
import { VerifyEmailScreen } from '~/features/accounts/ui/verify-email-screen'
import { confirmEmail } from '~/features/accounts/use-cases/confirm-email.server'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { keptForm } from '~/platform/http/kept-form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_verify_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token') ?? ''
    const state = await linkState(wire(), 'verify-email', token)
    return data({ state, token }, { status: state === 'gone' ? 410 : 200 })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      verifyEmailForm,
      async (form) => {
        const { audience } = await confirmEmail(wire(), form)
        // What was filled in before the account was made goes on from here.
        const next = keptForm(request) ? paths.keptRequest() : NEXT[audience ?? 'unknown']()
        const isSignedIn = (await actorOf(request)).kind === 'user'
        return redirectWithNews(isSignedIn ? next : paths.signIn(next), m.accounts_verify_done_news())
      },
      { secret: ['token'] },
    ),
  )
}

const NEXT = { school: paths.accountSchool, company: paths.newOrganisation, unknown: paths.account }

export default function VerifyEmail() {
  const { state, token } = useLoaderData<typeof loader>()
  return <VerifyEmailScreen state={state} token={token} />
}
