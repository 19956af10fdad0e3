import { expect, test } from 'vitest'
import { readCspReports } from './csp-reports.server'

test.each([
  [
    'of report-uri',
    {
      'csp-report': { 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://evil.example/x.js' },
    },
    [{ directive: 'script-src-elem', source: 'web' }],
  ],
  [
    'of report-to',
    [
      { type: 'csp-violation', body: { effectiveDirective: 'script-src-attr', blockedURL: 'inline' } },
      { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'moz-extension://1' } },
    ],
    [
      { directive: 'script-src-attr', source: 'inline' },
      { directive: 'img-src', source: 'extension' },
    ],
  ],
  [
    'without a source',
    { 'csp-report': { 'effective-directive': 'img-src' } },
    [{ directive: 'img-src', source: 'unknown' }],
  ],
  [
    'with a directive that could break a log',
    { 'csp-report': { 'effective-directive': 'x\n{"level":60}' } },
    [],
  ],
  ['of another shape', { message: 'hello' }, []],
  ['of no shape', null, []],
])('a report %s', (_what, body, read) => {
  expect(readCspReports(body)).toEqual(read)
})

test('of a thousand reports at once twenty are read', () => {
  const one = { body: { effectiveDirective: 'img-src', blockedURL: 'inline' } }
  expect(readCspReports(Array.from({ length: 1000 }, () => one))).toHaveLength(20)
})
