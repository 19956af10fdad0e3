// `npm run bench:search`: makes a fresh clone and its build ready, then measures (scripts/bench/run.ts).
import { ensureBuild } from './lib/build.mjs'
import { prepare } from './prepare.mjs'
import { ROOT, runNode } from './test/run.mjs'

await prepare({ log: console.error })
const build = await ensureBuild({ log: console.error })
process.exitCode = await runNode(
  ['--import', 'tsx', `${ROOT}/scripts/bench/run.ts`, ...process.argv.slice(2)],
  { SCHAKEL_BUILD: build.folder, NODE_ENV: 'production' },
)
