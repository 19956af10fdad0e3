/** Behind the link in the mail to who rang: what was entered; an account of the school, or withdrawing. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { PasswordField } from '~/features/accounts/ui/password-field'
import { RequestFacts } from '~/features/requests/ui/request-facts'
import { RequestStanding } from '~/features/requests/ui/request-standing'
import * as m from '~/paraglide/messages'
import type { RequestPage } from '../../requests/queries/request-page.server'

type Reply = SubmissionResult<string[]> | undefined
type Props = {
  readonly request: RequestPage
  readonly contact: { readonly name: string; readonly email: string }
  readonly hasAccount: boolean
  readonly token: string
  readonly reply: Reply
}

export function EnteredScreen({ request, contact, hasAccount, token, reply }: Props) {
  const ofAccount = reply?.initialValue?.intent === 'account'
  return (
    <div className="page grid max-w-3xl gap-8 py-8">
      <header>
        <RequestStanding request={request} />
        <p className="mt-3">{m.phone_entered_lead({ school: request.schoolName })}</p>
      </header>
      {ofAccount ? null : (
        <ErrorSummary formErrors={Object.values(reply?.error ?? {}).flatMap((e) => e ?? [])} fields={[]} />
      )}
      <RequestFacts request={request} title={m.phone_entered_facts()} />
      {request.isRunning ? (
        <>
          <section className="card grid gap-4 p-5" aria-labelledby="account">
            <h2 id="account" className="text-lg">
              {m.phone_account_title()}
            </h2>
            {hasAccount ? (
              <JoinForm token={token} email={contact.email} />
            ) : (
              <AccountForm token={token} contact={contact} reply={ofAccount ? reply : undefined} />
            )}
          </section>
          <section className="grid gap-3" aria-labelledby="withdraw">
            <h2 id="withdraw" className="text-lg">
              {m.phone_withdraw_title()}
            </h2>
            <p>{m.phone_withdraw_text()}</p>
            <Form method="post">
              <input type="hidden" name="token" value={token} />
              <Button look="second" name="intent" value="withdraw">
                {m.requests_withdraw()}
              </Button>
            </Form>
          </section>
        </>
      ) : (
        <Notice>{m.phone_entered_over()}</Notice>
      )}
    </div>
  )
}

function JoinForm({ token, email }: { readonly token: string; readonly email: string }) {
  return (
    <Form method="post" className="grid gap-4">
      <p>{m.phone_join_text({ email })}</p>
      <input type="hidden" name="token" value={token} />
      <div>
        <Button name="intent" value="join">
          {m.phone_join()}
        </Button>
      </div>
    </Form>
  )
}

type AccountProps = Pick<Props, 'token' | 'contact' | 'reply'>

function AccountForm({ token, contact, reply }: AccountProps) {
  const [form, fields] = useForm<{ name: string; password: string }>({
    id: 'account-form',
    lastResult: reply ?? null,
    defaultValue: { name: contact.name },
  })
  const { state, formData } = useNavigation()
  const busy = state !== 'idle' && formData?.get('intent') === 'account'
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-4">
      <p>{m.phone_account_text({ email: contact.email })}</p>
      <ErrorSummary formErrors={reply?.error?.[''] ?? []} fields={[fields.name, fields.password]} />
      <input type="hidden" name="token" value={token} />
      <TextField field={fields.name} label={m.accounts_name()} autoComplete="name" required />
      <PasswordField field={fields.password} label={m.accounts_password()} isNew />
      <div>
        <Button name="intent" value="account" busy={busy} busyText={m.accounts_busy()}>
          {m.phone_account_button()}
        </Button>
      </div>
    </Form>
  )
}

/** After withdrawing, for somebody who has not signed in. */
export function EnteredWithdrawn() {
  return (
    <PageFrame title={m.phone_withdrawn_title()} lead={m.phone_withdrawn_text()} narrow>
      <p>
        <Link to={paths.finder()} className="link inline-flex min-h-11 items-center">
          {m.common_to_finder()}
        </Link>
      </p>
    </PageFrame>
  )
}
