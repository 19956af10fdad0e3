/** Each gate of our own is shown something wrong and something right: a check that cannot fail is none. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { problemsOf } from './laws.mjs'
import { brokenLinks } from './links.mjs'
import { checkLockFile } from './lock-file.mjs'
import { checkMessages } from './messages.mjs'

const made: string[] = []
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true })
})

function project(files: Readonly<Record<string, unknown>>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tests-gates-'))
  made.push(root)
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}

describe('messages', () => {
  const settings = {
    'plugin.inlang.messageFormat': {
      pathPattern: ['./messages/offers.{locale}.json', './messages/errors.{locale}.json'],
    },
  }
  const right = {
    'project.inlang/settings.json': settings,
    'messages/offers.nl.json': { offers_title: '{count} keer' },
    'messages/offers.en.json': { offers_title: '{count} times' },
    'messages/errors.nl.json': { error_offer_full: 'Vol', error_offer_is_paused: 'Rust' },
    'messages/errors.en.json': { error_offer_full: 'Full', error_offer_is_paused: 'Pausing' },
    'app/page.tsx':
      "m.offers_title({ count }); new AppError('conflict', 'offer.full'); new AppError('conflict', `offer.is-${state}`)",
  }
  const findings = (changes: Readonly<Record<string, unknown>>) =>
    checkMessages(project({ ...right, ...changes }))

  test('what is complete and used passes', () => {
    expect(findings({})).toEqual([])
  })
  test.each([
    ['a text that one language lacks', { 'messages/offers.en.json': {} }, 'offers_title has no en text'],
    ['a text without words', { 'messages/offers.en.json': { offers_title: ' ' } }, 'offers_title is empty'],
    [
      'a parameter that one language lacks',
      { 'messages/offers.en.json': { offers_title: 'times' } },
      'takes {count} in nl and {} in en',
    ],
    [
      'a text that nothing shows',
      { 'app/page.tsx': "new AppError('conflict', 'offer.full'); `offer.is-${state}`" },
      'offers_title is used nowhere',
    ],
    [
      'a code without a text',
      { 'app/page.tsx': "notFound('offer.gone')" },
      'error offer.gone has no text error_offer_gone',
    ],
    [
      'a key of another slice',
      { 'messages/errors.nl.json': { offers_full: 'Vol' } },
      'offers_full does not begin with error_',
    ],
    [
      'a file that is not compiled',
      { 'messages/home.nl.json': {} },
      'does not name ./messages/home.{locale}.json',
    ],
  ])('%s is found', (_, changes, finding) => {
    expect(findings(changes)).toContainEqual(expect.stringContaining(finding))
  })
})

describe('lock file', () => {
  const entry = { version: '1.2.3', integrity: 'sha512-x' }
  const findings = (version: string, locked: object) =>
    checkLockFile(
      project({
        'package.json': { dependencies: { thing: version } },
        'package-lock.json': { packages: { '': {}, 'node_modules/thing': locked } },
      }),
    )

  test('exact versions with hashes pass', () => {
    expect(findings('1.2.3', entry)).toEqual([])
  })
  test.each([
    ['an address', '1.2.3', { ...entry, resolved: 'https://registry.example/thing.tgz' }, 'has "resolved"'],
    ['a missing hash', '1.2.3', { version: '1.2.3' }, 'has no "integrity"'],
    ['a range', '^1.2.3', entry, 'is not one exact version'],
    ['another version', '1.2.4', entry, 'is 1.2.4 in package.json and 1.2.3 in package-lock.json'],
  ])('%s is found', (_, version, locked, finding) => {
    expect(findings(version, locked)).toContainEqual(expect.stringContaining(finding))
  })
})

describe('laws of the house', () => {
  test.each([
    ['app/features/offers/domain/offer.ts', 'const now = new Date()', 'handed the time'],
    ['app/routes/offers._index/route.tsx', 'export const loader = wrap(page)', 'exported functions'],
    ['app/routes/offers._index/route.tsx', 'x\n'.repeat(151), '151 lines, at most 150'],
    ['search/postgres/engine.ts', 'x\n'.repeat(401), '401 lines, at most 400'],
    ['app/kernel/calendar.test.ts', `test.${'only'}('one', () => {})`, 'nobody runs'],
    ['app/kernel/Calendar.ts', '', 'kebab-case'],
    ['app/platform/http/utils.ts', '', 'says nothing'],
    ['search/port.ts', `// ${'TODO'}: more`, 'still to be done'],
  ])('%s is held to them', (file, text, finding) => {
    expect(problemsOf(file, text)).toContainEqual(expect.stringContaining(finding))
  })
  test('what keeps them passes', () => {
    expect(problemsOf('app/features/offers/domain/offer.ts', 'const at = new Date(now)\n')).toEqual([])
    expect(problemsOf('app/routes/offers.$slug/route.tsx', 'x\n'.repeat(150))).toEqual([])
  })
})

test('a link of a page leads to a file that is there', () => {
  const isThere = (file: string) => file === 'docs/a.md'
  const text = '[a](../docs/a.md#part) [b](b.md) [web](https://schakel.example) ![picture](c.png)'
  expect(brokenLinks('docs/x.md', text, isThere)).toEqual([
    'docs/x.md: b.md is not there',
    'docs/x.md: c.png is not there',
  ])
})
