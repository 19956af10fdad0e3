/**
 * `npm run import:register -- <file.csv> --edition 2025-11 [--dry-run] [--force]`: reads an edition of the national school
 * register into the database of DATABASE_URL. The columns are those of prisma/seed/data/schools.csv.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { SYSTEM } from '~/authorisation/actor'
import { makeRegisterStore } from '~/features/schools/register-store.server'
import { importRegister } from '~/features/schools/use-cases/import-register.server'
import { AppError } from '~/kernel/errors'
import { makeDb, makePool, makeTransact } from '~/platform/db/client.server'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edition: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
  },
})
const [file] = positionals
const url = process.env.DATABASE_URL
if (!file || !values.edition || !url) {
  console.error(
    'Usage: DATABASE_URL=… npm run import:register -- <file.csv> --edition 2025-11 [--dry-run] [--force]',
  )
  process.exit(2)
}

const text = fs.readFileSync(file, 'utf8')
const pool = makePool(url, 2)
const db = makeDb(pool)
try {
  const report = await importRegister(
    {
      transact: makeTransact(db, (tx) => ({ register: makeRegisterStore(tx) }), 300),
      clock: { now: () => new Date() },
    },
    SYSTEM,
    {
      rows: parse(text, { columns: true, bom: true, skip_empty_lines: true }),
      edition: values.edition,
      fileHash: createHash('sha256').update(text).digest('hex'),
      dryRun: values['dry-run'],
      force: values.force,
    },
  )
  for (const { line, branch, reason } of report.refused)
    console.log(`refused  line ${line} (${branch}): ${reason}`)
  for (const { kind, id, before, after } of report.changes) {
    console.log(
      `${kind.padEnd(8)} ${id} ${kind === 'changed' ? `${JSON.stringify(before)} → ${JSON.stringify(after)}` : ''}`,
    )
  }
  const count = (kind: string) => report.changes.filter((change) => change.kind === kind).length
  console.log(
    `${count('added')} added, ${count('changed')} changed, ${count('closed')} closed, ${count('reopened')} reopened, ` +
      `${report.unchanged} unchanged, ${report.refused.length} refused; ${report.applied ? 'written' : 'nothing written'}`,
  )
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(
    `${error.code} ${JSON.stringify(error.params)}: nothing written. Use --force when it is meant.`,
  )
  process.exitCode = 1
} finally {
  await db.$disconnect()
  await pool.end()
}
