/** Two questions that everybody answers in ten seconds; the others wait behind a line. */
import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { CheckboxRow, ChoiceRows, type FieldLike, Fieldset, TextArea, TextField } from '~/components/field'
import * as m from '~/paraglide/messages'
import { AGAIN, EVALUATION_TEXT_MAX, FITS, GOALS, RATINGS } from '../domain/evaluation'
import type { EvaluationPage } from '../queries/evaluation-page.server'
import { againWord, fitWord, goalWord, ratingWord } from './words'

type Props = {
  readonly page: EvaluationPage
  readonly other: string
  readonly reply: SubmissionResult<string[]> | undefined
  /** Of the group, where the school counts who was there in the same form. */
  readonly pupils?: number | null
}
type Fields = {
  pupils: string
  rating: string
  again: string
  goal: string
  fit: string
  text: string
  noPupils: string
}

export function EvaluationForm({ page: { own, side }, other, reply, pupils = null }: Props) {
  const navigation = useNavigation()
  const [form, fields] = useForm<Fields>({
    id: 'evaluation',
    lastResult: reply ?? null,
    defaultValue: (own
      ? {
          rating: String(own.rating),
          again: own.again,
          ...(own.goal && { goal: own.goal }),
          ...(own.fit && { fit: own.fit }),
          ...(own.text && { text: own.text }),
        }
      : pupils === null
        ? {}
        : { pupils: String(pupils) }) as never,
  })
  const asksPupils = fields.noPupils.errors !== undefined || fields.noPupils.initialValue === 'on'
  const hasMore = own !== null && (own.goal !== null || own.fit !== null || own.text !== null)
  return (
    <Form method="post" id={form.id} noValidate className="card grid gap-6 p-5 md:p-6">
      <ErrorSummary
        formErrors={form.errors}
        fields={[fields.pupils, fields.rating, fields.again, fields.text, fields.noPupils]}
      />
      {pupils === null ? null : (
        <TextField
          field={fields.pupils}
          label={m.bookings_field_pupils()}
          hint={m.bookings_field_pupils_hint()}
          inputMode="numeric"
          maxLength={4}
          width="w-32"
        />
      )}
      <Radios
        field={fields.rating}
        legend={m.evaluations_rating()}
        values={RATINGS}
        wordOf={(value) => ratingWord[value]?.() ?? value}
      />
      <Radios
        field={fields.again}
        legend={side === 'school' ? m.evaluations_again_school() : m.evaluations_again_company()}
        values={AGAIN}
        wordOf={(value) => againWord[value]()}
      />
      <details open={hasMore || asksPupils || fields.text.errors !== undefined || undefined}>
        <summary className="min-h-11 py-2 text-act-text">{m.evaluations_more()}</summary>
        <div className="mt-3 grid gap-6">
          {side === 'school' ? (
            <>
              <Radios
                field={fields.goal}
                legend={m.evaluations_goal()}
                values={GOALS}
                wordOf={(value) => goalWord[value]()}
              />
              <Radios
                field={fields.fit}
                legend={m.evaluations_fit()}
                values={FITS}
                wordOf={(value) => fitWord[value]()}
              />
            </>
          ) : null}
          <TextArea
            field={fields.text}
            label={m.evaluations_text({ other })}
            hint={m.evaluations_text_hint()}
            maxLength={EVALUATION_TEXT_MAX}
          />
          {asksPupils ? <CheckboxRow field={fields.noPupils} label={m.privacy_pupils_checked()} /> : null}
        </div>
      </details>
      <div>
        <Button busy={navigation.state === 'submitting'} busyText={m.bookings_busy()}>
          {own ? m.evaluations_change() : m.evaluations_send()}
        </Button>
        <p className="mt-3 max-w-(--measure) text-sm text-ink-soft">{m.evaluations_who_reads({ other })}</p>
      </div>
    </Form>
  )
}

function Radios<Value extends string>({
  field,
  legend,
  values,
  wordOf,
}: {
  readonly field: FieldLike
  readonly legend: string
  readonly values: readonly Value[]
  readonly wordOf: (value: Value) => string
}) {
  return (
    <Fieldset field={field} legend={legend}>
      <ChoiceRows
        field={field}
        kind="radio"
        options={values.map((value) => ({ value, label: wordOf(value) }))}
      />
    </Fieldset>
  )
}
