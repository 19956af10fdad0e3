// `npm run audit:packages`: asks the registry for known weaknesses of the packages that run in production. Each one needs a
// line in docs/advisories.json that says what was decided and until when; a new or an outdated one fails.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { judgeAdvisories } from './lib/advisories.mjs'
import { ROOT } from './test/run.mjs'

const answer = await new Promise((resolve) => {
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' }
  execFile('npm', ['audit', '--json', '--omit=dev'], options, (_error, stdout) => resolve(stdout))
})
let report = null
try {
  report = JSON.parse(answer)
} catch {
  // Told below: a registry that answers nothing is not a registry without findings.
}
if (!report?.vulnerabilities) {
  console.log('The registry answers no questions about advisories: nothing was looked at.')
  process.exitCode = process.env.CI === 'true' ? 1 : 0
} else {
  const decided = JSON.parse(fs.readFileSync(path.join(ROOT, 'docs/advisories.json'), 'utf8'))
  const open = judgeAdvisories(report, decided, new Date())
  for (const line of open) console.log(line)
  console.log(
    open.length === 0 ? 'Every advisory has a decision.' : `${open.length} without a decision that holds.`,
  )
  process.exitCode = open.length === 0 ? 0 : 1
}
