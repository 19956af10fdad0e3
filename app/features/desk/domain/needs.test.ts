import { expect, test } from 'vitest'
import { type Need, type NeedKind, orderNeeds, urgencyOf, urgentCount } from './needs'

const TODAY = '2026-11-24'
const need = (kind: NeedKind, over: Partial<Need> = {}): Need => ({
  ...{ side: 'school', kind, id: kind, title: kind, partner: '', dueOn: null, since: '2026-11-01', count: 1 },
  ...over,
})
const idsOf = (needs: readonly Need[]) => orderNeeds(needs, TODAY).map(({ id }) => id)

test('a deadline goes before everything without one, the nearest first', () => {
  const needs = [
    need('question', { id: 'without' }),
    need('evaluate', { id: 'friday', dueOn: '2026-11-27' }),
    need('hold', { id: 'late', dueOn: '2026-11-20' }),
    need('choose-day', { id: 'today', dueOn: TODAY }),
  ]
  expect(idsOf(needs)).toEqual(['late', 'today', 'friday', 'without'])
})

test('a deadline far away does not push aside what somebody waits for', () => {
  const needs = [need('evaluate', { dueOn: '2027-02-20' }), need('question'), need('draft-offer')]
  expect(idsOf(needs)).toEqual(['question', 'evaluate', 'draft-offer'])
})

test('alike needs stand by how long they ask, and the order in never matters', () => {
  const needs = [
    need('answered', { id: 'b', since: '2026-11-20' }),
    need('answered', { id: 'a', since: '2026-11-20' }),
    need('answered', { id: 'c', since: '2026-11-02' }),
  ]
  expect(idsOf(needs)).toEqual(['c', 'a', 'b'])
  expect(idsOf([...needs].reverse())).toEqual(['c', 'a', 'b'])
  expect(idsOf([])).toEqual([])
})

test.each([
  ['2026-11-23', 0],
  [TODAY, 0],
  ['2026-11-25', 1],
  ['2026-12-01', 1],
  ['2026-12-02', 2],
  [null, 2],
] as const)('what is due on %s has urgency %i', (dueOn, urgency) => {
  expect(urgencyOf({ dueOn }, TODAY)).toBe(urgency)
})

test('only what is due today or late cannot wait', () => {
  const needs = [need('hold', { dueOn: TODAY }), need('hold', { dueOn: '2026-11-25' }), need('report')]
  expect(urgentCount(needs, TODAY)).toBe(1)
})
