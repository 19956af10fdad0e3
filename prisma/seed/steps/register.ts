/** The school register, read in by the importer that reads later editions in as well. */
import { SYSTEM } from '~/authorisation/actor'
import { makeRegisterStore } from '~/features/schools/register-store.server'
import { importRegister } from '~/features/schools/use-cases/import-register.server'
import { type Db, makeTransact } from '~/platform/db/client.server'
import { hashOfFile, readCsv } from '../read-data'

const EDITION = '2024-11'

export async function seedRegister(db: Db, now: Date): Promise<void> {
  const transact = makeTransact(db, (tx) => ({ register: makeRegisterStore(tx) }), 300)
  const report = await importRegister({ transact, clock: { now: () => now } }, SYSTEM, {
    rows: readCsv('schools.csv'),
    edition: EDITION,
    fileHash: hashOfFile('schools.csv'),
    dryRun: false,
    force: false,
  })
  if (report.refused.length > 0) {
    throw new Error(
      `the register has ${report.refused.length} rows that cannot be read: ${JSON.stringify(report.refused[0])}`,
    )
  }
}
