import { expect, test } from 'vitest'
import { initialsOf } from './follow-up'

test.each([
  ['Marloes ten Have', 'MH'],
  ['  Sam  ', 'S'],
  ['ömer çelik', 'ÖÇ'],
  ['', ''],
])('the initials of “%s” are “%s”', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
