import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterChange, decideVerdict, VERIFICATIONS, type Verdict } from './verification'

const standing = fc.constantFrom(...VERIFICATIONS)
const verdict = fc.constantFrom<Verdict>({ kind: 'verify' }, { kind: 'refuse', reason: 'Onbekend adres' })

test('a verdict on what the page showed is carried out, and giving it again changes nothing', () => {
  fc.assert(
    fc.property(standing, verdict, (is, given) => {
      const first = decideVerdict(is, is, given)
      expect(first.ok).toBe(true)
      if (!first.ok) return
      expect(first.verification).toBe(given.kind === 'verify' ? 'verified' : 'refused')
      expect(first.isNew).toBe(first.verification !== is)
      expect(decideVerdict(first.verification, is, given)).toEqual({ ...first, isNew: false })
    }),
  )
})

test('of two coordinators who disagree the second is told', () => {
  expect(decideVerdict('verified', 'pending', { kind: 'refuse', reason: 'x' })).toEqual({
    ok: false,
    is: 'verified',
  })
  expect(decideVerdict('refused', 'pending', { kind: 'verify' })).toEqual({ ok: false, is: 'refused' })
})

test('who was refused asks again by changing what was wrong; who is verified stays so', () => {
  expect(VERIFICATIONS.map(afterChange)).toEqual(['pending', 'verified', 'pending'])
})
