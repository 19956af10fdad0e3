/** The forms of an answer: yes on a day, yes with the day to be agreed, no, and to a colleague. Each works without JavaScript. */
import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import {
  CheckboxRow,
  ChoiceRows,
  type FieldLike,
  Fieldset,
  Select,
  TextArea,
  TextField,
} from '~/components/field'
import { Notice } from '~/components/notices'
import * as m from '~/paraglide/messages'
import { DECLINE_REASONS, MAX_DATE_OPTIONS, TEXT_MAX } from '../domain/proposal'
import type { Colleague } from '../queries/colleagues.server'
import type { ProposalPage } from '../queries/proposal-page.server'
import { DayField } from './day-fields'
import { type Reply, replyField } from './reply-field'
import { declineWord } from './words'

type Common = {
  readonly page: ProposalPage
  /** Where the form is sent to. */
  readonly action: string
  readonly reply: Reply
}

type FrameProps = Pick<Common, 'action' | 'reply'> & {
  readonly intent: string
  readonly fields: readonly FieldLike[]
  readonly button: string
  readonly children: ReactNode
}

function Frame({ action, reply, intent, fields, button, children }: FrameProps) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  return (
    <Form method="post" action={action} noValidate className="mt-5 space-y-5">
      <ErrorSummary formErrors={reply?.error?.[''] ?? undefined} fields={fields} />
      <input type="hidden" name="intent" value={intent} />
      {children}
      <Button busy={busy} busyText={m.proposals_sending()}>
        {button}
      </Button>
    </Form>
  )
}

/** The server asks for it when something speaks against a day; until then it is not there. */
function SureRow({ field }: { readonly field: FieldLike }) {
  return field.errors || field.initialValue === 'on' ? (
    <CheckboxRow field={field} label={m.proposals_sure()} />
  ) : null
}

function WordsField({ field, hint }: { readonly field: FieldLike; readonly hint: string }) {
  return (
    <TextArea
      field={field}
      label={m.proposals_words()}
      optional={m.proposals_optional()}
      hint={hint}
      rows={3}
      maxLength={TEXT_MAX}
    />
  )
}

/** Fewer places than groups: said before the yes, not after it. */
function PlacesNotice({ page }: Pick<Common, 'page'>) {
  if (page.openPlaces === null || page.openPlaces >= page.groupsLeft) return null
  return (
    <Notice tone="need">
      {m.proposals_fewer_places({ count: page.openPlaces, groups: page.groupsLeft })}
    </Notice>
  )
}

const dayRange = (page: ProposalPage) => ({
  wishes: page.wishes,
  firstDay: page.firstDay,
  lastDay: page.lastDay,
})

export function YesForm({ page, action, reply }: Common) {
  const groups = Array.from({ length: Math.max(1, page.groupsLeft) }, (_, i) => ({
    number: i + 1,
    date: replyField(reply, `groups[${i}].date`),
    time: replyField(reply, `groups[${i}].time`),
  }))
  const sure = replyField(reply, 'sure')
  const text = replyField(reply, 'text')
  const all = [...groups.flatMap(({ date, time }) => [date, time]), sure, text]
  return (
    <Frame action={action} reply={reply} intent="yes" fields={all} button={m.proposals_yes_send()}>
      <PlacesNotice page={page} />
      {groups.length > 1 ? <p>{m.proposals_yes_hint({ count: page.groupsLeft })}</p> : null}
      {groups.map(({ number, date, time }) => (
        <fieldset key={number} className="grid gap-4 sm:grid-cols-[1fr_10rem]">
          <legend className={groups.length > 1 ? 'mb-1 font-[650]' : 'sr-only'}>
            {m.proposals_group({ number })}
          </legend>
          <DayField field={date} label={m.proposals_day()} {...dayRange(page)} />
          <TextField field={time} label={m.proposals_time()} optional={m.proposals_optional()} type="time" />
        </fieldset>
      ))}
      <SureRow field={sure} />
      <WordsField field={text} hint={m.proposals_words_yes_hint()} />
    </Frame>
  )
}

export function LaterForm({ page, action, reply }: Common) {
  const count = replyField(reply, 'count', String(Math.max(1, page.groupsLeft)))
  const options = Array.from({ length: MAX_DATE_OPTIONS }, (_, i) => replyField(reply, `options[${i}]`))
  const sure = replyField(reply, 'sure')
  const text = replyField(reply, 'text')
  const fields = [count, ...options, sure, text]
  return (
    <Frame action={action} reply={reply} intent="later" fields={fields} button={m.proposals_later_send()}>
      <PlacesNotice page={page} />
      {page.groupsLeft > 1 ? (
        <TextField
          field={count}
          label={m.proposals_count()}
          hint={m.proposals_count_hint({ count: page.groupsLeft })}
          type="number"
          min={1}
          max={page.groupsLeft}
          inputMode="numeric"
          width="w-28"
        />
      ) : (
        <input type="hidden" name="count" value="1" />
      )}
      <fieldset>
        <legend className="font-[650]">{m.proposals_options()}</legend>
        <p className="text-sm text-ink-soft">{m.proposals_options_hint()}</p>
        <div className="mt-2 grid gap-4 sm:grid-cols-3">
          {options.map((field, i) => (
            <DayField
              key={field.name}
              field={field}
              label={m.proposals_option({ number: i + 1 })}
              {...dayRange(page)}
            />
          ))}
        </div>
      </fieldset>
      <SureRow field={sure} />
      <WordsField field={text} hint={m.proposals_words_yes_hint()} />
    </Frame>
  )
}

export function NoForm({ action, reply }: Omit<Common, 'page'>) {
  const reason = replyField(reply, 'reason')
  const text = replyField(reply, 'text')
  return (
    <Frame action={action} reply={reply} intent="no" fields={[reason, text]} button={m.proposals_no_send()}>
      <Fieldset field={reason} legend={m.proposals_why_not()} hint={m.proposals_why_not_hint()}>
        <ChoiceRows
          field={reason}
          kind="radio"
          columns
          options={DECLINE_REASONS.map((value) => ({ value, label: declineWord[value]() }))}
        />
      </Fieldset>
      <WordsField field={text} hint={m.proposals_words_no_hint()} />
    </Frame>
  )
}

type PassProps = Omit<Common, 'page'> & { readonly colleagues: readonly Colleague[] }

export function PassForm({ action, reply, colleagues }: PassProps) {
  const to = replyField(reply, 'toId')
  return (
    <Frame action={action} reply={reply} intent="pass" fields={[to]} button={m.proposals_pass_send()}>
      <Select
        field={to}
        label={m.proposals_pass_to()}
        hint={m.proposals_pass_hint()}
        empty={m.proposals_pass_choose()}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Frame>
  )
}
