/** The forms of a booking. Each says first what it does to the other side, and works without JavaScript. */
import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, type FieldLike, Fieldset, TextArea, TextField } from '~/components/field'
import { formatDay, formatDayAndTime, formatWeekdays } from '~/components/format'
import { paths } from '~/components/paths'
import { addDays, lastBookableDay } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { CANCEL_TEXT_MAX, PUPILS_MAX } from '../domain/booking'
import { cancelReasonWord } from '../domain/words'
import type { BookingPage } from '../queries/booking-page.server'
import { REASONS_OF } from './words'

export type BookingReply = SubmissionResult<string[]> | undefined
type Intent = 'choose' | 'move' | 'cancel' | 'done' | 'missed'
type Side = 'school' | 'company'
type Common = { readonly booking: BookingPage; readonly reply: BookingReply }

/** The form that the reply is to, with its fields; others begin afresh. */
function useBookingForm<Name extends string>(
  intent: Intent,
  reply: BookingReply,
  initial: Partial<Record<Name, string>> = {},
) {
  return useForm<Record<Name, string>>({
    id: intent,
    lastResult: reply?.initialValue?.intent === intent ? reply : null,
    defaultValue: initial as never,
  })
}

type FrameProps = {
  readonly intent: Intent
  readonly title: string
  readonly formErrors: readonly string[] | undefined
  readonly fields: readonly FieldLike[]
  readonly submit: string
  readonly look?: 'main' | 'second' | 'danger'
  readonly children: ReactNode
  /** Where who changes his mind goes, and how that is called. */
  readonly back?: { readonly to: string; readonly name: string }
}

function FormFrame({ intent, title, formErrors, fields, submit, look, children, back }: FrameProps) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  const heading = useRef<HTMLHeadingElement>(null)
  const isStep = back !== undefined
  // A step that was asked for by a link begins here for who cannot see the page change.
  useEffect(() => {
    if (isStep) heading.current?.focus()
  }, [isStep])
  return (
    <section
      className="no-print mt-6 rounded-md border-2 border-act bg-surface p-5"
      aria-labelledby={`${intent}-title`}
    >
      <h2 id={`${intent}-title`} ref={heading} tabIndex={isStep ? -1 : undefined}>
        {title}
      </h2>
      <Form method="post" id={intent} noValidate preventScrollReset className="mt-3 grid gap-5">
        <ErrorSummary formErrors={formErrors} fields={fields} />
        {children}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="intent" value={intent} look={look ?? 'main'} busy={busy} busyText={m.bookings_busy()}>
            {submit}
          </Button>
          {back ? (
            <Link to={back.to} className="link inline-flex min-h-11 items-center">
              {back.name}
            </Link>
          ) : null}
        </div>
      </Form>
    </section>
  )
}

export function ChooseForm({ booking, by, reply }: Common & { readonly by: string }) {
  const [form, fields] = useBookingForm<'date'>('choose', reply)
  return (
    <FormFrame
      intent="choose"
      title={m.bookings_choose_title({ company: booking.organisation.name })}
      formErrors={form.errors}
      fields={[fields.date]}
      submit={m.bookings_choose_submit()}
    >
      <p>{m.bookings_choose_text({ by, company: booking.organisation.name })}</p>
      <Fieldset field={fields.date} legend={m.bookings_choose_legend()}>
        <ChoiceRows
          field={fields.date}
          kind="radio"
          options={booking.options.map((day) => ({ value: day, label: formatDayAndTime(day, null) }))}
        />
      </Fieldset>
      <p className="text-sm text-ink-soft">
        {m.bookings_choose_none_fits({ company: booking.organisation.name })}
      </p>
    </FormFrame>
  )
}

