/** What was reported, for an administrator: what was said, and a note on what was done. */
import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextArea } from '~/components/field'
import { formatMoment } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { REPORT_NOTE_MAX } from '../domain/report'
import type { ReportRow, ReportsPage } from '../queries/reports-page.server'
import { abuseWord } from './words'

/** As the loader's answer arrives: dates may be texts. */
type Row = Omit<ReportRow, 'at' | 'handledAt'> & {
  readonly at: Date | string
  readonly handledAt: Date | string | null
}
type Reply = SubmissionResult<string[]> | undefined

export function ReportsScreen(props: {
  readonly page: Omit<ReportsPage, 'rows'> & { readonly rows: readonly Row[] }
  readonly reply: Reply
}) {
  const { page, reply } = props
  return (
    <PageFrame title={m.conversations_reports()} lead={m.conversations_reports_lead({ count: page.open })}>
      {page.rows.length === 0 ? (
        <EmptyState title={m.conversations_reports_none()}>
          <p>{m.conversations_reports_none_text()}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-5">
          {page.rows.map((row) => (
            <Report
              key={row.id}
              row={row}
              reply={reply?.initialValue?.report === row.id ? reply : undefined}
            />
          ))}
        </ul>
      )}
      <Pagination page={page.page} pages={page.pages} to={(n) => `${paths.adminReports()}?page=${n}`} />
    </PageFrame>
  )
}

function Report({ row, reply }: { readonly row: Row; readonly reply: Reply }) {
  return (
    <li className="card grid gap-3 p-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={row.isOpen ? 'open' : 'done'}>
          {row.isOpen ? m.conversations_report_open() : m.conversations_report_handled()}
        </StatusBadge>
        <span className="text-sm text-ink-soft">{formatMoment(new Date(row.at))}</span>
      </div>
      <h2 className="text-lg leading-7 wrap-anywhere">{abuseWord[row.reason]()}</h2>
      <p className="wrap-anywhere">
        {m.conversations_report_between({
          school: row.schoolName,
          company: row.organisationName,
          title: row.requestTitle,
        })}
      </p>
      <p className="wrap-anywhere">
        {m.conversations_report_by({
          name: row.reporterName ?? m.conversations_gone(),
          of: row.side === 'school' ? row.schoolName : row.organisationName,
        })}
        {row.text ? ` “${row.text}”` : ''}
      </p>
      <details>
        <summary className="min-h-11 py-2 text-act-text underline underline-offset-[.22em]">
          {m.conversations_report_said({ count: row.messages.length })}
        </summary>
        <ol className="mt-2 grid gap-3">
          {row.messages.map((message) => (
            <li key={message.id} className="border-l-3 border-line-strong pl-4">
              <p className="text-sm text-ink-soft">
                {m.conversations_mail_from({
                  name: message.authorName ?? m.conversations_gone(),
                  of: message.side === 'school' ? row.schoolName : row.organisationName,
                })}
              </p>
              <p className="whitespace-pre-line wrap-anywhere">{message.text}</p>
            </li>
          ))}
        </ol>
      </details>
      {row.isOpen ? (
        <Handle row={row} reply={reply} />
      ) : (
        <p className="wrap-anywhere">
          {m.conversations_report_done({
            name: row.handledByName ?? m.conversations_gone(),
            moment: row.handledAt === null ? '' : formatMoment(new Date(row.handledAt)),
          })}{' '}
          {row.note}
        </p>
      )}
    </li>
  )
}

function Handle({ row, reply }: { readonly row: Row; readonly reply: Reply }) {
  const [form, fields] = useForm<{ note: string }>({ id: `handle-${row.id}`, lastResult: reply ?? null })
  return (
    <Form method="post" id={form.id} noValidate preventScrollReset className="grid gap-3">
      <ErrorSummary formErrors={form.errors} fields={[fields.note]} />
      <input type="hidden" name="report" value={row.id} />
      <TextArea
        field={fields.note}
        label={m.conversations_report_note()}
        hint={m.conversations_report_note_hint()}
        maxLength={REPORT_NOTE_MAX}
        rows={2}
      />
      <div>
        <Button look="second" size="small">
          {m.conversations_report_handle()}
        </Button>
      </div>
    </Form>
  )
}
