import { expect, test } from 'vitest'
import { pausesOn, stillRightStep } from './still-right'

const confirmedOn = '2026-01-10'

test('is asked after eleven months and paused after twelve', () => {
  const at = (today: string, askedOn: string | null = null) => stillRightStep({ confirmedOn, askedOn }, today)
  expect(at('2026-12-10')).toBe('nothing')
  expect(at('2026-12-11')).toBe('ask')
  expect(at('2027-01-09', '2026-12-11')).toBe('nothing')
  expect(at('2027-01-10', '2026-12-11')).toBe('pause')
})

test('nothing is paused before the question has lain there for three weeks', () => {
  expect(pausesOn({ confirmedOn, askedOn: '2027-03-01' })).toBe('2027-03-22')
  expect(stillRightStep({ confirmedOn, askedOn: '2027-03-01' }, '2027-03-21')).toBe('nothing')
  expect(stillRightStep({ confirmedOn, askedOn: null }, '2028-01-01')).toBe('ask')
})
