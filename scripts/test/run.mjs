import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')
const REPORTS = path.join(ROOT, '.cache/test-reports')

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {readonly string[]} args of node. @returns {Promise<number>} exit code; 1 when a signal ended it. */
export function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a test runner and reads the report that it leaves.
 * @param {string} name of the report. @param {(file: string) => Promise<number>} start given the file to write.
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>} a runner that fails without a failed test counts as one failed test.
 */
export async function counted(name, start, count) {
  const file = path.join(REPORTS, `${name}.json`)
  fs.mkdirSync(REPORTS, { recursive: true })
  fs.rmSync(file, { force: true })
  const code = await start(file)
  const counts = fs.existsSync(file)
    ? count(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

/** @param {any} report of Vitest's JSON reporter. @returns {Counts} a file that does not load is one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @param {any} report of Playwright's JSON reporter. @returns {Counts} */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/** @param {any} report of `playwright test --list`. @returns {number} how many tests there would be. */
export function countListed(report) {
  const inSuite = (suite) =>
    suite.specs.reduce((sum, spec) => sum + spec.tests.length, 0) +
    (suite.suites ?? []).reduce((sum, s) => sum + inSuite(s), 0)
  return report.suites.reduce((sum, suite) => sum + inSuite(suite), 0)
}

/** @param {readonly Counts[]} parts @returns {Counts} */
export function sum(parts) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const part of parts) for (const key of Object.keys(total)) total[key] += part[key]
  return total
}
