import { expect, test } from 'vitest'
import { pathForLog } from './log-requests.server'

test.each([
  ['/offers/een-dag-met-robots-in-almelo-1f0c2d3e', '/offers/een-dag-met-robots-in-almelo-1f0c2d3e'],
  ['/schools/0190163f-4b7e-7cc1-9d5f-3a6f0f5f0a11', '/schools/0190163f-4b7e-7cc1-9d5f-3a6f0f5f0a11'],
  ['/reset-password/Zk3_9dLq-PoV81mXa0sTtY7uWbE2cRfG', '/reset-password/[cut]'],
  ['/x/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', '/x/[cut]'],
  ['/', '/'],
])('%s is told as %s', (path, told) => {
  expect(pathForLog(path)).toBe(told)
})

test('an endless address is cut off', () => {
  expect(pathForLog(`/${'a/'.repeat(1000)}`).length).toBeLessThanOrEqual(300)
})
