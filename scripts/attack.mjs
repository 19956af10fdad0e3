// `npm run attack`: runs the attacks of tests/attack against a demo: one that it starts itself, or `-- --base URL`.
import { ensureChromium } from './chromium.mjs'
import { prepare } from './prepare.mjs'
import { ROOT, runNode } from './test/run.mjs'

await prepare({ log: console.error })
const browser = await ensureChromium(console.error)
if (!browser) throw new Error('No Chromium: install it, or set PW_CHROMIUM to a browser.')
process.exitCode = await runNode(
  ['--import', 'tsx', `${ROOT}/tests/attack/run.ts`, ...process.argv.slice(2)],
  { PW_CHROMIUM: browser, NODE_ENV: 'production' },
)
