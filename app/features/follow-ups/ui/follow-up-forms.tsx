/** Who follows a request and until when; and a new note. */
import type { SubmissionResult } from '@conform-to/dom'
import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Select, TextArea, TextField } from '~/components/field'
import * as m from '~/paraglide/messages'
import { NOTE_MAX } from '../domain/follow-up'
import type { FollowUpOfRequest } from '../queries/follow-up-of-request.server'

export type FollowUpReply = SubmissionResult<string[]> | undefined

/** What was posted last, for the form that posted it; others begin afresh. */
function replyTo(intent: string, reply: FollowUpReply): FollowUpReply | null {
  return reply?.initialValue?.intent === intent ? reply : null
}

function useIsSending(intent: string): boolean {
  const { state, formData } = useNavigation()
  return state !== 'idle' && formData?.get('intent') === intent
}

type PlanProps = { readonly followUp: FollowUpOfRequest; readonly reply: FollowUpReply }

export function PlanForm({ followUp, reply }: PlanProps) {
  const { ownerId, dueOn, owners } = followUp
  const [form, fields] = useForm<{ ownerId: string; dueOn: string }>({
    id: 'plan',
    lastResult: replyTo('plan', reply),
    defaultValue: { ownerId: ownerId ?? '', dueOn: dueOn ?? '' },
  })
  return (
    <Form method="post" id="plan" noValidate preventScrollReset className="grid gap-4">
      <ErrorSummary formErrors={form.errors} fields={[fields.ownerId, fields.dueOn]} />
      <Select
        field={fields.ownerId}
        label={m.followups_owner()}
        empty={m.followups_nobody()}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        field={fields.dueOn}
        type="date"
        label={m.followups_due()}
        hint={m.followups_due_hint()}
        width="w-48 max-w-full"
      />
      <div className="flex flex-wrap gap-3">
        <Button
          size="small"
          name="intent"
          value="plan"
          busy={useIsSending('plan')}
          busyText={m.followups_busy()}
        >
          {m.followups_plan()}
        </Button>
        {ownerId !== null || dueOn !== null ? (
          <Button size="small" look="second" name="intent" value="done">
            {m.followups_done()}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}

type NoteProps = { readonly noteId: string; readonly reply: FollowUpReply }

export function NoteForm({ noteId, reply }: NoteProps) {
  const [form, fields] = useForm<{ text: string }>({
    // A new note is a new form: what was posted does not stay in it.
    id: `note-${noteId}`,
    lastResult: replyTo('note', reply),
  })
  return (
    <Form
      method="post"
      key={noteId}
      id={form.id}
      noValidate
      preventScrollReset
      className="grid gap-4 border-t border-line pt-5"
    >
      <ErrorSummary formErrors={form.errors} fields={[fields.text]} />
      <input type="hidden" name="noteId" value={noteId} />
      <TextArea
        field={fields.text}
        label={m.followups_note()}
        hint={m.followups_note_hint()}
        rows={3}
        maxLength={NOTE_MAX}
      />
      <div>
        <Button
          size="small"
          look="second"
          name="intent"
          value="note"
          busy={useIsSending('note')}
          busyText={m.followups_busy()}
        >
          {m.followups_write()}
        </Button>
      </div>
    </Form>
  )
}
