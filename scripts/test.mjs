// `npm test`: everything that is tested, from a fresh clone, closing with `N passed, N failed, N skipped`.
// Plain JavaScript on Node's own modules until the packages are there.
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { prepare } from './prepare.mjs'
import { findMeilisearch } from './test/meilisearch.mjs'
import { counted, countListed, countPlaywright, countVitest, ROOT, runNode, sum } from './test/run.mjs'

const bin = (file) => path.join(ROOT, 'node_modules', file)
const startedAt = performance.now()
const heading = (text) =>
  console.log(`\n━━ ${text} (${Math.round((performance.now() - startedAt) / 1000)} s) ━━`)

async function gates() {
  const { runGates } = await import('./check/gates.mjs')
  const results = await runGates({
    without: ['unit tests'],
    onResult: ({ name, ok, seconds, output }) => {
      console.log(`${ok ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s`)
      if (!ok) console.log(output)
    },
  })
  const failed = results.filter((result) => !result.ok).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

/** Made once for route tests and journeys alike; counted because a program that cannot be built is a failure. */
async function build() {
  const { ensureBuild } = await import('./lib/build.mjs')
  await ensureBuild({ log: console.log })
  return { passed: 1, failed: 0, skipped: 0 }
}

async function vitest() {
  const engine = await findMeilisearch(console.log)
  const args = [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json']
  try {
    return await counted(
      'vitest',
      (file) => runNode([...args, `--outputFile.json=${file}`], engine.env),
      countVitest,
    )
  } finally {
    await engine.stop()
  }
}

async function journeys() {
  const cli = bin('@playwright/test/cli.js')
  const browser = await ensureChromium(console.log)
  if (browser) {
    return counted(
      'playwright',
      (file) =>
        runNode([cli, 'test', '--reporter=line,json'], {
          PW_CHROMIUM: browser,
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        }),
      countPlaywright,
    )
  }
  console.log('No Chromium: install it (Debian: apt-get install chromium) or set PW_CHROMIUM to a browser.')
  const { skipped } = await counted(
    'playwright-list',
    (file) => runNode([cli, 'test', '--list', '--reporter=json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    (report) => ({ passed: 0, failed: 0, skipped: countListed(report) }),
  )
  return process.env.CI === 'true'
    ? { passed: 0, failed: skipped || 1, skipped: 0 }
    : { passed: 0, failed: 0, skipped }
}

function failure(error) {
  console.error(error)
  return { passed: 0, failed: 1, skipped: 0 }
}

async function all() {
  await prepare({ log: console.log })
  const parts = []
  for (const [name, work] of Object.entries({
    check: gates,
    build: build,
    tests: vitest,
    journeys: journeys,
  })) {
    heading(name)
    parts.push(await work().catch(failure))
  }
  return sum(parts)
}

const total = await all().catch(failure)
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(`\nin ${seconds} s\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
