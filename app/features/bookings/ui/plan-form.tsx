/** One side says how the day goes. Every field may stay empty; what the other side writes stands beside it to read. */
import { Form, Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, Fieldset, TextArea, TextField } from '~/components/field'
import { formatDayAndTime } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Reply, replyField } from '~/features/proposals/ui/reply-field'
import * as m from '~/paraglide/messages'
import { firstProgramme, PLAN_LIMITS, type ProgrammeRow, type TextPart } from '../domain/plan'
import { planPartWord } from '../domain/plan-words'
import type { PlanPage } from '../queries/plan-page.server'
import { PlanParts } from './booking-plan'
import { sumWord } from './plan-words'

type Props = { readonly page: PlanPage; readonly reply: Reply }

const HINTS: Readonly<Record<TextPart, () => string>> = {
  goal: m.bookings_plan_goal_hint,
  preparation: m.bookings_plan_preparation_hint,
  arrival: m.bookings_plan_arrival_hint,
  access: m.bookings_plan_access_hint,
  schoolBrings: m.bookings_plan_brings_hint,
  companyBrings: m.bookings_plan_brings_hint,
  cost: m.bookings_plan_cost_hint,
}
const BEFORE_PROGRAMME: readonly TextPart[] = ['goal', 'preparation']
const AFTER_PROGRAMME: readonly TextPart[] = ['arrival', 'schoolBrings', 'companyBrings', 'access', 'cost']

export function PlanScreen({ page, reply }: Props) {
  const { plan, side, own, offer, school, organisation } = page
  const navigation = useNavigation()
  const text = (part: TextPart) => replyField(reply, part, plan[part] ?? startOf(page, part))
  const rows = rowsOf(page, reply)
  const asked = replyField(reply, 'vogAsked', yesNo(plan.vog.asked))
  const seen = replyField(reply, 'vogSeenOn', plan.vog.seenOn ?? '')
  const texts = [...BEFORE_PROGRAMME, ...AFTER_PROGRAMME].filter((part) => own.includes(part))
  const fields = [...texts.map(text), ...rows.flatMap(({ minutes, what }) => [minutes, what]), seen]
  const textFields = (parts: readonly TextPart[]) =>
    parts
      .filter((part) => own.includes(part))
      .map((part) => (
        <TextArea
          key={part}
          field={text(part)}
          label={planPartWord[part]()}
          hint={HINTS[part]()}
          rows={3}
          maxLength={PLAN_LIMITS.text}
        />
      ))
  return (
    <div className="page pt-4 pb-12">
      <Link to={paths.booking(page.id)} className="link inline-flex min-h-11 items-center gap-2 text-sm">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.bookings_plan_back()}
      </Link>
      <div className="mt-1 grid gap-x-12 gap-y-8 lg:grid-cols-12">
        <div className="min-w-0 lg:col-span-7">
          <h1>{m.bookings_plan_title()}</h1>
          <p className="mt-2 text-lg text-ink-soft">
            {offer.title}
            {page.date ? ` · ${formatDayAndTime(page.date, page.startTime)}` : ''}
          </p>
          <p className="mt-2 max-w-(--measure)">
            {m.bookings_plan_lead({ other: side === 'school' ? organisation.name : school.name })}
          </p>
          <Form method="post" noValidate className="mt-6 grid gap-6">
            <ErrorSummary formErrors={reply?.error?.[''] ?? undefined} fields={fields} />
            {/* Of the page as it is now: who sends what was typed once more has read what changed. */}
            <input type="hidden" name="version" value={plan.version} />
            {textFields(BEFORE_PROGRAMME)}
            <ProgrammeFields rows={rows} durationMinutes={offer.durationMinutes} />
            {textFields(AFTER_PROGRAMME)}
            {own.includes('vog') ? (
              <div className="grid gap-4">
                <Fieldset
                  field={asked}
                  legend={m.bookings_plan_vog_legend()}
                  hint={m.bookings_plan_vog_hint()}
                >
                  <ChoiceRows
                    field={asked}
                    kind="radio"
                    columns
                    options={[
                      { value: 'no', label: m.bookings_plan_vog_no() },
                      { value: 'yes', label: m.bookings_plan_vog_yes() },
                    ]}
                  />
                </Fieldset>
                <TextField
                  field={seen}
                  label={m.bookings_plan_vog_seen_on()}
                  hint={m.bookings_plan_vog_seen_hint()}
                  type="date"
                  width="w-full sm:w-60"
                />
              </div>
            ) : null}
            <div>
              <Button busy={navigation.state === 'submitting'} busyText={m.bookings_busy()}>
                {m.bookings_plan_save()}
              </Button>
            </div>
          </Form>
        </div>
        <aside className="lg:col-span-5" aria-labelledby="plan-now">
          <div className="card space-y-5 p-5">
            <h2 id="plan-now">{m.bookings_plan_now()}</h2>
            {plan.version === 0 ? <p className="text-ink-soft">{m.bookings_plan_nothing_yet()}</p> : null}
            <PlanParts booking={page} withPrivate />
          </div>
        </aside>
      </div>
    </div>
  )
}