export function MoveForm({ booking, side, reply }: Common & { readonly side: Side }) {
  const { date, startTime, today, offer } = booking
  const [form, fields] = useBookingForm<'date' | 'startTime'>('move', reply, {
    ...(date !== null && { date }),
    ...(startTime !== null && { startTime }),
  })
  const other = side === 'school' ? booking.organisation.name : booking.school.name
  const isFirst = date === null
  return (
    <FormFrame
      intent="move"
      title={isFirst ? m.bookings_set_title() : m.bookings_move_title()}
      formErrors={form.errors}
      fields={[fields.date, fields.startTime]}
      submit={isFirst ? m.bookings_set_submit() : m.bookings_move_submit()}
      {...(!isFirst && { back: { to: paths.booking(booking.id), name: m.bookings_keep() } })}
    >
      <p>{isFirst ? m.bookings_set_text({ other }) : m.bookings_move_text({ other })}</p>
      <TextField
        field={fields.date}
        label={m.bookings_field_date()}
        hint={dateHint(offer.weekdays, side)}
        type="date"
        min={today}
        max={lastBookableDay(today)}
        width="w-full sm:w-60"
      />
      <TextField
        field={fields.startTime}
        label={m.bookings_field_time()}
        optional={m.bookings_optional()}
        type="time"
        width="w-40"
      />
    </FormFrame>
  )
}

function dateHint(weekdays: readonly number[], side: Side): string | undefined {
  if (side === 'company') return undefined
  return m.bookings_goes_on({ days: formatWeekdays(weekdays.length === 0 ? [1, 2, 3, 4, 5] : weekdays) })
}

export function CancelForm({ booking, side, reply }: Common & { readonly side: Side }) {
  const [form, fields] = useBookingForm<'reason' | 'text'>('cancel', reply)
  const other = side === 'school' ? booking.organisation.name : booking.school.name
  return (
    <FormFrame
      intent="cancel"
      title={m.bookings_cancel_title()}
      formErrors={form.errors}
      fields={[fields.reason, fields.text]}
      submit={m.bookings_cancel_submit()}
      look="danger"
      back={{ to: paths.booking(booking.id), name: m.bookings_keep() }}
    >
      <p>
        {side === 'school'
          ? (booking.shared ? m.bookings_shared_cancel_school : m.bookings_cancel_consequence_school)({
              other,
            })
          : m.bookings_cancel_consequence_company({ other })}
      </p>
      {booking.shared && side === 'company' ? <p>{m.bookings_shared_cancel()}</p> : null}
      <Fieldset field={fields.reason} legend={m.bookings_field_reason()}>
        <ChoiceRows
          field={fields.reason}
          kind="radio"
          options={REASONS_OF[side].map((reason) => ({ value: reason, label: cancelReasonWord[reason]() }))}
        />
      </Fieldset>
      <TextArea
        field={fields.text}
        label={m.bookings_field_text()}
        hint={m.bookings_field_text_hint({ other })}
        optional={m.bookings_optional()}
        maxLength={CANCEL_TEXT_MAX}
      />
    </FormFrame>
  )
}

/** Only the school counts its pupils. */
export function DoneForm({ booking, reply }: Common) {
  const { request, state, date, today } = booking
  const [form, fields] = useBookingForm<'pupils'>('done', reply, { pupils: String(request.groupSize) })
  return (
    <FormFrame
      intent="done"
      title={state === 'no-show' ? m.bookings_done_after_all() : m.bookings_done_title()}
      formErrors={form.errors}
      fields={[fields.pupils]}
      submit={m.bookings_done_submit()}
    >
      <p>
        {date !== null && date < addDays(today, -1)
          ? m.bookings_done_text({ day: formatDay(date) })
          : m.bookings_done_text_today()}
      </p>
      <TextField
        field={fields.pupils}
        label={m.bookings_field_pupils()}
        hint={m.bookings_field_pupils_hint()}
        inputMode="numeric"
        maxLength={String(PUPILS_MAX).length}
        width="w-32"
      />
    </FormFrame>
  )
}

export function MissedForm({ side, reply }: { readonly side: Side; readonly reply: BookingReply }) {
  const [form] = useBookingForm<never>('missed', reply)
  return (
    <details className="no-print mt-4" open={form.errors !== undefined || undefined}>
      <summary className="py-2 text-act-text">{m.bookings_missed()}</summary>
      <FormFrame
        intent="missed"
        title={m.bookings_missed_title()}
        formErrors={form.errors}
        fields={[]}
        submit={m.bookings_missed_submit()}
        look="second"
      >
        <p>{side === 'school' ? m.bookings_missed_text_school() : m.bookings_missed_text_company()}</p>
      </FormFrame>
    </details>
  )
}
