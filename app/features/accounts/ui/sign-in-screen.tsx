/** Address and password. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { type FormReply, problemsOf } from './form-reply'
import { PasskeyForm } from './passkey-form'
import { PasswordField } from './password-field'
import { type Service, ServiceLinks } from './services'

type Props = {
  readonly reply: FormReply
  /** Where the reader wanted to go. */
  readonly to: string
  readonly services: readonly Service[]
  /** Whether another way in was just refused. */
  readonly isRefused: boolean
  /** Of the accounts to try the demo with; `null` elsewhere. */
  readonly demoPassword: string | null
}

export function SignInScreen({ reply, to, isRefused, services, demoPassword }: Props) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'sign-in',
    lastResult: reply ?? null,
  })
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.accounts_sign_in_title()} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <ErrorSummary
          formErrors={isRefused && !reply ? [m.error_account_passkey_refused()] : problemsOf(reply)}
          fields={[fields.email, fields.password]}
        />
        {demoPassword === null ? null : (
          <Notice>{m.accounts_sign_in_demo({ password: demoPassword })}</Notice>
        )}
        <input type="hidden" name="to" value={to} />
        <TextField
          field={fields.email}
          label={m.accounts_email()}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <PasswordField field={fields.password} label={m.accounts_password()} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_sign_in_button()}
          </Button>
          <Link to={paths.forgotPassword()} className="link py-2">
            {m.accounts_sign_in_forgot()}
          </Link>
        </div>
      </Form>
      <section className="mt-8 grid gap-4 border-t border-line pt-6" aria-labelledby="other-ways">
        <h2 id="other-ways">{m.security_other_ways()}</h2>
        <PasskeyForm
          action={paths.signInPasskey()}
          begin={paths.beginSignInPasskey()}
          kind="sign-in"
          label={m.security_passkey_sign_in()}
          hidden={{ to }}
        />
        <ServiceLinks services={services} to={to} />
        <p>
          <Link to={paths.signInLink()} className="link inline-flex min-h-11 items-center">
            {m.security_link_offer()}
          </Link>
        </p>
      </section>
      <p className="mt-8 border-t border-line pt-6">
        {m.accounts_sign_in_no_account()}{' '}
        <Link to={paths.signUp()} className="link">
          {m.accounts_sign_up_title()}
        </Link>
      </p>
    </PageFrame>
  )
}
