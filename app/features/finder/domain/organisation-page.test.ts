import { expect, test } from 'vitest'
import { answersOf } from './organisation-page'

test('how a company answers is said from five requests on, in whole percents and days', () => {
  expect(answersOf({ asked: 4, answered: 4, medianDays: 1 })).toBeNull()
  expect(answersOf({ asked: 6, answered: 5, medianDays: 0.2 })).toEqual({ percent: 83, medianDays: 1 })
  expect(answersOf({ asked: 5, answered: 0, medianDays: null })).toEqual({ percent: 0, medianDays: null })
})
