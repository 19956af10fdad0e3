import { expect, test } from 'vitest'
import { judgeAdvisories } from './advisories.mjs'

const report = {
  vulnerabilities: {
    express: { via: ['qs', { url: 'https://x/1', title: 'Slow', severity: 'high', name: 'qs' }] },
    qs: { via: [{ url: 'https://x/1', title: 'Slow', severity: 'high', name: 'qs' }] },
    sax: { via: [{ url: 'https://x/2', title: 'Deep', severity: 'low', name: 'sax' }] },
  },
}
const NOW = new Date('2026-11-30')
const line = (url: string, until: string) => ({ url, decision: 'not reached by us', until })

test('an advisory needs a decision that still holds', () => {
  expect(judgeAdvisories(report, [], NOW)).toHaveLength(2)
  expect(judgeAdvisories(report, [line('https://x/1', '2027-03-01')], NOW)).toEqual([
    'low sax: Deep (https://x/2): no decision',
  ])
  const outdated = [line('https://x/1', '2026-11-01'), line('https://x/2', '2027-01-01')]
  expect(judgeAdvisories(report, outdated, NOW)).toEqual(['high qs: https://x/1: decided until 2026-11-01'])
})

test('nothing found needs nothing', () => {
  expect(judgeAdvisories({ vulnerabilities: {} }, [], NOW)).toEqual([])
})
