/** Another password, by who knows the present one; or the first one. */
import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import * as m from '~/paraglide/messages'
import { type FormReply, problemsOf } from './form-reply'
import { PasswordField } from './password-field'

type Props = { readonly email: string; readonly hasPassword: boolean; readonly reply: FormReply }

export function ChangePasswordForm({ email, hasPassword, reply }: Props) {
  const [form, fields] = useForm<{ presentPassword: string; newPassword: string }>({
    id: 'password',
    lastResult: reply ?? null,
  })
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-6">
      <ErrorSummary formErrors={problemsOf(reply)} fields={[fields.presentPassword, fields.newPassword]} />
      {/* For password managers: whose password this is. */}
      <input type="text" name="account" autoComplete="username" defaultValue={email} hidden readOnly />
      {hasPassword ? (
        <PasswordField field={fields.presentPassword} label={m.accounts_account_password_present()} />
      ) : null}
      <PasswordField field={fields.newPassword} label={m.accounts_account_password_new()} isNew />
      <div>
        <Button look="second" name="intent" value="password" busy={busy} busyText={m.accounts_busy()}>
          {m.accounts_account_password_save()}
        </Button>
      </div>
    </Form>
  )
}
