/** Before something that would let somebody else in: who sits here shows once more who it is. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { CodeField } from './code-field'
import { type FormReply, problemsOf } from './form-reply'
import { PasskeyForm } from './passkey-form'
import { PasswordField } from './password-field'

type Props = {
  readonly reply: FormReply
  readonly to: string
  readonly email: string
  readonly asks: ProofAsked
  readonly hasPasskeys: boolean
}

/** A code where the second step is on, else the password; without one, signing in anew by a link. */
export type ProofAsked = 'code' | 'password' | 'link'

export function ProveAgainScreen({ reply, to, email, asks, hasPasskeys }: Props) {
  const [form, fields] = useForm<{ password: string; code: string }>({
    id: 'prove',
    lastResult: reply ?? null,
  })
  const busy = useNavigation().state === 'submitting'
  const shown = asks === 'code' ? fields.code : fields.password
  return (
    <PageFrame title={m.security_prove_title()} lead={m.security_prove_lead()} narrow>
      {asks === 'link' ? (
        <p>
          <Link to={paths.signInLink()} className="link inline-flex min-h-11 items-center">
            {m.security_prove_by_link()}
          </Link>
        </p>
      ) : (
        <Form method="post" id={form.id} noValidate className="grid gap-6">
          <ErrorSummary formErrors={problemsOf(reply)} fields={[shown]} />
          <input type="hidden" name="to" value={to} />
          <input type="text" name="account" autoComplete="username" defaultValue={email} hidden readOnly />
          {asks === 'code' ? (
            <CodeField field={fields.code} label={m.security_code()} hint={m.security_code_hint()} />
          ) : (
            <PasswordField field={fields.password} label={m.accounts_password()} />
          )}
          <div>
            <Button busy={busy} busyText={m.accounts_busy()}>
              {m.security_prove_button()}
            </Button>
          </div>
        </Form>
      )}
      {hasPasskeys ? (
        <div className="mt-6">
          <PasskeyForm
            action={paths.proveAgain()}
            begin={paths.beginSignInPasskey()}
            kind="sign-in"
            label={m.security_prove_by_passkey()}
            hidden={{ to }}
          />
        </div>
      ) : null}
      <Form method="post" action={paths.signOut()} className="mt-8">
        <Button look="quiet">{m.accounts_account_sign_out()}</Button>
      </Form>
    </PageFrame>
  )
}
