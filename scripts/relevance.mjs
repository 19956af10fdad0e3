// `npm run relevance`: makes a fresh clone ready, then measures (scripts/relevance/run.ts). Only results go to the output.
import { prepare } from './prepare.mjs'
import { ROOT, runNode } from './test/run.mjs'

await prepare({ log: console.error })
const program = `${ROOT}/scripts/relevance/run.ts`
process.exitCode = await runNode(['--import', 'tsx', program, ...process.argv.slice(2)])
