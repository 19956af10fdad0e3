import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerStanding } from './answer-standing'

const facts = (asked: number, answered: number, open = 0) => ({
  asked,
  answered,
  open,
  medianDays: null,
  isHidden: false,
})

test('nobody asked yet is no mark against a company', () => {
  expect(answerStanding(facts(0, 0))).toMatchObject({ mark: 'new', score: 80 })
})

test('who answers stands high, who does not stands low, and sees what answering gives', () => {
  expect(answerStanding(facts(10, 10))).toMatchObject({ mark: 'high', score: 93 })
  expect(answerStanding(facts(10, 3, 4))).toMatchObject({ mark: 'low', score: 47, scoreAfter: 73 })
})

test('an answer never lowers it', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (answered, open, lost) => {
      const { score, scoreAfter } = answerStanding(facts(answered + open + lost, answered, open))
      expect(scoreAfter).toBeGreaterThanOrEqual(score)
    }),
  )
})
