import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { CheckboxRow, ChoiceRows, Fieldset, Select, TextArea, TextField } from './field'

afterEach(cleanup)

const WRONG = {
  id: 'f-groups',
  name: 'groups',
  initialValue: '0',
  errors: ['Vul een getal in van 1 of meer.'],
}

test('a field is named by its label and described by hint and error', () => {
  render(<TextField field={WRONG} label="Hoeveel groepen?" hint="Tel ze allemaal." />)
  const field = screen.getByRole('textbox', { name: 'Hoeveel groepen?' })
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ')
  const text = described.map((id) => document.getElementById(id)?.textContent).join(' ')
  expect(text).toBe('Tel ze allemaal. Vul een getal in van 1 of meer.')
  expect((field as HTMLInputElement).value).toBe('0')
})

test('a field that is right says nothing of errors', () => {
  render(<TextArea field={{ id: 'f-wish', name: 'wish' }} label="Wens" optional="mag leeg blijven" />)
  const field = screen.getByRole('textbox', { name: 'Wens (mag leeg blijven)' })
  expect(field.hasAttribute('aria-invalid')).toBe(false)
  expect(field.hasAttribute('aria-describedby')).toBe(false)
})

test('what was chosen stays chosen', () => {
  const options = [
    { value: 'a', label: 'Aap' },
    { value: 'b', label: 'Beer' },
  ]
  render(
    <>
      <Select field={{ id: 's', name: 's', initialValue: 'b' }} label="Dier" options={options} empty="Kies" />
      <ChoiceRows field={{ id: 'c', name: 'c', initialValue: ['a'] }} kind="checkbox" options={options} />
      <ChoiceRows field={{ id: 'r', name: 'r', initialValue: 'b' }} kind="radio" options={options} />
      <CheckboxRow field={{ id: 'y', name: 'y', initialValue: 'on' }} label="Ja" />
    </>,
  )
  expect((screen.getByRole('combobox', { name: 'Dier' }) as HTMLSelectElement).value).toBe('b')
  const ticked = (role: string) => screen.getAllByRole(role).map((box) => (box as HTMLInputElement).checked)
  expect(ticked('checkbox')).toEqual([true, false, true])
  expect(ticked('radio')).toEqual([false, true])
})

test('a group of choices can be reached from the list of errors', () => {
  render(
    <Fieldset field={{ id: 'g', name: 'g', errors: ['Maak een keuze.'] }} legend="Hoe komen jullie?">
      <ChoiceRows
        field={{ id: 'g', name: 'g' }}
        kind="radio"
        options={[{ value: 'bus', label: 'Met de bus' }]}
      />
    </Fieldset>,
  )
  const group = screen.getByRole('group', { name: 'Hoe komen jullie?' })
  expect(group.id).toBe('g')
  expect(group.tabIndex).toBe(-1)
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Maak een keuze.',
  )
})
