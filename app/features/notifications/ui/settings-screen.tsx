/** How mails come, per kind, when not, and whether they arrive at all. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Fieldset, Select, TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { formatMoment } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import type { FormReply } from '~/features/accounts/ui/form-reply'
import * as m from '~/paraglide/messages'
import { type Audience, factsOf } from '../domain/kinds'
import type { SettingsPage } from '../queries/settings-page.server'
import { audienceWord, deliveryWord, kindWord, troubleWord } from './words'

type Props = { readonly page: SettingsPage; readonly reply: FormReply }

const AUDIENCES: readonly Audience[] = ['school', 'company', 'both', 'region', 'everyone']

export function SettingsScreen({ page, reply }: Props) {
  const from = fieldOf(reply, 'from', page.from)
  const until = fieldOf(reply, 'until', page.until)
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.notifications_settings_title()} lead={m.notifications_settings_lead()} narrow>
      <div className="grid gap-8">
        <ErrorSummary formErrors={formProblems(reply, ['from', 'until'])} fields={[from, until]} />
        {page.trouble ? <Trouble page={page} trouble={page.trouble} /> : null}
        <Form method="post" className="grid gap-8" noValidate>
          {AUDIENCES.map((audience) => (
            <Kinds key={audience} audience={audience} page={page} reply={reply} />
          ))}
          <section className="grid gap-5 border-t border-line pt-7">
            <div>
              <h2>{m.notifications_quiet_title()}</h2>
              <p className="mt-1 text-ink-soft">{m.notifications_quiet_text()}</p>
            </div>
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField field={from} label={m.notifications_quiet_from()} type="time" width="w-40" />
              <TextField field={until} label={m.notifications_quiet_until()} type="time" width="w-40" />
            </div>
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="weekends"
                defaultChecked={reply ? reply.initialValue?.weekends === 'on' : page.weekends}
                className="size-5 shrink-0"
              />
              {m.notifications_quiet_weekends()}
            </label>
          </section>
          <div>
            <Button name="intent" value="save" busy={busy} busyText={m.notifications_busy()}>
              {m.notifications_save()}
            </Button>
          </div>
        </Form>
        <p className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-5">
          <Link to={paths.notifications()} className="link inline-flex min-h-11 items-center">
            {m.notifications_all()}
          </Link>
          <Link to={paths.accountSearches()} className="link inline-flex min-h-11 items-center">
            {m.searches_own_title()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

function fieldOf(reply: FormReply, name: string, kept: string) {
  const errors = reply?.error?.[name] ?? undefined
  return { id: name, name, errors, initialValue: reply ? reply.initialValue?.[name] : kept }
}

function Kinds({ audience, page, reply }: Props & { readonly audience: Audience }) {
  const kinds = page.kinds.filter(({ kind }) => factsOf(kind).audience === audience)
  if (kinds.length === 0) return null
  const typed = reply?.initialValue?.mail as Readonly<Record<string, unknown>> | undefined
  const fixed = kinds.filter(({ kind }) => factsOf(kind).choices.length === 1)
  return (
    <section className="border-t border-line pt-7">
      <Fieldset legend={<span className="text-xl">{audienceWord[audience]()}</span>}>
        <div className="grid gap-5">
          {kinds
            .filter(({ kind }) => factsOf(kind).choices.length > 1)
            .map(({ kind, delivery }) => (
              <Select
                key={kind}
                field={{
                  id: `mail-${kind}`,
                  name: `mail.${kind}`,
                  initialValue: typed?.[kind] ?? delivery,
                }}
                label={kindWord[kind]()}
                options={factsOf(kind).choices.map((value) => ({ value, label: deliveryWord[value]() }))}
                width="w-full sm:w-80"
              />
            ))}
          {fixed.length > 0 ? (
            <div>
              <p className="text-ink-soft">{m.notifications_always()}</p>
              <ul className="mt-1 list-disc pl-5">
                {fixed.map(({ kind }) => (
                  <li key={kind}>{kindWord[kind]()}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      </Fieldset>
    </section>
  )
}

function Trouble({
  page: { email },
  trouble: { cause, mails, since },
}: {
  readonly page: SettingsPage
  readonly trouble: NonNullable<SettingsPage['trouble']>
}) {
  return (
    <Notice tone="need">
      <h2 className="text-lg">{m.notifications_trouble_title()}</h2>
      <p className="mt-1 break-words">
        {m.notifications_trouble_text({ email, count: mails, since: formatMoment(new Date(since)) })}{' '}
        {troubleWord(cause)}
      </p>
      <p className="mt-2">{m.notifications_trouble_do()}</p>
      <Form method="post" className="mt-3">
        <Button look="second" size="small" name="intent" value="arrives">
          {m.notifications_trouble_arrives()}
        </Button>
      </Form>
    </Notice>
  )
}
