/** Without a password: first the address, then the link of the mail. */
import {
  type ActionFunctionArgs,
  data,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { landing } from '~/features/accounts/queries/landing.server'
import { linkState } from '~/features/accounts/queries/link-state.server'
import { mailSent } from '~/features/accounts/queries/mail-sent.server'
import { signInLinkForm } from '~/features/accounts/schemas'
import { AskLinkScreen } from '~/features/accounts/ui/ask-link-screen'
import { LinkScreen } from '~/features/accounts/ui/link-screen'
import { MailSentScreen } from '~/features/accounts/ui/mail-sent-screen'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { askSignInLink, signInByLink } from '~/features/accounts/use-cases/sign-in-by-link.server'
import * as m from '~/paraglide/messages'
import { settingCookies } from '~/platform/http/cookies.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_link_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token')
    const sent = mailSent(wire(), request)
    if (token === null) return data({ token: '', isOpen: false, ...sent })
    const isOpen = (await linkState(wire(), 'sign-in', token)) === 'open'
    return data({ token, isOpen, ...sent }, { status: isOpen ? 200 : 410 })
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
      signInLinkForm,
      async (form, sent) => {
        if (form.intent === 'ask') {
          const isProven = await wire().formGuard.isProven(sent, wire().clock.now())
          await askSignInLink(wire(), { email: form.email, clientAddress: clientAddress(), isProven })
          return redirect(`${paths.signInLink()}?sent`)
        }
        const userId = await signInByLink(wire(), form)
        const { next, cookies } = await enter(wire(), { userId, isTwoFactor: false, to: '', request })
        const path = next === 'second-step' ? paths.secondStep() : paths[await landing(wire().db, userId)]()
        return redirect(path, { headers: settingCookies(cookies) })
      },
      { secret: ['token'] },
    ),
  )
}

export default function SignInLink() {
  const { token, isOpen, isSent, showsMails } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const again = { to: paths.signInLink(), label: m.accounts_sent_again_forgot() }
  if (isSent) return <MailSentScreen text={m.security_link_sent()} again={again} showsMails={showsMails} />
  if (token === '')
    return (
      <AskLinkScreen
        id="sign-in-link"
        title={m.security_link_title()}
        lead={m.security_link_lead()}
        reply={reply}
      />
    )
  return (
    <LinkScreen
      isOpen={isOpen}
      token={token}
      title={m.security_link_title()}
      text={m.security_link_press()}
      button={m.accounts_sign_in_button()}
      goneText={m.security_link_gone()}
      goneTo={{ to: paths.signInLink(), label: m.accounts_link_gone_reset_button() }}
      reply={reply}
    />
  )
}
