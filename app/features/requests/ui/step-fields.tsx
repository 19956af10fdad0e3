/** The questions of a request, by step. The wizard shows one step at a time, the page to change it shows all. */
import {
  CheckboxRow,
  ChoiceRows,
  type FieldLike,
  Fieldset,
  Select,
  TextArea,
  TextField,
} from '~/components/field'
import { formatLevels, formatNumber, formatWeekdays } from '~/components/format'
import { kindWord, languageWord, levelName, topicWord } from '~/features/finder/ui/words'
import type { Fitting } from '~/features/matchmaking/queries/fitting-offers.server'
import { daySpanWord } from '~/features/matchmaking/ui/day-span-word'
import { OFFER_LANGUAGES, WEEKDAYS } from '~/features/offers/domain/offer'
import { OFFER_KINDS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { SMALL_GROUP } from '../domain/need'
import { ANY_DISTANCE, type RequestField, type RequestForm, type StepName } from '../domain/request-form'
import { yearName } from '../domain/school-levels'
import { Ticks } from './ticks'
import { trackWord } from './words'

type Props = {
  readonly form: RequestForm
  readonly fitting: Fitting | null
  /** The answers as they are understood now; with JavaScript they run ahead of `form`. */
  readonly reading: Pick<RequestForm, 'period' | 'periodIsNote'>
}

/** @returns what a field component needs; one answer as text, several as a list. */
export function fieldOf(form: RequestForm, name: RequestField): FieldLike {
  const typed = form.typed[name] ?? []
  return {
    id: `request-${name}`,
    name,
    errors: form.errors[name],
    initialValue: typed.length > 1 ? typed : typed[0],
  }
}

function WhatFields({ form }: Props) {
  return (
    <>
      <Fieldset field={fieldOf(form, 'kind')} legend={m.requests_kind()} hint={m.requests_kind_hint()}>
        <ChoiceRows
          field={fieldOf(form, 'kind')}
          kind="checkbox"
          options={OFFER_KINDS.map((kind) => ({ value: kind, label: kindWord[kind]() }))}
        />
      </Fieldset>
      <Topics form={form} />
    </>
  )
}

/** Up to three, each from a list: works on a phone and without JavaScript. */
function Topics({ form }: { readonly form: RequestForm }) {
  const chosen = form.typed.topic ?? []
  const names = [m.requests_topic_1(), m.requests_topic_2(), m.requests_topic_3()]
  const options = form.topics
    .filter(({ parentId }) => parentId === null)
    .flatMap((parent) => [
      { value: parent.id, label: topicWord(parent) },
      ...form.topics
        .filter(({ parentId }) => parentId === parent.id)
        .map((child) => ({ value: child.id, label: `\u2003${topicWord(child)}` })),
    ])
  return (
    <Fieldset legend={m.requests_topics()} hint={m.requests_topics_hint()}>
      <div className="grid gap-4">
        {names.map((label, i) => (
          <Select
            key={label}
            field={{
              id: i === 0 ? 'request-topic' : `request-topic-${i + 1}`,
              name: 'topic',
              errors: i === 0 ? form.errors.topic : undefined,
              initialValue: chosen[i],
            }}
            label={label}
            optional={i === 0 ? undefined : m.requests_optional()}
            empty={i === 0 ? m.requests_topic_choose() : m.requests_topic_none()}
            options={options}
          />
        ))}
      </div>
    </Fieldset>
  )
}

function WhoFields({ form }: Props) {
  const { levels, branches } = form
  const tracks = levels.flatMap((level) => level.tracks)
  return (
    <>
      {form.forSchool || form.isVisitor ? <input type="hidden" name="branch" value={form.branchId} /> : null}
      {branches.length > 1 ? (
        <Select
          field={{ ...fieldOf(form, 'branch'), initialValue: form.branchId }}
          label={m.requests_branch()}
          options={branches.map(({ id, name, placeName }) => ({ value: id, label: `${name}, ${placeName}` }))}
        />
      ) : null}
      <Fieldset field={fieldOf(form, 'year')} legend={m.requests_years()} hint={m.requests_years_hint()}>
        <div className="grid gap-4">
          {levels.map(({ level, years }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read twice by screen readers
            <div key={level} role="group" aria-label={levelName[level]()}>
              <p aria-hidden className="mb-1.5 text-sm text-ink-soft">
                {levelName[level]()}
              </p>
              <Ticks
                name="year"
                chosen={form.typed.year ?? []}
                options={years.map((year) => ({
                  value: yearName(level, year),
                  label: formatLevels([{ level, years: [year] }]),
                }))}
              />
            </div>
          ))}
        </div>
      </Fieldset>
      {tracks.length > 0 ? (
        <Fieldset field={fieldOf(form, 'track')} legend={m.requests_tracks()} hint={m.requests_tracks_hint()}>
          <Ticks
            name="track"
            chosen={form.typed.track ?? []}
            options={tracks.map((track) => ({ value: track, label: trackWord[track]() }))}
          />
        </Fieldset>
      ) : null}
      <div className="flex flex-wrap gap-6">
        <TextField
          field={fieldOf(form, 'groups')}
          label={m.requests_groups()}
          hint={m.requests_groups_hint()}
          inputMode="numeric"
          width="w-32"
        />
        <TextField
          field={fieldOf(form, 'groupSize')}
          label={m.requests_group_size()}
          hint={m.requests_group_size_hint()}
          inputMode="numeric"
          width="w-32"
        />
      </div>
    </>
  )
}

function WhenFields({ form, reading }: Props) {
  return (
    <>
      <TextField
        field={fieldOf(form, 'period')}
        label={m.requests_period()}
        hint={m.requests_period_hint()}
        optional={m.requests_optional()}
      />
      <Understood form={reading} />
      <Fieldset legend={m.requests_days_exact()} hint={m.requests_days_exact_hint()}>
        <div className="flex flex-wrap gap-6">
          <TextField field={fieldOf(form, 'from')} label={m.requests_from()} type="date" width="w-44" />
          <TextField field={fieldOf(form, 'until')} label={m.requests_until()} type="date" width="w-44" />
        </div>
      </Fieldset>
      <Fieldset field={fieldOf(form, 'day')} legend={m.requests_weekdays()} hint={m.requests_weekdays_hint()}>
        <Ticks
          name="day"
          chosen={form.typed.day ?? []}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: formatWeekdays([day]) }))}
        />
      </Fieldset>
      <CheckboxRow
        field={fieldOf(form, 'urgent')}
        label={m.requests_urgent()}
        hint={m.requests_urgent_hint()}
      />
    </>
  )
}

