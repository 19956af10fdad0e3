import { expect, test } from 'vitest'
import { closedStep, lastDayOf } from './departure'

test('a closed branch has two weeks, the last day included', () => {
  expect(lastDayOf('2026-11-24')).toBe('2026-12-08')
  expect(closedStep('2026-11-24', '2026-11-24')).toBe('tell')
  expect(closedStep('2026-11-24', '2026-12-08')).toBe('tell')
  expect(closedStep('2026-11-24', '2026-12-09')).toBe('end')
})
