// `npm run sweep`: every page in both languages, both themes and both widths, with axe. Leaves docs/reports/sweep.json.
import fs from 'node:fs'
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { prepare } from './prepare.mjs'
import { counted, countPlaywright, ROOT, runNode } from './test/run.mjs'

await prepare({ log: console.log })
const browser = await ensureChromium(console.log)
if (!browser) throw new Error('No Chromium: install it, or set PW_CHROMIUM to a browser.')
const cli = path.join(ROOT, 'node_modules/@playwright/test/cli.js')
const found = []
const counts = await counted(
  'sweep',
  (file) =>
    runNode([cli, 'test', 'tests/journeys/pages.spec.ts', '--reporter=line,json'], {
      SWEEP: 'full',
      PW_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    }),
  (report) => {
    found.push(...failuresOf(report.suites))
    return countPlaywright(report)
  },
)
const report = {
  pages: 'tests/setup/pages.ts',
  languages: 2,
  themes: 2,
  widths: [390, 1280],
  ...counts,
  failures: found,
}
const folder = path.join(ROOT, 'docs/reports')
fs.mkdirSync(folder, { recursive: true })
fs.writeFileSync(path.join(folder, 'sweep.json'), `${JSON.stringify(report, null, 2)}\n`)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1

function failuresOf(suites = []) {
  return suites.flatMap((suite) => [
    ...suite.specs.filter((spec) => !spec.ok).map((spec) => spec.title),
    ...failuresOf(suite.suites),
  ])
}
