/** Regions and who coordinates them. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Select, TextField } from '~/components/field'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { Coordinators } from '../queries/lists.server'
import { AdminNav } from './admin-nav'

type Props = { readonly regions: Coordinators; readonly reply: SubmissionResult<string[]> | undefined }

export function CoordinatorsScreen({ regions, reply }: Props) {
  const without = regions.filter(({ people }) => people.length === 0).length
  return (
    <>
      <AdminNav />
      <PageFrame title={m.administration_coordinators()} lead={m.administration_coordinators_text()}>
        <div className="grid gap-8">
          <AppointForm regions={regions} reply={reply} />
          {without > 0 ? (
            <Notice tone="need">
              {m.administration_without({ count: without, shown: String(without) })}
            </Notice>
          ) : null}
          <ul className="grid items-start gap-4 md:grid-cols-2 lg:grid-cols-3">
            {regions.map((region) => (
              <li key={region.id} className="grid gap-2 rounded-md border border-line bg-surface p-4">
                <h2 className="text-lg">{region.name}</h2>
                <p className="text-sm text-ink-soft">{region.landsdeel}</p>
                {region.people.length === 0 ? <p>{m.administration_nobody()}</p> : null}
                <ul className="grid gap-3">
                  {region.people.map((person) => (
                    <li key={person.id} className="wrap-anywhere">
                      <Link to={paths.adminPerson(person.id)} className="link">
                        {person.name}
                      </Link>{' '}
                      {person.email}
                      <Form method="post" preventScrollReset>
                        <input type="hidden" name="region" value={region.id} />
                        <input type="hidden" name="user" value={person.id} />
                        <Button
                          look="quiet"
                          size="small"
                          name="intent"
                          value="dismiss"
                          aria-label={m.administration_dismiss_of({ name: person.name, region: region.name })}
                        >
                          {m.administration_dismiss()}
                        </Button>
                      </Form>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      </PageFrame>
    </>
  )
}

function AppointForm({ regions, reply }: Props) {
  const [form, fields] = useForm<{ region: string; email: string }>({
    id: 'appoint',
    lastResult: reply ?? null,
  })
  return (
    <Form
      method="post"
      id="appoint"
      noValidate
      className="grid max-w-(--measure) gap-4 rounded-md border border-line bg-surface p-4"
    >
      <h2>{m.administration_appoint()}</h2>
      <ErrorSummary formErrors={form.errors} fields={[fields.region, fields.email]} />
      <Select
        field={fields.region}
        label={m.administration_region()}
        options={regions.map(({ id, name }) => ({ value: id, label: name }))}
        width="w-72 max-w-full"
      />
      <TextField
        field={fields.email}
        type="email"
        autoComplete="off"
        label={m.administration_coordinator_email()}
        hint={m.administration_coordinator_email_hint()}
      />
      <div>
        <Button name="intent" value="appoint">
          {m.administration_appoint_button()}
        </Button>
      </div>
    </Form>
  )
}
