import { expect, test } from 'vitest'
import { counted, countListed, countPlaywright, countVitest, sum } from './run.mjs'

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 })
})

test('an error outside a journey counts as a failure', () => {
  const stats = { expected: 5, flaky: 1, unexpected: 1, skipped: 2 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2, skipped: 2 })
})

test('journeys are counted through nested suites', () => {
  const spec = { tests: [{}, {}] }
  expect(countListed({ suites: [{ specs: [spec], suites: [{ specs: [spec, spec] }] }] })).toBe(6)
})

test('a runner that ends badly without a report is one failure', async () => {
  const counts = await counted('never-written', async () => 1, countVitest)
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(sum([counts, { passed: 2, failed: 0, skipped: 1 }])).toEqual({ passed: 2, failed: 1, skipped: 1 })
})
