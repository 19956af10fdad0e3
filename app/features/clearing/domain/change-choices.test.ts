import { expect, test } from 'vitest'
import { changeChoices } from './change-choices'

const a = { groupId: 'g1', offerId: 'a' }
const b = { groupId: 'g1', offerId: 'b' }
const c = { groupId: 'g2', offerId: 'a' }

test('the later of lock and exclude counts, and a group has one lock', () => {
  const locked = changeChoices({ locked: [], excluded: [a] }, 'lock', [a, c])
  expect(locked).toEqual({ locked: [a, c], excluded: [] })
  expect(changeChoices(locked, 'lock', [b])).toEqual({ locked: [c, b], excluded: [] })
  expect(changeChoices(locked, 'exclude', [a])).toEqual({ locked: [c], excluded: [a] })
})

test('unlock and include take back what was chosen, and nothing else', () => {
  const choices = { locked: [c], excluded: [a, b] }
  expect(changeChoices(choices, 'unlock', [c])).toEqual({ locked: [], excluded: [a, b] })
  expect(changeChoices(choices, 'include', [a])).toEqual({ locked: [c], excluded: [b] })
})