type RowFields = {
  readonly minutes: ReturnType<typeof replyField>
  readonly what: ReturnType<typeof replyField>
}

function ProgrammeFields({
  rows,
  durationMinutes,
}: {
  readonly rows: readonly RowFields[]
  readonly durationMinutes: number | null
}) {
  const [typed, setTyped] = useState<readonly ProgrammeRow[]>(
    rows.flatMap(({ minutes, what }) =>
      row(String(minutes.initialValue ?? ''), String(what.initialValue ?? '')),
    ),
  )
  const count = (event: FormEvent<HTMLFieldSetElement>) => {
    const values = [...event.currentTarget.querySelectorAll('input')].map((input) => input.value)
    setTyped(rows.flatMap((_, i) => row(values[2 * i] ?? '', values[2 * i + 1] ?? '')))
  }
  return (
    <fieldset className="min-w-0" onInput={count}>
      <legend className="font-[650]">{planPartWord.programme()}</legend>
      <p className="text-sm text-ink-soft">{m.bookings_plan_programme_hint()}</p>
      <div className="mt-2 grid gap-3">
        {rows.map(({ minutes, what }, i) => (
          <div key={minutes.name} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-3">
            <TextField
              field={minutes}
              label={
                <RowLabel
                  shown={i === 0}
                  text={m.bookings_plan_minutes({ number: i + 1 })}
                  short={m.bookings_plan_minutes_short()}
                />
              }
              inputMode="numeric"
              maxLength={3}
            />
            <TextField
              field={what}
              label={
                <RowLabel
                  shown={i === 0}
                  text={m.bookings_plan_row({ number: i + 1 })}
                  short={m.bookings_plan_what()}
                />
              }
              maxLength={PLAN_LIMITS.what}
            />
          </div>
        ))}
      </div>
      <div role="status" className="mt-2">
        {typed.length > 0 ? <Notice tone="info">{sumWord(typed, durationMinutes)}</Notice> : null}
      </div>
    </fieldset>
  )
}

/** Every field has its name; under each other the eye needs it once. */
function RowLabel({
  shown,
  text,
  short,
}: {
  readonly shown: boolean
  readonly text: string
  readonly short: string
}) {
  return shown ? (
    <>
      <span className="sr-only">{text}</span>
      <span aria-hidden>{short}</span>
    </>
  ) : (
    <span className="sr-only">{text}</span>
  )
}

function row(minutes: string, what: string): readonly ProgrammeRow[] {
  const count = Number(minutes)
  return Number.isInteger(count) && count > 0 ? [{ minutes: count, what }] : []
}

/** Blank ones after what is there. */
const BLANK_ROWS = 3

function rowsOf(page: PlanPage, reply: Reply): readonly RowFields[] {
  const { plan, offer } = page
  const kept =
    plan.programme.length > 0 || plan.changes.programme
      ? plan.programme
      : firstProgramme(offer.durationMinutes, {
          welcome: m.bookings_plan_welcome(),
          middle: offer.description,
          closing: m.bookings_plan_closing(),
        })
  const typed = reply?.initialValue?.programme
  const filled = Math.max(kept.length, Array.isArray(typed) ? typed.length : 0)
  return Array.from({ length: Math.min(PLAN_LIMITS.rows, filled + BLANK_ROWS) }, (_, i) => ({
    minutes: replyField(reply, `programme[${i}].minutes`, String(kept[i]?.minutes ?? '')),
    what: replyField(reply, `programme[${i}].what`, kept[i]?.what ?? ''),
  }))
}

/** What the offer says already, as long as nobody said otherwise. */
function startOf({ plan, offer }: PlanPage, part: TextPart): string {
  if (plan.changes[part]) return ''
  return (part === 'goal' ? offer.goal : part === 'preparation' ? offer.preparation : null) ?? ''
}

function yesNo(asked: boolean | null): string {
  return asked === null ? '' : asked ? 'yes' : 'no'
}
