/**
 * Runs the attacks one after another against a demo and prints one JSON line per class: what was tried, what held. The
 * report goes to docs/reports/attack.json.
 *
 *   npm run attack                       a demo of its own, which ends with it
 *   npm run attack -- --base URL         one that runs
 *   npm run attack -- --only xss,csrf    these alone; nothing is written down
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { startProgram } from '../setup/program'
import type { Finding, Target } from './attack'
import { csrf } from './csrf'
import { idor } from './idor'
import { injection } from './injection'
import { links } from './links'
import { mailHeaders } from './mail-headers'
import { massAssignment } from './mass-assignment'
import { redirects } from './redirects'
import { redos } from './redos'
import { sessions } from './sessions'
import { signInFlood } from './sign-in-flood'
import { slowBodies } from './slow-bodies'
import { makeTarget } from './target'
import { uploads } from './uploads'
import { xss } from './xss'

/** In this order: the later ones leave traces. */
const CLASSES: Readonly<Record<string, (target: Target) => Promise<Finding>>> = {
  idor,
  csrf,
  'open-redirect': redirects,
  injection,
  'session-fixation': sessions,
  links,
  'mail-header': mailHeaders,
  redos,
  upload: uploads,
  'mass-assignment': massAssignment,
  'slow-body': slowBodies,
  xss,
  'sign-in-flood': signInFlood,
}
const REPORT = 'docs/reports/attack.json'

const { values } = parseArgs({ options: { base: { type: 'string' }, only: { type: 'string' } } })
const only = values.only?.split(',')
const started = values.base === undefined ? await startProgram('attack', { APP_ENV: 'demo' }) : null
const lines: object[] = []
try {
  for (const [name, attack] of Object.entries(CLASSES)) {
    if (only && !only.includes(name)) continue
    const { tried, failures } = await attack(makeTarget(values.base ?? started?.origin ?? ''))
    const line = { class: name, tried, held: tried - failures.length }
    console.log(JSON.stringify(line))
    for (const failure of failures.slice(0, 20)) console.error(`  ${name}: ${failure}`)
    lines.push(line)
    if (tried === 0 || failures.length > 0) process.exitCode = 1
  }
} finally {
  await started?.end()
}
if (!only) {
  fs.mkdirSync('docs/reports', { recursive: true })
  fs.writeFileSync(REPORT, `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`)
}
