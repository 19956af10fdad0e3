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
import { mailSent } from '~/features/accounts/queries/mail-sent.server'
import { FIELD_OF_ERROR, signUpForm } from '~/features/accounts/schemas'
import { MailSentScreen } from '~/features/accounts/ui/mail-sent-screen'
import { SignUpScreen } from '~/features/accounts/ui/sign-up-screen'
import { signUp } from '~/features/accounts/use-cases/sign-up.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_sign_up_title(), m.accounts_sign_up_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    if (actor.kind === 'user') throw redirect(paths.account())
    return mailSent(wire(), request)
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
      signUpForm,
      async (form, sent) => {
        const isProven = await wire().formGuard.isProven(sent, wire().clock.now())
        await signUp(wire(), { ...form, locale: getLocale(), clientAddress: clientAddress(), isProven })
        return redirect(`${paths.signUp()}?sent`)
      },
      { secret: ['password'], fieldOf: FIELD_OF_ERROR },
    ),
  )
}

export default function SignUp() {
  const { isSent, showsMails } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isSent) return <SignUpScreen reply={reply} />
  const again = { to: paths.signUp(), label: m.accounts_sent_again_sign_up() }
  return <MailSentScreen text={m.accounts_sent_sign_up()} again={again} showsMails={showsMails} />
}
