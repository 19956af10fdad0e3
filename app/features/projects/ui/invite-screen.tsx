/** Look for a school or a company and ask it to take part. */
import { Form, Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { Candidate, InvitePage } from '../queries/invite-page.server'
import { PressForm } from './project-form'

type Props = { readonly page: InvitePage; readonly formErrors: readonly string[] }

export function InviteScreen({ page, formErrors }: Props) {
  const { asked, schools, companies } = page
  return (
    <PageFrame title={m.projects_invite()} lead={page.title} narrow>
      <Link
        to={paths.project(page.id)}
        className="no-print link mb-4 inline-flex min-h-11 items-center gap-2 text-sm"
      >
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.projects_back_to()}
      </Link>
      <ErrorSummary formErrors={formErrors} fields={[]} />
      <Form className="flex flex-wrap items-end gap-4" role="search">
        <TextField
          field={{ id: 'invite-q', name: 'q', initialValue: asked }}
          label={m.projects_invite_search()}
          hint={m.projects_invite_hint()}
          maxLength={100}
        />
        <Button look="second">{m.projects_invite_find()}</Button>
      </Form>
      {asked === '' ? null : (
        <div className="mt-8 space-y-8">
          <Found heading={m.projects_invite_schools()} name="branch" rows={schools} />
          <Found heading={m.projects_invite_companies()} name="organisation" rows={companies} />
        </div>
      )}
    </PageFrame>
  )
}

function Found({
  heading,
  name,
  rows,
}: {
  readonly heading: string
  readonly name: 'branch' | 'organisation'
  readonly rows: readonly Candidate[]
}) {
  return (
    <section>
      <h2>{heading}</h2>
      {rows.length === 0 ? <p className="mt-2 text-ink-soft">{m.projects_invite_nothing()}</p> : null}
      <ul className="mt-3 grid gap-3">
        {rows.map((row) => (
          <li key={row.id} className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
            <div className="min-w-0">
              <p className="font-[650]">{row.name}</p>
              <p className="text-sm text-ink-soft">{row.placeName}</p>
              {row.hasPeople ? null : <p className="text-sm text-need-text">{m.projects_invite_nobody()}</p>}
            </div>
            <Standing row={row} name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing({ row, name }: { readonly row: Candidate; readonly name: 'branch' | 'organisation' }) {
  if (row.state === 'joined') return <p className="text-sm">{m.projects_invite_is_in()}</p>
  if (row.state === 'invited') return <p className="text-sm">{m.projects_member_invited()}</p>
  return (
    <PressForm
      intent="invite"
      hidden={{ [name]: row.id }}
      look="second"
      small
      label={m.projects_invite_named({ name: row.name })}
    >
      {m.projects_invite_press()}
    </PressForm>
  )
}
