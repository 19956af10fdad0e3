// What `npm run check` asks. A gate is a command or a function that names what is wrong.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkLaws } from './laws.mjs'
import { checkLinks } from './links.mjs'
import { checkLockFile } from './lock-file.mjs'
import { checkMessages } from './messages.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')
const bin = (file) => path.join(ROOT, 'node_modules', file)

/** What was right and has not changed is not looked at again. */
const REMEMBERED = ['--incremental', '--tsBuildInfoFile', path.join(ROOT, '.cache/check/types.tsbuildinfo')]

/** Longest first, so that the short ones fill the gaps. */
const GATES = [
  { name: 'types', node: [bin('typescript/bin/tsc'), '--noEmit', '--project', '.', ...REMEMBERED] },
  {
    name: 'unit tests',
    node: [bin('vitest/vitest.mjs'), 'run', '--project', 'unit', '--project', 'dom', '--reporter', 'dot'],
  },
  {
    name: 'doors',
    node: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...['app', 'search', 'scripts', 'prisma'],
    ],
  },
  {
    name: 'schema drift',
    node: [
      path.join(ROOT, 'scripts/prisma.mjs'),
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ],
  },
  {
    name: 'format and lint',
    node: [
      bin('@biomejs/biome/bin/biome'),
      'ci',
      '--colors=off',
      '--diagnostic-level=warn',
      '--max-diagnostics=30',
      '.',
    ],
  },
  { name: 'dead code', node: [bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  { name: 'messages', find: checkMessages },
  { name: 'laws of the house', find: checkLaws },
  { name: 'links', find: checkLinks },
  { name: 'lock file', find: checkLockFile },
]

/**
 * @typedef {{ name: string, ok: boolean, seconds: number, output: string }} GateResult
 * @param {{ without?: readonly string[], onResult?: (result: GateResult) => void }} [options]
 * @returns {Promise<GateResult[]>}
 */
export async function runGates({ without = [], onResult = () => {} } = {}) {
  const waiting = GATES.filter((gate) => !without.includes(gate.name))
  const results = []
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const result = await runGate(gate)
      results.push(result)
      onResult(result)
    }
  }
  // The compiler, the test runner and the linter each use more than one core by themselves.
  await Promise.all([work(), work(), work()])
  return results
}

async function runGate({ name, node, find }) {
  const startedAt = performance.now()
  const problems = find ? find(ROOT) : []
  const { ok, output } = node ? await run(node) : { ok: problems.length === 0, output: problems.join('\n') }
  return { name, ok, seconds: (performance.now() - startedAt) / 1000, output }
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ ok: false, output: String(error) }))
    child.once('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}