/** What the words of the period were read as, so that a mistake in reading is seen before it costs an offer. */
function Understood({ form }: { readonly form: Pick<RequestForm, 'period' | 'periodIsNote'> }) {
  if (form.period)
    return <p className="font-[650]">{m.requests_period_read({ span: daySpanWord(form.period) })}</p>
  return form.periodIsNote ? <p className="text-need-text">{m.requests_period_note()}</p> : null
}

function FarFields({ form, fitting }: Props) {
  const typed = form.typed.km?.[0]
  const offered = fitting?.byKm ?? []
  const own = typed && !offered.some(({ km }) => String(km) === typed) ? [{ km: typed, count: null }] : []
  const options = [...own, ...offered].map(({ km, count }) => ({
    value: String(km),
    label: m.requests_up_to_km({ km }),
    ...(count !== null && { hint: m.requests_fitting({ count, shown: formatNumber(count) }) }),
  }))
  return (
    <>
      <Fieldset field={fieldOf(form, 'km')} legend={m.requests_far()} hint={m.requests_far_hint()}>
        <ChoiceRows
          field={{ ...fieldOf(form, 'km'), initialValue: typed ?? ANY_DISTANCE }}
          kind="radio"
          options={[...options, { value: ANY_DISTANCE, label: m.requests_far_any() }]}
        />
      </Fieldset>
      <Fieldset
        field={fieldOf(form, 'language')}
        legend={m.requests_languages()}
        hint={m.requests_languages_hint()}
      >
        <Ticks
          name="language"
          chosen={form.typed.language ?? []}
          options={OFFER_LANGUAGES.map((code) => ({ value: code, label: languageWord(code) }))}
        />
      </Fieldset>
    </>
  )
}

function TextFields({ form }: Props) {
  return (
    <>
      {form.forSchool?.asksContact ? <ContactFields form={form} /> : null}
      <Placing form={form} />
      <Sharing form={form} />
      <TextField
        field={fieldOf(form, 'title')}
        label={m.requests_title_field()}
        hint={m.requests_title_hint()}
      />
      <TextArea
        field={fieldOf(form, 'text')}
        label={m.requests_text()}
        hint={m.requests_text_hint()}
        optional={m.requests_optional()}
        rows={6}
      />
      {form.errors.noPupils || form.typed.noPupils ? (
        <CheckboxRow field={fieldOf(form, 'noPupils')} label={m.privacy_pupils_checked()} />
      ) : null}
    </>
  )
}

/** A question for who asks for several groups; where the number itself may still change it is always there. */
function Placing({ form }: Pick<Props, 'form'>) {
  const groups = Number(form.typed.groups?.[0])
  if (!(groups > 1) && !form.typed.version) return null
  const field = fieldOf(form, 'placing')
  return (
    <Fieldset field={field} legend={m.requests_placing()} hint={m.requests_placing_hint()}>
      <ChoiceRows
        field={{ ...field, initialValue: field.initialValue ?? 'apart' }}
        kind="radio"
        options={[
          { value: 'apart', label: m.requests_placing_apart() },
          { value: 'together', label: m.requests_placing_together() },
        ]}
      />
    </Fieldset>
  )
}

/** A question for who has a small group; where its size itself may still change it is always there. */
function Sharing({ form }: Pick<Props, 'form'>) {
  const pupils = Number(form.typed.groupSize?.[0])
  if (!(pupils <= SMALL_GROUP) && !form.typed.version) return null
  return (
    <CheckboxRow
      field={fieldOf(form, 'share')}
      label={m.requests_share()}
      hint={m.requests_share_hint({ pupils: SMALL_GROUP })}
    />
  )
}

/** Who rang: the only one who can be told, as long as nobody of the school has an account. */
function ContactFields({ form }: Pick<Props, 'form'>) {
  return (
    <Fieldset legend={m.phone_contact()} hint={m.phone_contact_hint()}>
      <div className="grid gap-4">
        <TextField field={fieldOf(form, 'contactName')} label={m.phone_contact_name()} autoComplete="off" />
        <TextField
          field={fieldOf(form, 'contactEmail')}
          label={m.phone_contact_email()}
          type="email"
          autoCapitalize="none"
          autoComplete="off"
        />
      </div>
    </Fieldset>
  )
}

export const STEP_PARTS: Record<StepName, (props: Props) => JSX.Element> = {
  what: WhatFields,
  who: WhoFields,
  when: WhenFields,
  far: FarFields,
  check: TextFields,
}
