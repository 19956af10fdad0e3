/** One account: what it may, where it is signed in, and what an administrator can do about it. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formatDay, formatMoment, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import { IMPERSONATION } from '../domain/impersonation'
import type { PersonPage } from '../queries/people.server'
import { AdminNav } from './admin-nav'

type Reply = SubmissionResult<string[]> | undefined
type Props = { readonly page: PersonPage; readonly reply: Reply }

export function PersonScreen({ page, reply }: Props) {
  const problems = reply?.error?.[''] ?? []
  const may = !page.isAdministrator && !page.isSelf
  return (
    <>
      <AdminNav />
      <PageFrame title={page.name} lead={<span className="wrap-anywhere">{page.email}</span>}>
        <div className="grid gap-8">
          <ErrorSummary formErrors={problems} fields={[]} />
          {page.blockedReason === null ? null : (
            <Notice tone="need">{m.administration_blocked_because({ reason: page.blockedReason })}</Notice>
          )}
          <FactTable facts={factsOf(page)} />
          <p>
            <Link to={paths.adminAudit({ by: page.id })} className="link inline-flex min-h-11 items-center">
              {m.administration_what_they_did()}
            </Link>
          </p>
          {may ? <Deeds page={page} reply={reply} /> : <p>{m.administration_no_deeds()}</p>}
        </div>
      </PageFrame>
    </>
  )
}

function factsOf(page: PersonPage) {
  const names = (list: readonly { readonly name: string; readonly role: string }[]) =>
    list.map(({ name, role }) => `${name} (${roleWord(role)})`).join(', ') || m.administration_none()
  return [
    { label: m.administration_since(), value: formatDay(page.since, true) },
    {
      label: m.administration_email(),
      value: page.emailVerified ? m.administration_confirmed() : m.administration_unconfirmed(),
    },
    { label: m.administration_schools(), value: names(page.schools) },
    { label: m.administration_companies(), value: names(page.organisations) },
    { label: m.administration_regions(), value: page.regions.join(', ') || m.administration_none() },
    {
      label: m.administration_last_sign_in(),
      value: page.lastSignInAt ? formatMoment(new Date(page.lastSignInAt)) : m.administration_none(),
    },
    { label: m.administration_sessions(), value: formatNumber(page.sessions) },
    ...(page.isAdministrator
      ? [{ label: m.administration_role(), value: m.administration_administrator() }]
      : []),
  ]
}

const ROLES: Readonly<Record<string, () => string>> = {
  lead: m.administration_role_lead,
  member: m.administration_role_member,
  owner: m.administration_role_owner,
  editor: m.administration_role_editor,
  viewer: m.administration_role_viewer,
}
const roleWord = (role: string) => ROLES[role]?.() ?? role

function Deeds({ page, reply }: Props) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-3">
      {page.isBlocked ? null : (
        <Deed
          title={m.administration_look()}
          text={m.administration_look_text({ minutes: IMPERSONATION.minutes })}
        >
          <ReasonForm intent="look" button={m.administration_look_button()} reply={reply} />
        </Deed>
      )}
      <Deed title={m.administration_end_sessions()} text={m.administration_end_sessions_text()}>
        <Form method="post">
          <Button look="second" name="intent" value="end-sessions">
            {m.administration_end_sessions_button()}
          </Button>
        </Form>
      </Deed>
      {page.isBlocked ? (
        <Deed title={m.administration_unblock()} text={m.administration_unblock_text()}>
          <Form method="post">
            <Button look="second" name="intent" value="unblock">
              {m.administration_unblock_button()}
            </Button>
          </Form>
        </Deed>
      ) : (
        <Deed title={m.administration_block()} text={m.administration_block_text()}>
          <ReasonForm intent="block" button={m.administration_block_button()} reply={reply} />
        </Deed>
      )}
    </div>
  )
}

function Deed({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}) {
  return (
    <section className="grid gap-3 rounded-md border border-line bg-surface p-4">
      <h2 className="text-lg">{title}</h2>
      <p className="text-ink-soft">{text}</p>
      {children}
    </section>
  )
}

function ReasonForm({
  intent,
  button,
  reply,
}: {
  readonly intent: 'look' | 'block'
  readonly button: string
  readonly reply: Reply
}) {
  const [form, fields] = useForm<{ reason: string }>({
    id: intent,
    lastResult: reply?.initialValue?.intent === intent ? reply : null,
  })
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-3">
      <TextField
        field={fields.reason}
        label={m.administration_reason()}
        hint={m.administration_reason_hint()}
        maxLength={IMPERSONATION.reasonMax}
        autoComplete="off"
      />
      <div>
        <Button look="second" name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </Form>
  )
}
