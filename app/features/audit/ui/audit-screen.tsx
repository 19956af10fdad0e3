/** The log, newest first, with its filter. The filter is a plain form: it stands in the address, as ids and days. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { Select, TextField } from '~/components/field'
import { formatMoment } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { AdminNav } from '~/features/administration/ui/admin-nav'
import { BoardNav } from '~/features/clearing/ui/board-nav'
import * as m from '~/paraglide/messages'
import { AUDIT_SUBJECTS } from '../domain/audited'
import type { AuditPage } from '../queries/audit-page.server'
import { kindOptions, kindWord, subjectWord } from './kind-words'
import { whoText } from './who-text'

type Changes = Readonly<Record<string, string | undefined>>
type Entry = AuditPage['entries'][number]

export function AuditScreen({ page }: { readonly page: AuditPage }) {
  const isAll = page.view === 'all'
  return (
    <>
      {isAll ? <AdminNav /> : <BoardNav />}
      <PageFrame title={m.audit_title()} lead={isAll ? m.audit_lead_all() : m.audit_lead_regions()}>
        <div className="grid gap-6">
          <Filter page={page} />
          <Entries page={page} />
        </div>
      </PageFrame>
    </>
  )
}

/** @returns the address of the log with another filter; what is `undefined` is left out. */
function addressOf({ view, query }: AuditPage, changes: Changes = {}, csv = false): string {
  const wanted: Changes = { ...query, before: undefined, ...changes }
  const kept = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const to = {
    all: csv ? paths.adminAuditCsv : paths.adminAudit,
    regions: csv ? paths.boardAuditCsv : paths.boardAudit,
  }
  return to[view](Object.fromEntries(kept) as Record<string, string>)
}

function Filter({ page }: { readonly page: AuditPage }) {
  const { kind = '', subject = '', from = '', until = '', by, about } = page.query
  const isFiltered = [kind, subject, from, until, by, about].some(Boolean)
  const action = addressOf(page, {
    kind: undefined,
    subject: undefined,
    from: undefined,
    until: undefined,
    by: undefined,
    about: undefined,
  })
  return (
    <section
      aria-labelledby="audit-filter"
      className="grid gap-4 rounded-md border border-line bg-surface p-4"
    >
      <h2 id="audit-filter" className="sr-only">
        {m.audit_filter()}
      </h2>
      <Form method="get" action={action} className="flex flex-wrap items-end gap-4">
        <Select
          field={{ id: 'kind', name: 'kind', initialValue: kind }}
          label={m.audit_kind()}
          empty={m.audit_any()}
          options={kindOptions()}
          width="w-72 max-w-full"
        />
        <Select
          field={{ id: 'subject', name: 'subject', initialValue: subject }}
          label={m.audit_subject()}
          empty={m.audit_any()}
          options={AUDIT_SUBJECTS.map((value) => ({ value, label: subjectWord(value) }))}
          width="w-52 max-w-full"
        />
        <TextField
          field={{ id: 'from', name: 'from', initialValue: from }}
          type="date"
          label={m.audit_from()}
          width="w-44"
        />
        <TextField
          field={{ id: 'until', name: 'until', initialValue: until }}
          type="date"
          label={m.audit_until()}
          width="w-44"
        />
        {by === undefined ? null : <input type="hidden" name="by" value={by} />}
        {about === undefined ? null : <input type="hidden" name="about" value={about} />}
        <Button look="second">{m.audit_show()}</Button>
      </Form>
      {isFiltered ? (
        <p className="text-sm">
          {by === undefined ? '' : `${m.audit_only_by()} `}
          {about === undefined ? '' : `${m.audit_only_about()} `}
          <Link to={action} className="link inline-flex min-h-11 items-center">
            {m.audit_no_filter()}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function Entries({ page }: { readonly page: AuditPage }) {
  if (page.entries.length === 0)
    return (
      <EmptyState title={m.audit_none()}>
        <p>{m.audit_none_text()}</p>
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      <p>
        <a href={addressOf(page, {}, true)} className="link inline-flex min-h-11 items-center">
          {m.audit_csv()}
        </a>
      </p>
      <ol
        aria-label={m.audit_list()}
        className="divide-y divide-line rounded-md border border-line bg-surface"
      >
        {page.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} page={page} />
        ))}
      </ol>
      {page.older === null ? null : (
        <p>
          <Link
            to={addressOf(page, { before: page.older })}
            rel="next"
            className="link inline-flex min-h-11 items-center"
          >
            {m.audit_older()}
          </Link>
        </p>
      )}
    </div>
  )
}

function EntryRow({ entry, page }: { readonly entry: Entry; readonly page: AuditPage }) {
  const name = entry.subjectName ?? entry.subjectId
  return (
    <li className="grid gap-x-6 gap-y-1 p-4 md:grid-cols-[13rem_1fr_1fr]">
      <time dateTime={entry.at} className="text-sm text-ink-soft tabular-nums">
        {formatMoment(new Date(entry.at))}
      </time>
      <div className="min-w-0">
        <p className="font-[650]">{kindWord(entry.kind)}</p>
        <p className="wrap-break-word">
          {entry.actorId === null ? (
            whoText(entry)
          ) : (
            <Link to={addressOf(page, { by: entry.actorId })} className="link">
              {whoText(entry)}
            </Link>
          )}
        </p>
        {entry.network === null ? null : (
          <p className="text-sm text-ink-soft">{m.audit_from_network({ network: entry.network })}</p>
        )}
      </div>
      <div className="min-w-0">
        <p className="text-sm text-ink-soft">{m.audit_about({ kind: subjectWord(entry.subject) })}</p>
        <p className="wrap-anywhere">
          <Link
            to={addressOf(page, { about: entry.subjectId })}
            className="link"
            aria-label={m.audit_more_of({ name })}
          >
            {name}
          </Link>
        </p>
        {entry.details === '' ? null : (
          <p className="font-mono text-sm text-ink-soft wrap-anywhere" lang="en">
            {entry.details}
          </p>
        )}
      </div>
    </li>
  )
}
