/** A new password, by the link of a mail. */
import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { LinkState } from '../queries/link-state.server'
import { type FormReply, problemsOf } from './form-reply'
import { PasswordField } from './password-field'

type Props = { readonly reply: FormReply; readonly state: LinkState; readonly token: string }

export function ResetPasswordScreen({ reply, state, token }: Props) {
  const [form, { password }] = useForm<{ password: string }>({ id: 'reset', lastResult: reply ?? null })
  const busy = useNavigation().state === 'submitting'
  if (state !== 'open')
    return (
      <PageFrame title={m.accounts_link_gone_title()} lead={m.accounts_link_gone_reset()} narrow>
        <ButtonLink to={paths.forgotPassword()}>{m.accounts_link_gone_reset_button()}</ButtonLink>
      </PageFrame>
    )
  return (
    <PageFrame title={m.accounts_reset_title()} lead={m.accounts_reset_lead()} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[password]} />
        <input type="hidden" name="token" value={token} />
        <PasswordField field={password} label={m.accounts_reset_password()} isNew />
        <div>
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_reset_button()}
          </Button>
        </div>
      </Form>
    </PageFrame>
  )
}
