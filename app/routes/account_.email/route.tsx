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
import { EmailScreen } from '~/features/accounts/ui/email-screen'
import { MailSentScreen } from '~/features/accounts/ui/mail-sent-screen'
import { askEmailChange } from '~/features/accounts/use-cases/change-email.server'
import { requireProof } from '~/features/accounts/use-cases/require-proof.server'
import * as m from '~/paraglide/messages'
import { requireSession } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_email())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { actor, reader, session } = await requireSession(request)
    requireProof(actor, session.provenAt, wire().clock.now())
    return { ...mailSent(wire(), request), present: reader.email }
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    return submitForm(
      request,
      forgotPasswordForm,
      async ({ email }) => {
        await askEmailChange(wire(), actor, { email, provenAt: session.provenAt })
        return redirect(`${paths.accountEmail()}?sent`)
      },
      { fieldOf: { 'account.same-email': 'email' } },
    )
  })
}

export default function Email() {
  const { isSent, showsMails, present } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isSent) return <EmailScreen present={present} reply={reply} />
  const again = { to: paths.accountEmail(), label: m.accounts_sent_again_forgot() }
  return <MailSentScreen text={m.security_email_sent()} again={again} showsMails={showsMails} />
}
