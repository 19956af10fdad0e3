// `npm run demo`: from a fresh clone to a running Schakel. Plain JavaScript on Node's own modules until the packages are
// there; what is up to date is left as it is.
import { prepare } from './prepare.mjs'

const startedAt = performance.now()
try {
  await prepare({ log: console.log, onlyToRun: true })
  const [{ run }, { openDemo }] = await Promise.all([import('./lib/run.mjs'), import('./lib/open-demo.mjs')])
  process.exitCode = await run((running) => openDemo(running, startedAt))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
