/** Which offers stand under an offer. */
import { describe, expect, test } from 'vitest'
import type { LevelYears } from '~/kernel/education'
import { levelFit, similarTo } from './similar-offers'

const VMBO_3: readonly LevelYears[] = [{ level: 'vmbo', years: [3, 4] }]
const VMBO_1: readonly LevelYears[] = [{ level: 'vmbo', years: [1] }]
const PO: readonly LevelYears[] = [{ level: 'po', years: [7, 8] }]
const offer = { id: 'o', organisationId: 'own', levels: VMBO_3 }
const candidate = (id: string, organisationId: string, levels = VMBO_3) => ({ id, organisationId, levels })
const ids = (candidates: readonly { readonly id: string }[]) => candidates.map(({ id }) => id)

describe('similarTo', () => {
  test('never five of one company while others have something', () => {
    const many = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => candidate(id, 'a'))
    expect(ids(similarTo(offer, [...many, candidate('b1', 'b', PO)], 3))).toEqual(['a1', 'b1', 'a2'])
  })

  test('the own company comes after every other, and never the offer itself', () => {
    const candidates = [candidate('o', 'own'), candidate('own2', 'own'), candidate('a1', 'a', PO)]
    expect(ids(similarTo(offer, candidates, 3))).toEqual(['a1', 'own2'])
    expect(ids(similarTo(offer, [candidate('own2', 'own')], 3))).toEqual(['own2'])
  })

  test('the same years come before the same level, and that before other schools; else the order stays', () => {
    const candidates = [
      candidate('po', 'a', PO),
      candidate('young', 'b', VMBO_1),
      candidate('far', 'c'),
      candidate('farther', 'd'),
    ]
    expect(ids(similarTo(offer, candidates, 4))).toEqual(['far', 'farther', 'young', 'po'])
    expect(ids(similarTo(offer, candidates, 2))).toEqual(['far', 'farther'])
  })

  test('nothing is like it: nothing', () => {
    expect(similarTo(offer, [], 3)).toEqual([])
    expect(similarTo(offer, [candidate('o', 'own')], 3)).toEqual([])
  })
})

test.each([
  [VMBO_3, [{ level: 'vmbo', years: [4] }], 2],
  [VMBO_3, VMBO_1, 1],
  [VMBO_3, PO, 0],
  [[...PO, ...VMBO_1], VMBO_3, 1],
  [[], VMBO_3, 0],
] as const)('%j and %j fit %d', (one, other, fit) => {
  expect(levelFit(one, other)).toBe(fit)
})
