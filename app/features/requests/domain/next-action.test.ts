import { expect, test } from 'vitest'
import { needsSchool, nextAction } from './next-action'

const facts = (over: Partial<Parameters<typeof nextAction>[0]> = {}) => ({
  state: 'open' as const,
  heldGroups: 0,
  datesToAgree: 0,
  openProposals: 0,
  offered: 0,
  ...over,
})

test.each([
  [facts(), 'choose'],
  [facts({ state: 'proposed', openProposals: 2 }), 'await'],
  [facts({ state: 'waiting', heldGroups: 1 }), 'answer-hold'],
  [facts({ state: 'booked', datesToAgree: 1 }), 'pick-date'],
  [facts({ state: 'waiting' }), 'wait'],
  [facts({ state: 'waiting', offered: 1 }), 'answer-offered'],
  [facts({ state: 'booked' }), 'visit'],
  [facts({ state: 'withdrawn' }), 'none'],
])('%j asks to %s', (given, action) => {
  expect(nextAction(given)).toBe(action)
})

test('only what the school can do now is pressing', () => {
  expect(needsSchool('answer-hold')).toBe(true)
  expect(needsSchool('answer-offered')).toBe(true)
  expect(needsSchool('await')).toBe(false)
})
