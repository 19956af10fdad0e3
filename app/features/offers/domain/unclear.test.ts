import { expect, test } from 'vitest'
import { unclearFor } from './unclear'

const NOTHING = {
  kind: 'guest-lesson',
  location: 'at-school',
  groupSizeMax: null,
  contactName: null,
  contactEmail: null,
  accessNotes: null,
  goal: null,
} as const

test('people who come or receive say for how many, who, how to get in, why', () => {
  expect(unclearFor(NOTHING, { hasPictures: false })).toEqual(['group', 'contact', 'goal', 'picture'])
  expect(unclearFor({ ...NOTHING, location: 'at-company' }, { hasPictures: true })).toEqual([
    'group',
    'contact',
    'access',
    'goal',
  ])
})

test('material needs nobody', () => {
  const material = {
    ...NOTHING,
    kind: 'lesson-material',
    location: 'download',
    goal: 'Leren meten.',
  } as const
  expect(unclearFor(material, { hasPictures: true })).toEqual([])
})

test('what is told is clear', () => {
  const told = { ...NOTHING, groupSizeMax: 30, contactEmail: 'x@bedrijf.example', goal: 'Leren lassen.' }
  expect(unclearFor(told, { hasPictures: true })).toEqual([])
})
