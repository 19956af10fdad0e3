// `npm run dev`: the demo's data with pages that follow every saved file.
import { prepare } from './prepare.mjs'

const startedAt = performance.now()
try {
  await prepare({ log: console.log, forWatching: true })
  const [{ run }, { openDev }] = await Promise.all([import('./lib/run.mjs'), import('./lib/open-dev.mjs')])
  process.exitCode = await run((running) => openDev(running, startedAt))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
