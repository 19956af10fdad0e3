/** Accounts: looked for by a form that is posted, so that no name stands in an address; and who is blocked. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formatDay } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { BlockedPeople, PersonLine } from '../queries/people.server'
import { AdminNav } from './admin-nav'

type Props = {
  readonly blocked: BlockedPeople
  /** `null`: nothing was looked for. */
  readonly found: readonly PersonLine[] | null
  readonly who: string
  readonly reply: SubmissionResult<string[]> | undefined
}

export function PeopleScreen({ blocked, found, who, reply }: Props) {
  const [form, fields] = useForm<{ who: string }>({
    id: 'people',
    lastResult: reply ?? null,
    defaultValue: { who },
  })
  return (
    <>
      <AdminNav />
      <PageFrame title={m.administration_people()} lead={m.administration_people_text()}>
        <div className="grid gap-10">
          <Form method="post" id="people" noValidate className="grid max-w-(--measure) gap-4">
            <ErrorSummary formErrors={form.errors} fields={[fields.who]} />
            <TextField
              field={fields.who}
              label={m.administration_who()}
              hint={m.administration_who_hint()}
              autoComplete="off"
            />
            <div>
              <Button>{m.administration_search()}</Button>
            </div>
          </Form>
          {found === null ? null : (
            <section aria-labelledby="found">
              <h2 id="found" className="mb-3">
                {m.administration_found()}
              </h2>
              {found.length === 0 ? (
                <EmptyState title={m.administration_found_none()}>
                  <p>{m.administration_found_none_text()}</p>
                </EmptyState>
              ) : (
                <ul className="divide-y divide-line rounded-md border border-line bg-surface">
                  {found.map((person) => (
                    <li key={person.id} className="p-4">
                      <PersonName person={person} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )}
          <section aria-labelledby="blocked">
            <h2 id="blocked" className="mb-3">
              {m.administration_blocked()}
            </h2>
            {blocked.length === 0 ? <p>{m.administration_blocked_none()}</p> : null}
            <ul className="grid gap-4">
              {blocked.map((person) => (
                <li key={person.id} className="rounded-md border border-line bg-surface p-4">
                  <PersonName person={person} />
                  <p className="wrap-break-word">
                    {m.administration_blocked_since({
                      day: formatDay(person.blockedOn, true),
                      reason: person.reason,
                    })}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </PageFrame>
    </>
  )
}

function PersonName({ person: { id, name, email, isBlocked } }: { readonly person: PersonLine }) {
  return (
    <p className="wrap-anywhere">
      <Link to={paths.adminPerson(id)} className="link font-[650]">
        {name}
      </Link>{' '}
      {email}
      {isBlocked ? ` · ${m.administration_is_blocked()}` : ''}
    </p>
  )
}
