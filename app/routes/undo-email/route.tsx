/** At the old address: that was not me. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { emailChangeState } from '~/features/accounts/queries/email-change-state.server'
import { verifyEmailForm } from '~/features/accounts/schemas'
import { LinkScreen } from '~/features/accounts/ui/link-screen'
import { undoEmailChange } from '~/features/accounts/use-cases/change-email.server'
import * as m from '~/paraglide/messages'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_email_undo())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token') ?? ''
    const state = await emailChangeState(wire(), 'undo-email', token)
    return data({ state, token }, { status: state ? 200 : 410 })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      verifyEmailForm,
      async (form) => {
        await undoEmailChange(wire(), form)
        return redirectWithNews(paths.forgotPassword(), m.security_email_undone())
      },
      { secret: ['token'] },
    ),
  )
}

export default function UndoEmail() {
  const { state, token } = useLoaderData<typeof loader>()
  return (
    <LinkScreen
      isOpen={state !== null}
      token={token}
      title={m.security_email_undo()}
      text={m.security_email_undo_text({ email: state?.oldEmail ?? '' })}
      button={m.security_email_undo_button()}
      goneText={m.security_email_undo_gone()}
      goneTo={{ to: paths.forgotPassword(), label: m.accounts_forgot_title() }}
      reply={useActionData<typeof action>()}
    />
  )
}
