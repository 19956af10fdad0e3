import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { groupMessages } from './group-messages.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'group-messages-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const write = (name: string, lines: readonly string[]) =>
  fs.writeFileSync(path.join(folder, name), lines.join('\n'))
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')

test('the messages of a slice share a file, what they import stands there once', () => {
  const runtime = `import { getLocale } from '../runtime.js';`
  write('offers_title.js', [runtime, 'const nl_offers_title = 1', 'export const offers_title = 2'])
  write('offers_count.js', [
    runtime,
    `import * as registry from '../registry.js'`,
    'export const offers_count = 3',
  ])
  write('home.js', [runtime, 'export const home = 4'])
  write('_index.js', [`export * from './offers_title.js'`])

  groupMessages(folder)

  expect(fs.readdirSync(folder).sort()).toEqual(['_index.js', 'home.js', 'offers.js'])
  expect(read('offers.js').match(/from '..\/runtime.js'/g)).toHaveLength(1)
  expect(read('offers.js')).toContain(`from '../registry.js'`)
  expect(read('offers.js')).toMatch(/offers_count = 3[\s\S]*offers_title = 2/)
  expect(read('_index.js')).toContain(`export * from './home.js'\nexport * from './offers.js'`)
})

test('what is grouped already stays as it is', () => {
  const before = read('offers.js')
  groupMessages(folder)
  expect(read('offers.js')).toBe(before)
})
