/** Who may load for the organisation, and for whom it may load. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { DelegationLine, PartnersPage } from '../queries/partners-page.server'

type Props = {
  readonly page: PartnersPage
  readonly reply: SubmissionResult<string[]> | undefined
}

export function PartnersScreen({ page, reply }: Props) {
  const { organisation, partners, members, mayManage } = page
  const grants = reply?.initialValue?.intent === 'grant'
  return (
    <div className="grid gap-10">
      {grants ? null : <ErrorSummary formErrors={formProblems(reply, [])} fields={[]} />}
      <section aria-labelledby="partners">
        <h2 id="partners">{m.delegations_partners({ name: organisation.name })}</h2>
        {partners.length === 0 ? (
          <p className="mt-1 text-ink-soft">{m.delegations_partners_none()}</p>
        ) : (
          <ul className="card mt-3 divide-y divide-line">
            {partners.map((line) => (
              <li
                key={line.id}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-4"
              >
                <Line line={line} />
                {mayManage && line.revokedOn === null ? (
                  <Form method="post">
                    <input type="hidden" name="organisation" value={organisation.id} />
                    <input type="hidden" name="delegation" value={line.id} />
                    <Button
                      look="second"
                      size="small"
                      name="intent"
                      value="revoke"
                      aria-label={m.delegations_revoke_who({ name: line.other.name })}
                    >
                      {m.delegations_revoke()}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      {mayManage ? (
        <Grant organisationId={organisation.id} reply={grants ? reply : undefined} />
      ) : (
        <p className="text-ink-soft">{m.delegations_only_owner()}</p>
      )}
      {members.length > 0 ? (
        <section aria-labelledby="members">
          <h2 id="members">{m.delegations_members({ name: organisation.name })}</h2>
          <ul className="card mt-3 divide-y divide-line">
            {members.map((line) => (
              <li
                key={line.id}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-4"
              >
                <Line line={line} />
                {line.revokedOn === null ? (
                  <Link to={paths.loads(line.other.id)} className="link inline-flex min-h-11 items-center">
                    {m.delegations_load_for({ name: line.other.name })}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Line({
  line: { other, grantedOn, grantedBy, revokedOn, loads, lastLoadOn },
}: {
  readonly line: DelegationLine
}) {
  const since = { day: formatDay(grantedOn, true), by: grantedBy ?? m.loads_by_gone() }
  return (
    <div className="min-w-0">
      <p className="font-[650] wrap-break-word">{other.name}</p>
      <p className="text-sm text-ink-soft">{m.delegations_since(since)}</p>
      {revokedOn ? (
        <p className="text-sm text-ink-soft">{m.delegations_ended({ day: formatDay(revokedOn, true) })}</p>
      ) : null}
      <p className="text-sm text-ink-soft">
        {lastLoadOn
          ? m.delegations_loads({ count: loads, day: formatDay(lastLoadOn, true) })
          : m.delegations_loads_none()}
      </p>
    </div>
  )
}

type GrantProps = { readonly organisationId: string; readonly reply: Props['reply'] }

function Grant({ organisationId, reply }: GrantProps) {
  const errors = reply?.error?.partner
  const partner = {
    id: 'partner',
    name: 'partner',
    initialValue: reply?.initialValue?.partner ?? '',
    ...(errors ? { errors } : {}),
  }
  return (
    <section className="max-w-(--measure)" aria-labelledby="grant">
      <h2 id="grant">{m.delegations_grant_title()}</h2>
      <p className="mt-1">{m.delegations_grant_text()}</p>
      <Form method="post" className="mt-4 grid gap-5" noValidate>
        <ErrorSummary formErrors={formProblems(reply, ['partner'])} fields={[partner]} />
        <input type="hidden" name="organisation" value={organisationId} />
        <TextField
          field={partner}
          label={m.delegations_grant_partner()}
          hint={m.delegations_grant_partner_hint()}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button name="intent" value="grant">
            {m.delegations_grant()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
