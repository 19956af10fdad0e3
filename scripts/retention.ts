/**
 * `npm run retention -- --dry-run`: what the nightly job would take away of people, by rule and table, without touching it.
 * Without `--dry-run` it does so.
 */
import { applyRetention } from '~/features/privacy/use-cases/apply-retention.server'
import { env } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'

const dryRun = process.argv.includes('--dry-run')
const wiring = makeWiring(env(), { part: 'retention' })
const lines = await applyRetention(wiring, { dryRun })
console.log(dryRun ? 'would be taken away:' : 'taken away:')
for (const { rule, table, days, rows } of lines)
  console.log(
    `${rule.padEnd(22)} ${table.padEnd(24)} ${String(days).padStart(5)} days ${String(rows).padStart(8)} rows`,
  )
console.log(`${lines.reduce((sum, { rows }) => sum + rows, 0)} rows in all`)
await wiring.close()
