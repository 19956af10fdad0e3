/** After the first proof: a code of the app, or one of the recovery codes. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { CodeField } from './code-field'
import { type FormReply, problemsOf } from './form-reply'

export function SecondStepScreen({ reply }: { readonly reply: FormReply }) {
  const [form, { code }] = useForm<{ code: string }>({ id: 'second-step', lastResult: reply ?? null })
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.security_step_title()} lead={m.security_step_lead()} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[code]} />
        <CodeField field={code} label={m.security_code()} hint={m.security_code_hint()} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_sign_in_button()}
          </Button>
          <Link to={paths.signIn()} className="link py-2">
            {m.security_step_again()}
          </Link>
        </div>
      </Form>
    </PageFrame>
  )
}
