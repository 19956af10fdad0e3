/** The form that invites somebody by mail. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form, useNavigation } from '@remix-run/react'
import { ORGANISATION_ROLES } from '~/authorisation/actor'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, Fieldset, TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import * as m from '~/paraglide/messages'
import { COLLEAGUES } from '../domain/colleagues'
import { roleMay, roleTitle } from '../domain/role-words'

type Props = {
  readonly organisationId: string
  readonly reply: SubmissionResult<string[]> | undefined
}

export function InviteColleague({ organisationId, reply }: Props) {
  const busy = useNavigation().formData?.get('intent') === 'invite'
  const field = (name: 'email' | 'role', fallback: string) => {
    const errors = reply?.error?.[name]
    const initialValue = reply?.initialValue?.[name] ?? fallback
    return { id: `invite-${name}`, name, initialValue, ...(errors ? { errors } : {}) }
  }
  const [email, role] = [field('email', ''), field('role', 'editor')]
  return (
    <section className="max-w-(--measure)" aria-labelledby="invite">
      <h2 id="invite">{m.organisations_invite_title()}</h2>
      <p className="mt-1">{m.organisations_invite_text({ days: COLLEAGUES.invitationDays })}</p>
      <Form method="post" className="mt-4 grid gap-5" noValidate>
        <ErrorSummary formErrors={formProblems(reply, ['email', 'role'])} fields={[email, role]} />
        <input type="hidden" name="organisation" value={organisationId} />
        <TextField
          field={email}
          label={m.organisations_invite_email()}
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
        <Fieldset field={role} legend={m.organisations_colleagues_role()}>
          <ChoiceRows
            field={role}
            kind="radio"
            options={ORGANISATION_ROLES.map((value) => ({
              value,
              label: roleTitle(value),
              hint: roleMay(value),
            }))}
          />
        </Fieldset>
        <div>
          <Button name="intent" value="invite" busy={busy} busyText={m.organisations_invite_busy()}>
            {m.organisations_invite_button()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
