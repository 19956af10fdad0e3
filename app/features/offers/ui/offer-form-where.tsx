/** Where it takes place, and how far the company comes. */
import { CheckList } from '~/components/check-list'
import { ChoiceRows, Fieldset, TextArea, TextField } from '~/components/field'
import { locationWord } from '~/features/finder/ui/words'
import { OFFER_LOCATIONS, type OfferLocation } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import type { OfferFormPage } from '../queries/offer-form.server'
import type { OfferWords } from '../queries/vocabularies.server'
import { Asked, Folded, type OfferFields, optionsOf, Part } from './offer-form-parts'

const HINT: Readonly<Record<OfferLocation, () => string>> = {
  'at-school': m.offers_form_location_at_school,
  'at-company': m.offers_form_location_at_company,
  online: m.offers_form_location_online,
  download: m.offers_form_location_download,
}
const AWAY = 'at-company online download'

type Props = {
  readonly fields: OfferFields
  readonly words: OfferWords
  readonly organisation: OfferFormPage['organisation']
}

export function WherePart({ fields, words, organisation }: Props) {
  const { reach, travelRadiusKm, regions, municipalities, accessNotes } = fields
  return (
    <Part title={m.offers_form_where()}>
      <Fieldset field={fields.location} legend={m.offers_form_location()}>
        <ChoiceRows
          field={fields.location}
          kind="radio"
          options={OFFER_LOCATIONS.map((location) => ({
            value: location,
            label: locationWord[location](),
            hint: HINT[location](),
          }))}
        />
      </Fieldset>
      <Asked not={AWAY} fields={[reach, travelRadiusKm, regions, municipalities]}>
        <div className="grid gap-6">
          <Fieldset field={reach} legend={m.offers_form_reach()}>
            <ChoiceRows
              field={reach}
              kind="radio"
              options={[
                { value: 'radius', label: m.offers_form_reach_radius() },
                { value: 'regions', label: m.offers_form_reach_regions() },
                { value: 'everywhere', label: m.offers_form_reach_everywhere() },
              ]}
            />
          </Fieldset>
          <Asked only="radius" fields={[travelRadiusKm]}>
            <TextField
              field={travelRadiusKm}
              label={m.offers_form_radius()}
              hint={m.offers_form_radius_hint()}
              width="w-40"
              suffix="km"
              inputMode="numeric"
            />
          </Asked>
          <Asked only="regions" fields={[regions, municipalities]}>
            <Fieldset field={regions} legend={m.offers_form_regions()}>
              <CheckList field={regions} options={optionsOf(words.regions)} />
            </Fieldset>
            <div className="mt-4">
              <Folded title={m.offers_form_municipalities_open()} fields={[municipalities]}>
                <Fieldset
                  field={municipalities}
                  legend={m.offers_form_municipalities()}
                  hint={m.offers_form_municipalities_hint()}
                >
                  <CheckList field={municipalities} options={optionsOf(words.municipalities)} />
                </Fieldset>
              </Folded>
            </div>
          </Asked>
        </div>
      </Asked>
      <Place fields={fields} organisation={organisation} />
      <TextField
        field={fields.materialUrl}
        label={m.offers_form_material()}
        hint={m.offers_form_material_hint()}
        inputMode="url"
      />
      <Asked not="download" fields={[accessNotes]}>
        <TextArea
          field={accessNotes}
          label={m.offers_form_access()}
          hint={m.offers_form_access_hint()}
          optional={m.offers_form_optional()}
          rows={3}
        />
      </Asked>
    </Part>
  )
}

/** Which branch, where there are several; else only whether it is somewhere else. */
function Place({ fields: { branch, postcode }, organisation }: Omit<Props, 'words'>) {
  const { placeName, branches } = organisation
  if (branches.length === 0)
    return (
      <Asked not="online download" fields={[postcode]}>
        <TextField
          field={postcode}
          label={m.offers_form_postcode()}
          hint={m.offers_form_postcode_hint({ place: placeName })}
          optional={m.offers_form_optional()}
          width="w-40"
        />
      </Asked>
    )
  return (
    <Asked not="online download" fields={[branch, postcode]}>
      <div className="grid gap-6">
        <Fieldset field={branch} legend={m.offers_form_branch()} hint={m.offers_form_branch_hint()}>
          <ChoiceRows
            field={branch}
            kind="radio"
            options={[
              { value: 'main', label: m.offers_form_branch_main(), hint: placeName },
              ...branches.map(({ id, name, placeName: hint }) => ({ value: id, label: name, hint })),
              { value: 'other', label: m.offers_form_branch_other() },
            ]}
          />
        </Fieldset>
        <Asked only="other-place" fields={[postcode]}>
          <TextField field={postcode} label={m.organisations_form_postcode()} width="w-40" />
        </Asked>
      </div>
    </Asked>
  )
}
