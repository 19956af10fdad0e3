// `npm run demo`: from a fresh clone to a running Schakel. Plain JavaScript on Node's own modules until the packages are
// there; what is up to date is left as it is.
import { prepare } from './prepare.mjs'

const startedAt = performance.now()
try {
  await prepare({ log: console.log })
  const { runDemo } = await import('./lib/run-demo.mjs')
  process.exitCode = await runDemo({ startedAt })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
