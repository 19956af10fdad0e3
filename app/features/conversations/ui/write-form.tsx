/** The form to write in a conversation, with files. */
import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import Send from 'lucide-react/icons/send'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { FieldError, TextArea } from '~/components/field'
import * as m from '~/paraglide/messages'
import { MESSAGE_MAX } from '../domain/conversation'
import { MESSAGE_FILES } from '../domain/message-file'

type Props = {
  /** Another one after each message, so that the form is empty again. */
  readonly formKey: string
  readonly reply: SubmissionResult<string[]> | undefined
  readonly hint: string
  readonly withFiles?: boolean
}

const ACCEPT = '.pdf,.docx,.pptx,.xlsx,.odt,.odp,.ods,image/jpeg,image/png,image/webp'

export function WriteForm({ formKey, reply, hint, withFiles = true }: Props) {
  const navigation = useNavigation()
  const isBusy = navigation.state === 'submitting' && navigation.formData?.get('intent') === 'write'
  const [form, fields] = useForm<{ text: string; files: string }>({
    id: 'write',
    lastResult: reply ?? null,
  })
  const wrongFiles = fields.files.errors !== undefined
  return (
    <Form
      method="post"
      encType={withFiles ? 'multipart/form-data' : undefined}
      id={form.id}
      key={formKey}
      noValidate
      className="card grid gap-4 p-5"
    >
      <ErrorSummary formErrors={form.errors} fields={[fields.text, fields.files]} />
      <input type="hidden" name="key" value={formKey} />
      <TextArea
        field={fields.text}
        label={m.conversations_write()}
        hint={hint}
        maxLength={MESSAGE_MAX}
        rows={5}
      />
      {withFiles ? (
        <div>
          <label htmlFor={fields.files.id} className="block font-[650]">
            {m.conversations_add_files()}{' '}
            <span className="font-[400] text-ink-soft">({m.conversations_optional()})</span>
          </label>
          <p id={`${fields.files.id}-hint`} className="text-sm text-ink-soft">
            {m.conversations_files_hint({
              count: MESSAGE_FILES.count,
              max: Math.round(MESSAGE_FILES.bytes / 1024 / 1024),
            })}
          </p>
          <input
            type="file"
            multiple
            id={fields.files.id}
            name={fields.files.name}
            accept={ACCEPT}
            aria-invalid={wrongFiles || undefined}
            aria-describedby={`${fields.files.id}-hint${wrongFiles ? ` ${fields.files.id}-error` : ''}`}
            className="field-box mt-1.5 file:mr-3 file:min-h-9 file:rounded-md file:border-2 file:border-act file:bg-surface file:px-3 file:font-[650] file:text-act-text"
          />
          <FieldError field={fields.files} />
        </div>
      ) : null}
      <div>
        <Button name="intent" value="write" busy={isBusy} busyText={m.conversations_busy()}>
          <Send aria-hidden size={20} strokeWidth={1.75} />
          {m.conversations_send()}
        </Button>
      </div>
    </Form>
  )
}
