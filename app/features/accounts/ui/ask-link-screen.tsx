/** One field: the address that gets a link. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { GuardFields } from '~/components/guard-fields'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { type FormReply, problemsOf } from './form-reply'

type Props = {
  /** Of the form. */
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly reply: FormReply
}

export function AskLinkScreen({ id, title, lead, reply }: Props) {
  const [form, { email }] = useForm<{ email: string }>({ id, lastResult: reply ?? null })
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={title} lead={lead} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <GuardFields />
        <ErrorSummary formErrors={problemsOf(reply)} fields={[email]} />
        <TextField
          field={email}
          label={m.accounts_email()}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="intent" value="ask" busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_forgot_button()}
          </Button>
          <Link to={paths.signIn()} className="link py-2">
            {m.accounts_to_sign_in()}
          </Link>
        </div>
      </Form>
    </PageFrame>
  )
}
