/** Another e-mail address: the new one, and then the mail. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { type FormReply, problemsOf } from './form-reply'

type Props = { readonly present: string; readonly reply: FormReply }

export function EmailScreen({ present, reply }: Props) {
  const [form, { email }] = useForm<{ email: string }>({ id: 'email', lastResult: reply ?? null })
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.security_email()} lead={m.security_email_text({ email: present })} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <Link to={paths.accountSecurity()} className="link inline-flex min-h-11 items-center gap-2 text-sm">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {m.security_title()}
        </Link>
        <ErrorSummary formErrors={problemsOf(reply)} fields={[email]} />
        <TextField
          field={email}
          label={m.security_email_new()}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          required
        />
        <div>
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.security_email_button()}
          </Button>
        </div>
      </Form>
    </PageFrame>
  )
}
