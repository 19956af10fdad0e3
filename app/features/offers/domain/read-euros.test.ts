import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEuros, writeEuros } from './read-euros'

const MAX = 1_000_000

test.each([
  ['12,50', 1250],
  ['€ 12,50', 1250],
  ['12.50', 1250],
  ['12,5', 1250],
  ['35', 3500],
  ['35,-', 3500],
  ['€35,–', 3500],
  ['1.250', 125_000],
  ['1.250,00', 125_000],
  [',50', 50],
  ['0', 0],
  ['', 0],
  ['Gratis', 0],
  ['10.000', 1_000_000],
])('%j is %i cents', (typed, cents) => {
  expect(readEuros(typed, MAX)).toEqual({ ok: true, cents })
})

test.each(['twaalf', '-5', '12,50,00', '1.25.0', '12,505', '1e3', '<script>', '12,5O'])(
  '%j is not an amount',
  (typed) => {
    expect(readEuros(typed, MAX)).toEqual({ ok: false, reason: 'not-an-amount' })
  },
)

test('more than the largest amount is too much, also where a number can no longer be counted', () => {
  expect(readEuros('10.000,01', MAX)).toEqual({ ok: false, reason: 'too-much' })
  expect(readEuros('9'.repeat(400), MAX)).toEqual({ ok: false, reason: 'too-much' })
})

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX }), (cents) => {
      expect(readEuros(writeEuros(cents), MAX)).toEqual({ ok: true, cents })
    }),
  )
})
