/** Who works at the organisation: their roles, who is invited, and one more. Each button is a form of its own. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form } from '@remix-run/react'
import { ORGANISATION_ROLES } from '~/authorisation/actor'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Select } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import { roleMay, roleTitle } from '../domain/role-words'
import type { ColleaguesPage } from '../queries/colleagues-page.server'
import { InviteColleague } from './invite-colleague'

export type ColleaguesReply = SubmissionResult<string[]> | undefined
type Props = { readonly page: ColleaguesPage; readonly reply: ColleaguesReply }

export function ColleaguesScreen({ page, reply }: Props) {
  const { organisation, colleagues, mayManage, invitations } = page
  const invites = reply?.initialValue?.intent === 'invite'
  return (
    <div className="grid gap-10">
      {invites ? null : <ErrorSummary formErrors={formProblems(reply, [])} fields={[]} />}
      <section aria-labelledby="people">
        <h2 id="people">{m.organisations_colleagues_here({ count: colleagues.length })}</h2>
        <ul className="card mt-3 divide-y divide-line">
          {colleagues.map((colleague) => (
            <li key={colleague.userId} className="px-4 py-4">
              <Person page={page} colleague={colleague} />
            </li>
          ))}
        </ul>
      </section>
      {invitations.length > 0 ? (
        <section aria-labelledby="invited">
          <h2 id="invited">{m.organisations_colleagues_invited()}</h2>
          <ul className="card mt-3 divide-y divide-line">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="px-4 py-4">
                <Invited organisationId={organisation.id} invitation={invitation} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mayManage ? (
        <InviteColleague organisationId={organisation.id} reply={invites ? reply : undefined} />
      ) : (
        <>
          <p className="text-ink-soft">{m.organisations_colleagues_only_owner()}</p>
          <section className="max-w-(--measure)" aria-labelledby="roles">
            <h2 id="roles">{m.organisations_colleagues_roles()}</h2>
            <dl className="mt-2 grid gap-2">
              {ORGANISATION_ROLES.map((role) => (
                <div key={role}>
                  <dt className="font-[650]">{roleTitle(role)}</dt>
                  <dd>{roleMay(role)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
    </div>
  )
}

type Colleague = ColleaguesPage['colleagues'][number]
type PersonProps = { readonly page: ColleaguesPage; readonly colleague: Colleague }

function Person({ page, colleague }: PersonProps) {
  const { name, email, role, isSelf } = colleague
  return (
    <>
      <div className="flex flex-wrap justify-between gap-x-4">
        <p className="min-w-0">
          <span className="font-[650]">{name}</span>
          {isSelf ? <span className="text-ink-soft"> ({m.organisations_colleagues_you()})</span> : null}
          <span className="block text-sm break-all text-ink-soft">{email}</span>
        </p>
        <p>{roleTitle(role)}</p>
      </div>
      {isSelf ? <Leave page={page} colleague={colleague} /> : null}
      {page.mayManage && !isSelf ? <Manage page={page} colleague={colleague} /> : null}
    </>
  )
}

function Leave({ page: { organisation, isLastOwner }, colleague }: PersonProps) {
  if (isLastOwner)
    return <p className="mt-2 text-sm text-ink-soft">{m.organisations_colleagues_last_owner()}</p>
  return (
    <details className="mt-1">
      <summary className="py-2 text-sm text-act-text">{m.organisations_colleagues_leave()}</summary>
      <p>{m.organisations_colleagues_leave_text({ name: organisation.name })}</p>
      <Press organisationId={organisation.id} colleagueId={colleague.userId} intent="remove" look="danger">
        {m.organisations_colleagues_leave_button({ name: organisation.name })}
      </Press>
    </details>
  )
}

function Manage({ page: { organisation }, colleague }: PersonProps) {
  const { userId, name, role } = colleague
  const ids = { organisationId: organisation.id, colleagueId: userId }
  return (
    <details className="mt-1">
      <summary className="py-2 text-sm text-act-text">
        {m.organisations_colleagues_change_who({ name })}
      </summary>
      <Form method="post" className="mt-1 flex flex-wrap items-end gap-3">
        <Ids {...ids} />
        <Select
          field={{ id: `role-${userId}`, name: 'role', initialValue: role }}
          label={m.organisations_colleagues_role()}
          options={ORGANISATION_ROLES.map((value) => ({ value, label: roleTitle(value) }))}
          width="w-48"
        />
        <Button look="second" name="intent" value="role">
          {m.organisations_colleagues_save_role()}
        </Button>
      </Form>
      <div className="mt-4 flex flex-wrap gap-x-6">
        <Press {...ids} intent="hand-over" look="second">
          {m.organisations_colleagues_hand_over({ name })}
        </Press>
        <Press {...ids} intent="remove" look="danger">
          {m.organisations_colleagues_remove({ name })}
        </Press>
      </div>
      <p className="mt-2 text-sm text-ink-soft">{m.organisations_colleagues_change_hint()}</p>
    </details>
  )
}

type PressProps = {
  readonly organisationId: string
  readonly colleagueId: string
  readonly intent: 'remove' | 'hand-over'
  readonly look: 'second' | 'danger'
  readonly children: string
}

function Press({ intent, look, children, ...ids }: PressProps) {
  return (
    <Form method="post" className="mt-2">
      <Ids {...ids} />
      <Button look={look} size="small" name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  )
}

function Ids({ organisationId, colleagueId }: Pick<PressProps, 'organisationId' | 'colleagueId'>) {
  return (
    <>
      <input type="hidden" name="organisation" value={organisationId} />
      <input type="hidden" name="colleague" value={colleagueId} />
    </>
  )
}

type InvitedProps = {
  readonly organisationId: string
  readonly invitation: ColleaguesPage['invitations'][number]
}

function Invited({ organisationId, invitation: { id, email, role, until, hasExpired } }: InvitedProps) {
  const day = formatDay(until, true)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0">
        <span className="break-all">{email}</span>
        <span className="block text-sm text-ink-soft">
          {roleTitle(role)},{' '}
          {hasExpired
            ? m.organisations_colleagues_expired({ day })
            : m.organisations_colleagues_until({ day })}
        </span>
      </p>
      <Form method="post">
        <input type="hidden" name="organisation" value={organisationId} />
        <input type="hidden" name="invitation" value={id} />
        <Button
          look="second"
          size="small"
          name="intent"
          value="withdraw"
          aria-label={m.organisations_colleagues_withdraw_who({ email })}
        >
          {m.organisations_colleagues_withdraw()}
        </Button>
      </Form>
    </div>
  )
}
