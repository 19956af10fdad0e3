/** A new account: who, how to reach, and what for. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, Fieldset, TextField } from '~/components/field'
import { GuardFields } from '~/components/guard-fields'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { LIMITS } from '../domain/account'
import { type FormReply, problemsOf } from './form-reply'
import { PasswordField } from './password-field'

type Fields = { name: string; email: string; password: string; audience: string }

export function SignUpScreen({ reply }: { readonly reply: FormReply }) {
  const [form, fields] = useForm<Fields>({ id: 'sign-up', lastResult: reply ?? null })
  const { name, email, password, audience } = fields
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.accounts_sign_up_title()} lead={m.accounts_sign_up_lead()} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <GuardFields />
        <ErrorSummary formErrors={problemsOf(reply)} fields={[audience, name, email, password]} />
        <Fieldset field={audience} legend={m.accounts_sign_up_audience()}>
          <ChoiceRows field={audience} kind="radio" options={audiences()} />
        </Fieldset>
        <TextField
          field={name}
          label={m.accounts_name()}
          hint={m.accounts_name_hint()}
          autoComplete="name"
          maxLength={LIMITS.name}
          required
        />
        <TextField
          field={email}
          label={m.accounts_email()}
          hint={m.accounts_sign_up_email_hint()}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          maxLength={LIMITS.email}
          required
        />
        <PasswordField field={password} label={m.accounts_password()} isNew />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_sign_up_button()}
          </Button>
          <Link to={paths.privacy()} className="link py-2">
            {m.accounts_sign_up_privacy()}
          </Link>
        </div>
      </Form>
      <p className="mt-8 border-t border-line pt-6">
        {m.accounts_sign_up_have_account()}{' '}
        <Link to={paths.signIn()} className="link">
          {m.accounts_sign_in_title()}
        </Link>
      </p>
    </PageFrame>
  )
}

function audiences() {
  return [
    {
      value: 'school',
      label: m.accounts_sign_up_audience_school(),
      hint: m.accounts_sign_up_audience_school_hint(),
    },
    {
      value: 'company',
      label: m.accounts_sign_up_audience_company(),
      hint: m.accounts_sign_up_audience_company_hint(),
    },
  ]
}
