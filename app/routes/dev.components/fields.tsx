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
import { Specimen } from './specimen'

const field = (name: string, more: Partial<FieldLike> = {}): FieldLike => ({
  id: `dev-${name}`,
  name,
  ...more,
})

const WRONG = field('wrong', { initialValue: '0', errors: ['Vul een getal in van 1 of meer.'] })
const PERIODS = [
  { value: 'soon', label: 'Zo snel mogelijk' },
  { value: 'january', label: 'Januari – februari' },
  { value: 'march', label: 'Maart – april', hint: 'Dan zijn er de meeste plekken.' },
]

export function Fields() {
  return (
    <>
      <Specimen name="Fields">
        <TextField
          field={field('pupils')}
          label="Hoeveel leerlingen zijn het?"
          hint="Tel alle groepen bij elkaar op."
        />
        <TextField field={WRONG} label="Hoeveel groepen zijn het?" suffix="groepen" width="w-40" />
        <TextField field={field('phone')} label="Telefoon" optional="mag leeg blijven" />
        <Select
          field={field('level')}
          label="Voor welke klas?"
          empty="Kies een klas"
          options={[
            { value: 'vmbo-3', label: 'vmbo, klas 3' },
            { value: 'havo-4', label: 'havo, klas 4' },
          ]}
        />
        <TextArea field={field('wish')} label="Wat wil je bereiken?" />
      </Specimen>
      <Specimen name="Choices">
        <Fieldset field={field('period')} legend="In welke periode?" hint="Kies er meer als dat kan.">
          <ChoiceRows
            field={field('period', { initialValue: ['january'] })}
            kind="checkbox"
            options={PERIODS}
          />
        </Fieldset>
        <Fieldset field={field('travel', { errors: ['Maak een keuze.'] })} legend="Hoe komen jullie?">
          <ChoiceRows
            field={field('travel')}
            kind="radio"
            columns
            options={[
              { value: 'bike', label: 'Met de fiets' },
              { value: 'bus', label: 'Met de bus' },
            ]}
          />
        </Fieldset>
        <CheckboxRow field={field('agree')} label="Ik werk op deze school" hint="Een collega kijkt dit na." />
      </Specimen>
      <Specimen name="What is wrong, at the top">
        <ErrorSummary
          formErrors={['Je hebt dit bedrijf maandag al gevraagd. Ze hebben nog 8 werkdagen.']}
          fields={[WRONG]}
        />
      </Specimen>
    </>
  )
}
