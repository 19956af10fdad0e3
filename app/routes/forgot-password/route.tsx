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
import { forgotPasswordForm } from '~/features/accounts/schemas'
import { AskLinkScreen } from '~/features/accounts/ui/ask-link-screen'
import { MailSentScreen } from '~/features/accounts/ui/mail-sent-screen'
import { askReset } from '~/features/accounts/use-cases/ask-reset.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_forgot_title(), m.accounts_forgot_meta())

export function loader({ request }: LoaderFunctionArgs) {
  return mailSent(wire(), request)
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, forgotPasswordForm, async ({ email }, sent) => {
      const isProven = await wire().formGuard.isProven(sent, wire().clock.now())
      await askReset(wire(), { email, clientAddress: clientAddress(), isProven })
      return redirect(`${paths.forgotPassword()}?sent`)
    }),
  )
}

export default function ForgotPassword() {
  const { isSent, showsMails } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isSent)
    return (
      <AskLinkScreen
        id="forgot-password"
        title={m.accounts_forgot_title()}
        lead={m.accounts_forgot_lead()}
        reply={reply}
      />
    )
  const again = { to: paths.forgotPassword(), label: m.accounts_sent_again_forgot() }
  return <MailSentScreen text={m.accounts_sent_forgot()} again={again} showsMails={showsMails} />
}
