/** What it is, in the words that schools will read. */
import { ChoiceRows, Fieldset, TextArea, TextField } from '~/components/field'
import { kindWord } from '~/features/finder/ui/words'
import { OFFER_KINDS, type OfferKind } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { LIMITS } from '../domain/offer'
import type { OfferWords } from '../queries/vocabularies.server'
import { type OfferFields, Part } from './offer-form-parts'
import { TopicPicker } from './topic-picker'

const KIND_HINT: Readonly<Record<OfferKind, () => string>> = {
  'guest-lesson': m.offers_form_kind_guest_lesson,
  excursion: m.offers_form_kind_excursion,
  'lesson-material': m.offers_form_kind_lesson_material,
  'co-development': m.offers_form_kind_co_development,
  event: m.offers_form_kind_event,
}

type Props = {
  readonly fields: OfferFields
  readonly words: OfferWords
  /** Where the offer is written in steps they stand in the next one, which suggests from the text. */
  readonly withTopics?: boolean
}

export function WhatPart({ fields, words, withTopics = true }: Props) {
  const optional = m.offers_form_optional()
  return (
    <Part title={m.offers_form_what()}>
      <Fieldset field={fields.kind} legend={m.offers_form_kind()}>
        <ChoiceRows
          field={fields.kind}
          kind="radio"
          options={OFFER_KINDS.map((kind) => ({
            value: kind,
            label: kindWord[kind](),
            hint: KIND_HINT[kind](),
          }))}
        />
      </Fieldset>
      <TextField
        field={fields.title}
        label={m.offers_form_title()}
        hint={m.offers_form_title_hint()}
        maxLength={LIMITS.title}
      />
      <TextArea
        field={fields.summary}
        label={m.offers_form_summary()}
        hint={m.offers_form_summary_hint({ max: LIMITS.summary })}
        rows={3}
      />
      <TextArea
        field={fields.goal}
        label={m.offers_form_goal()}
        hint={m.offers_form_goal_hint()}
        optional={optional}
        rows={3}
      />
      <TextArea
        field={fields.description}
        label={m.offers_form_description()}
        hint={m.offers_form_description_hint()}
        rows={6}
      />
      <TextArea
        field={fields.preparation}
        label={m.offers_form_preparation()}
        hint={m.offers_form_preparation_hint()}
        optional={optional}
        rows={3}
      />
      <TextArea
        field={fields.followUp}
        label={m.offers_form_follow_up()}
        hint={m.offers_form_follow_up_hint()}
        optional={optional}
        rows={3}
      />
      {withTopics ? (
        <TopicPicker
          field={fields.topics}
          main={fields.mainTopic}
          legend={m.offers_form_topics()}
          hint={m.offers_form_topics_hint({ max: LIMITS.topics })}
          topics={words.topics}
        />
      ) : null}
    </Part>
  )
}
