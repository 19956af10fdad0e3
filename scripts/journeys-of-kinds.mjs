// `npm run journeys:kinds`: from the wizard to the evaluation for each kind of offer, in the real browser.
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { prepare } from './prepare.mjs'
import { ROOT, runNode } from './test/run.mjs'

await prepare({ log: console.log })
const browser = await ensureChromium(console.log)
if (!browser) throw new Error('No Chromium: install it, or set PW_CHROMIUM to a browser.')
const cli = path.join(ROOT, 'node_modules/@playwright/test/cli.js')
process.exitCode = await runNode(
  [cli, 'test', 'tests/journeys/kinds.spec.ts', '--project=desktop', '--reporter=list'],
  { KINDS: 'all', PW_CHROMIUM: browser },
)
