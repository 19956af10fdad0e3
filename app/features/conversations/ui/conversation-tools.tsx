/** Mails or none, end it, report it. */
import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, Fieldset, TextArea } from '~/components/field'
import * as m from '~/paraglide/messages'
import { ABUSE_REASONS, REPORT_TEXT_MAX } from '../domain/report'
import type { ConversationPage } from '../queries/conversation-page.server'
import { abuseWord } from './words'

type Props = {
  readonly page: Pick<ConversationPage, 'isMuted' | 'isEnded' | 'mayEnd' | 'hasNew'>
  readonly partner: string
  readonly reportKey: string
  readonly reply: SubmissionResult<string[]> | undefined
}

export function ConversationTools({ page, partner, reportKey, reply }: Props) {
  return (
    <section aria-labelledby="tools" className="card no-print grid gap-5 p-5">
      <h2 id="tools">{m.conversations_tools()}</h2>
      <Form method="post" preventScrollReset className="grid justify-items-start gap-2">
        <p className="text-sm">{page.isMuted ? m.conversations_is_muted() : m.conversations_is_mailed()}</p>
        <Button look="second" size="small" name="intent" value={page.isMuted ? 'unmute' : 'mute'}>
          {page.isMuted ? m.conversations_unmute() : m.conversations_mute()}
        </Button>
      </Form>
      {page.mayEnd ? (
        <Form method="post" preventScrollReset className="grid justify-items-start gap-2">
          <p className="text-sm">
            {page.isEnded ? m.conversations_ended_text() : m.conversations_end_text({ partner })}
          </p>
          <Button look="second" size="small" name="intent" value={page.isEnded ? 'unblock' : 'block'}>
            {page.isEnded ? m.conversations_unblock() : m.conversations_block()}
          </Button>
        </Form>
      ) : null}
      <ReportForm reportKey={reportKey} reply={reply} />
    </section>
  )
}

function ReportForm({ reportKey, reply }: Pick<Props, 'reportKey' | 'reply'>) {
  const [form, fields] = useForm<{ reason: string; details: string }>({
    id: 'report',
    lastResult: reply ?? null,
  })
  return (
    <details open={reply !== undefined || undefined}>
      <summary className="min-h-11 py-2 text-act-text underline underline-offset-[.22em]">
        {m.conversations_report()}
      </summary>
      <Form method="post" id={form.id} key={reportKey} noValidate className="mt-3 grid gap-4">
        <ErrorSummary formErrors={form.errors} fields={[fields.reason, fields.details]} />
        <input type="hidden" name="key" value={reportKey} />
        <Fieldset field={fields.reason} legend={m.conversations_report_what()}>
          <ChoiceRows
            field={fields.reason}
            kind="radio"
            options={ABUSE_REASONS.map((value) => ({ value, label: abuseWord[value]() }))}
          />
        </Fieldset>
        <TextArea
          field={fields.details}
          label={m.conversations_report_details()}
          hint={m.conversations_report_who_reads()}
          optional={m.conversations_optional()}
          maxLength={REPORT_TEXT_MAX}
          rows={3}
        />
        <div>
          <Button look="second" size="small" name="intent" value="report">
            {m.conversations_report_send()}
          </Button>
        </div>
      </Form>
    </details>
  )
}
