import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEUTRAL, qualityOf, signalsOf } from './quality'

const NEWCOMER = { asked: 0, answered: 0, askedLately: 0, monthsSinceConfirmed: 0, openPlaces: null }

test('a newcomer stands at four of five, fresh and with room', () => {
  expect(signalsOf(NEWCOMER)).toEqual(NEUTRAL)
  expect(qualityOf(NEUTRAL)).toBe(0.984)
})

test('who answers comes before who is silent, and the newcomer between them', () => {
  const answers = (asked: number, answered: number) => qualityOf(signalsOf({ ...NEWCOMER, asked, answered }))
  expect(answers(10, 10)).toBeGreaterThan(answers(0, 0))
  expect(answers(0, 0)).toBeGreaterThan(answers(10, 0))
})

test('nothing takes away more than a fifth, and more of what is good never makes it worse', () => {
  const facts = fc.record({
    asked: fc.nat(200),
    answered: fc.nat(200),
    askedLately: fc.nat(60),
    monthsSinceConfirmed: fc.double({ min: 0, max: 30, noNaN: true }),
    openPlaces: fc.option(fc.nat(20)),
  })
  fc.assert(
    fc.property(facts, fc.nat(10), (one, more) => {
      const quality = qualityOf(signalsOf(one))
      expect(quality).toBeGreaterThanOrEqual(0.8)
      expect(quality).toBeLessThanOrEqual(1)
      expect(qualityOf(signalsOf({ ...one, answered: one.answered + more }))).toBeGreaterThanOrEqual(quality)
      expect(qualityOf(signalsOf({ ...one, askedLately: one.askedLately + more }))).toBeLessThanOrEqual(
        quality,
      )
    }),
    { numRuns: 100 },
  )
})
