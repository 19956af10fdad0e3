import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fits, proofText } from './proof-of-work'

test.each([
  [[0, 0b0000_0001], 15, true],
  [[0, 0b0000_0010], 15, false],
  [[1, 0], 15, false],
  [[0, 0], 16, true],
  [[0, 255], 8, true],
  [[255], 0, true],
])('%j begins with %i zero bits: %s', (hash, bits, fitting) => {
  expect(fits(Uint8Array.from([...hash, 255]), bits)).toBe(fitting)
})

test('one number in 2^k fits k bits', () => {
  const hashes = Array.from({ length: 4096 }, (_, n) =>
    createHash('sha256').update(proofText('stamp', n)).digest(),
  )
  const fitting = hashes.filter((hash) => fits(hash, 6)).length
  expect(fitting).toBeGreaterThan(32)
  expect(fitting).toBeLessThan(128)
})
