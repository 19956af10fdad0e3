/** Behind the link of an invitation: what it is, and yes with the account of that address or a new one. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { PasswordField } from '~/features/accounts/ui/password-field'
import * as m from '~/paraglide/messages'
import { roleMay, roleTitle } from '../domain/role-words'
import type { InvitationPage } from '../queries/invitation-page.server'

type Reply = SubmissionResult<string[]> | undefined
type Props = { readonly page: InvitationPage; readonly token: string; readonly reply: Reply }

export function InvitationScreen({ page, token, reply }: Props) {
  const { organisation, role } = page
  const by = page.by ?? organisation.name
  return (
    <PageFrame
      title={m.organisations_join_title({ name: organisation.name })}
      lead={m.organisations_join_lead({ by, name: organisation.name, place: organisation.placeName })}
      narrow
    >
      <p>
        <span className="font-[650]">{roleTitle(role)}</span>: {roleMay(role)}
      </p>
      <div className="mt-6">
        <Answer page={page} token={token} reply={reply} />
      </div>
    </PageFrame>
  )
}

function Answer({ page: { answer, email }, token, reply }: Props) {
  if (answer === 'accept') return <Accept token={token} reply={reply} />
  if (answer === 'sign-up') return <Account email={email} token={token} reply={reply} />
  if (answer === 'sign-in')
    return (
      <div className="grid justify-items-start gap-4">
        <p>{m.organisations_join_sign_in({ email })}</p>
        <ButtonLink to={paths.signIn(paths.joinOrganisation(token))}>
          {m.organisations_join_sign_in_button()}
        </ButtonLink>
        <Link to={paths.forgotPassword()} className="link inline-flex min-h-11 items-center">
          {m.organisations_join_forgot()}
        </Link>
      </div>
    )
  return (
    <div className="grid justify-items-start gap-4">
      <p>{m.organisations_join_other({ email })}</p>
      <Form method="post" action={paths.signOut()}>
        <Button look="second">{m.organisations_join_sign_out()}</Button>
      </Form>
    </div>
  )
}

type FormProps = { readonly token: string; readonly reply: Reply }

function Accept({ token, reply }: FormProps) {
  return (
    <Form method="post" className="grid justify-items-start gap-4">
      <ErrorSummary formErrors={formProblems(reply, [])} fields={[]} />
      <input type="hidden" name="token" value={token} />
      <Button name="intent" value="accept">
        {m.organisations_join_accept()}
      </Button>
    </Form>
  )
}

function Account({ email, token, reply }: FormProps & { readonly email: string }) {
  const [form, fields] = useForm<{ name: string; password: string }>({
    id: 'account-form',
    lastResult: reply ?? null,
  })
  const busy = useNavigation().formData?.get('intent') === 'account'
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-5">
      <p>{m.organisations_join_account({ email })}</p>
      <ErrorSummary
        formErrors={formProblems(reply, ['name', 'password'])}
        fields={[fields.name, fields.password]}
      />
      <input type="hidden" name="token" value={token} />
      <TextField field={fields.name} label={m.accounts_name()} autoComplete="name" required />
      <PasswordField field={fields.password} label={m.accounts_password()} isNew />
      <div>
        <Button name="intent" value="account" busy={busy} busyText={m.accounts_busy()}>
          {m.organisations_join_account_button()}
        </Button>
      </div>
    </Form>
  )
}
