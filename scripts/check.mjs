// `npm run check`: format, lint, types, doors, dead code, schema drift, messages, laws, unit tests. Under a minute.
import { prepare } from './prepare.mjs'

await prepare({ log: console.log })
const { runGates } = await import('./check/gates.mjs')

const startedAt = performance.now()
const results = await runGates({
  onResult: ({ name, ok, seconds }) =>
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s`),
})
const failed = results.filter((result) => !result.ok)
for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output}`)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
console.log(`\n${results.length - failed.length} of ${results.length} gates passed in ${seconds} s`)
process.exitCode = failed.length === 0 ? 0 : 1
