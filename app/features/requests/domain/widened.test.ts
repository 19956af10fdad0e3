import { expect, test } from 'vitest'
import { widened } from './widened'

const TYPED = {
  kind: ['excursion'],
  km: ['10'],
  period: ['januari'],
  from: ['2027-01-01'],
  until: ['2027-01-31'],
  day: ['1'],
  groupSize: ['30'],
}

test.each([
  [
    { change: 'further', to: 25 },
    { ...TYPED, km: ['25'] },
  ],
  [
    { change: 'smaller-group', to: 24 },
    { ...TYPED, groupSize: ['24'] },
  ],
] as const)('%j changes one answer', (help, typed) => {
  expect(widened(TYPED, help)).toEqual(typed)
})

test('a wish that is dropped leaves no trace, and other kinds are those that go together', () => {
  expect(Object.keys(widened(TYPED, { change: 'other-period', to: null }))).toEqual([
    'kind',
    'km',
    'day',
    'groupSize',
  ])
  expect(widened(TYPED, { change: 'further', to: null })).not.toHaveProperty('km')
  expect(widened(TYPED, { change: 'other-day', to: null })).not.toHaveProperty('day')
  expect(widened(TYPED, { change: 'other-kind', to: null }).kind).toHaveLength(4)
})
