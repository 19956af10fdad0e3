/** For whom it is: years, tracks, and what of the curriculum it serves. */
import { CheckList } from '~/components/check-list'
import { CheckboxRow, chosenOf, Fieldset } from '~/components/field'
import { TickChips } from '~/components/tick-chips'
import { levelName } from '~/features/finder/ui/words'
import { LEVEL_YEARS, LEVELS, type Level, VMBO_TRACKS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { goalSector } from '../domain/goal-sector'
import { LIMITS } from '../domain/offer'
import type { OfferWords } from '../queries/vocabularies.server'
import { Asked, Folded, type OfferFields, optionsOf, Part } from './offer-form-parts'
import { TopicPicker } from './topic-picker'

type Props = {
  readonly fields: OfferFields
  readonly words: OfferWords
  /** Asks for the topics as well; those that the text names come first. */
  readonly suggested?: readonly string[]
}

export function WhoPart({ fields, words, suggested }: Props) {
  return (
    <Part title={m.offers_form_who()}>
      {suggested === undefined ? null : (
        <TopicPicker
          field={fields.topics}
          main={fields.mainTopic}
          legend={m.offers_form_topics()}
          hint={m.offers_form_topics_hint({ max: LIMITS.topics })}
          topics={words.topics}
          suggested={suggested}
        />
      )}
      <Fieldset field={fields.years} legend={m.offers_form_years()} hint={m.offers_form_years_hint()}>
        <div className="grid gap-4">
          {LEVELS.map((level) => (
            <YearsOf key={level} level={level} fields={fields} />
          ))}
        </div>
      </Fieldset>
      <Asked only="vmbo" fields={[fields.tracks]}>
        <Fieldset field={fields.tracks} legend={m.offers_form_tracks()} hint={m.offers_form_tracks_hint()}>
          <TickChips
            field={fields.tracks}
            options={VMBO_TRACKS.map((track) => ({ value: track, label: TRACK[track]() }))}
          />
        </Fieldset>
      </Asked>
      <Asked only="vmbo" fields={[fields.profiles]}>
        <Fieldset
          field={fields.profiles}
          legend={m.offers_form_profiles()}
          hint={m.offers_form_profiles_hint()}
        >
          <CheckList field={fields.profiles} options={optionsOf(words.profiles)} />
        </Fieldset>
      </Asked>
      <Folded title={m.offers_form_subjects_more()} fields={[fields.subjects, fields.goals]}>
        <Fieldset
          field={fields.subjects}
          legend={m.offers_form_subjects()}
          hint={m.offers_form_subjects_hint()}
        >
          <CheckList field={fields.subjects} options={optionsOf(words.subjects)} />
        </Fieldset>
        <Goals fields={fields} words={words} />
      </Folded>
      <Fieldset
        field={fields.networks}
        legend={m.offers_form_networks()}
        hint={m.offers_form_networks_hint()}
      >
        <CheckList field={fields.networks} options={optionsOf(words.networks)} />
      </Fieldset>
      <CheckboxRow
        field={fields.girlsFocus}
        label={m.offers_form_girls()}
        hint={m.offers_form_girls_hint()}
      />
    </Part>
  )
}

const TRACK = {
  bb: m.offers_form_track_bb,
  kb: m.offers_form_track_kb,
  gl: m.offers_form_track_gl,
  tl: m.offers_form_track_tl,
} as const

function YearsOf({ level, fields }: { readonly level: Level; readonly fields: OfferFields }) {
  const name = levelName[level]()
  const id = `years-${level}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read out twice
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1.5 text-sm text-ink-soft">
        {level === 'po' ? m.offers_form_groups_of({ level: name }) : m.offers_form_years_of({ level: name })}
      </p>
      <TickChips
        field={fields.years}
        options={LEVEL_YEARS[level].map((year) => ({
          value: `${level}-${year}`,
          label: String(year),
          goals: goalSector(level, year) ?? undefined,
        }))}
      />
    </div>
  )
}

/**
 * The statute's goals are many: each list in a fold of its own, technical ones first, and only that of the ticked years. What
 * was chosen before stays in sight.
 */
function Goals({ fields, words }: Props) {
  const chosen = new Set(chosenOf(fields.goals.initialValue))
  return (
    <Fieldset field={fields.goals} legend={m.offers_form_goals()} hint={m.offers_form_goals_hint()}>
      <p data-goals-of="none">{m.offers_form_goals_none()}</p>
      {(['po', 'vo'] as const).map((sector) => (
        <details
          key={sector}
          data-goals-of={sector}
          open={words.goals.some((goal) => goal.sector === sector && chosen.has(goal.id))}
        >
          <summary className="link inline-flex min-h-11 items-center">
            {sector === 'po' ? m.offers_form_goals_po() : m.offers_form_goals_vo()}
          </summary>
          <CheckList
            field={fields.goals}
            options={optionsOf(words.goals.filter((goal) => goal.sector === sector))}
            wide
          />
        </details>
      ))}
    </Fieldset>
  )
}
