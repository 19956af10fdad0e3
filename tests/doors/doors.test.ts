/** Proof that each door is shut: every rule of .dependency-cruiser.cjs refuses the import that it is for. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALLOWED, REFUSED, TARGETS } from './imports'

const ROOT = path.resolve(import.meta.dirname, '../..')
const HOUSE = path.join(ROOT, `.cache/doors-${process.pid}`)
const RULES_FILE = path.join(ROOT, '.dependency-cruiser.cjs')

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }

const rules = (createRequire(import.meta.url)(RULES_FILE) as { forbidden: { name: string }[] }).forbidden.map(
  (rule) => rule.name,
)
let violations: readonly Violation[] = []

function write(file: string, text: string): void {
  const at = path.join(HOUSE, file)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.appendFileSync(at, `${text}\n`)
}

/** Makes the file that an import of ours points at. */
function makeTarget(specifier: string): void {
  const file = specifier.replace(/^~search\//, 'search/').replace(/^~\//, 'app/')
  if (file === specifier || /nowhere/.test(file)) return
  const name = /\.[jt]sx?$/.test(file) ? file : `${file}.ts`
  if (!fs.existsSync(path.join(HOUSE, name)))
    write(name, 'export const thing = 1\nexport type Thing = number')
}

beforeAll(() => {
  write('package.json', fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'ESNext',
        moduleResolution: 'Bundler',
        jsx: 'react-jsx',
        baseUrl: '.',
        paths: { '~/*': ['./app/*'], '~search/*': ['./search/*'] },
      },
    }),
  )
  const cases = [...Object.values(REFUSED), ...ALLOWED]
  for (const { file, code } of [...cases, ...TARGETS]) write(file, code)
  for (const { code } of cases)
    for (const [, specifier] of code.matchAll(/from '([^']+)'/g)) makeTarget(specifier ?? '')
  const cli = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', RULES_FILE, '--output-type', 'json', 'app', 'search', 'tests']
  const run = spawnSync(process.execPath, [cli, ...args], { cwd: HOUSE, encoding: 'utf8', maxBuffer: 64e6 })
  if (!run.stdout) throw new Error(run.stderr)
  violations = (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations
}, 60_000)

afterAll(() => fs.rmSync(HOUSE, { recursive: true, force: true }))

test('every rule has an import that proves it', () => {
  expect(Object.keys(REFUSED).sort()).toEqual([...rules].sort())
})

describe('a door refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (rule, { file }) => {
    expect(violations.filter((v) => v.from === file).map((v) => v.rule.name)).toContain(rule)
  })
})

describe('a door lets through', () => {
  test.each(ALLOWED)('$file: $code', ({ file }) => {
    expect(violations.filter((v) => v.from === file)).toEqual([])
  })
})
