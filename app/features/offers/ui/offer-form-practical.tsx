/** How many, how long, how often, what it costs, and whom to ask. */
import { Fieldset, TextField } from '~/components/field'
import { formatDays } from '~/components/format'
import { TickChips } from '~/components/tick-chips'
import { languageWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import { OFFER_LANGUAGES, WEEKDAYS } from '../domain/offer'
import type { OfferFormPage } from '../queries/offer-form.server'
import { Asked, Folded, type OfferFields, Part } from './offer-form-parts'

const UNCOUNTED = 'download self-service'

type Props = {
  readonly fields: OfferFields
  readonly organisation: OfferFormPage['organisation']
  readonly isNew: boolean
}

export function PracticalPart({ fields, organisation, isNew }: Props) {
  const { groupSizeMax, durationMinutes, sessionsPerYear, weekdays, contactName, contactEmail } = fields
  const optional = m.offers_form_optional()
  return (
    <Part title={m.offers_form_practical()}>
      <Asked not="download" fields={[groupSizeMax, durationMinutes]}>
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField
            field={groupSizeMax}
            label={m.offers_form_group()}
            hint={m.offers_form_group_hint()}
            optional={optional}
            width="w-48"
            suffix={m.offers_form_group_unit()}
            inputMode="numeric"
          />
          <TextField
            field={durationMinutes}
            label={m.offers_form_duration()}
            hint={m.offers_form_duration_hint()}
            width="w-48"
            suffix={m.offers_form_duration_unit()}
            inputMode="numeric"
          />
        </div>
      </Asked>
      <Asked not={UNCOUNTED} fields={[sessionsPerYear, weekdays]}>
        <div className="grid gap-6">
          <TextField
            field={sessionsPerYear}
            label={m.offers_form_sessions()}
            hint={sessionsHint(organisation, isNew)}
            width="w-48"
            suffix={m.offers_form_sessions_unit()}
            inputMode="numeric"
          />
          <Fieldset field={weekdays} legend={m.offers_form_weekdays()} hint={m.offers_form_weekdays_hint()}>
            <TickChips
              field={weekdays}
              options={WEEKDAYS.map((day) => ({ value: String(day), label: formatDays([day]) }))}
            />
          </Fieldset>
        </div>
      </Asked>
      <TextField
        field={fields.cost}
        label={m.offers_form_cost()}
        hint={m.offers_form_cost_hint()}
        optional={optional}
        width="w-40"
        suffix="€"
        inputMode="decimal"
      />
      <Fieldset field={fields.languages} legend={m.offers_form_languages()}>
        <TickChips
          field={fields.languages}
          options={OFFER_LANGUAGES.map((code) => ({ value: code, label: languageWord(code) }))}
        />
      </Fieldset>
      <Folded
        title={m.offers_form_contact_more()}
        fields={[fields.programme, fields.contactName, fields.contactEmail]}
      >
        <TextField
          field={fields.programme}
          label={m.offers_form_programme()}
          hint={m.offers_form_programme_hint()}
          optional={optional}
        />
        <TextField
          field={contactName}
          label={m.offers_form_contact_name()}
          hint={m.offers_form_contact_hint()}
          optional={optional}
        />
        <TextField
          field={contactEmail}
          label={m.offers_form_contact_email()}
          optional={optional}
          type="email"
          inputMode="email"
        />
      </Folded>
    </Part>
  )
}

/** Capacity is never implied: the form begins with what is usual and says so. */
function sessionsHint({ usual }: Props['organisation'], isNew: boolean): string {
  const { perMonth, perYear, employees } = usual
  if (!isNew) return m.offers_form_sessions_hint()
  return employees === null
    ? m.offers_form_sessions_small({ perMonth, perYear })
    : m.offers_form_sessions_usual({ perMonth, perYear, employees })
}
