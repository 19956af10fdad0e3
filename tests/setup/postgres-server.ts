/**
 * The one PostgreSQL of all test runs of this work tree: fast, not durable, shared by runs that overlap. Each run holds a
 * lease (a file with its process id); the last one to leave stops the server, so no run leaves a process behind.
 */
import fs from 'node:fs'
import path from 'node:path'
import { ensurePostgres } from '../../scripts/pg-embedded.mjs'
import { isAlive, withLock } from './lock'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DATA = path.join(ROOT, '.data/pg-tests')
const LEASES = path.join(ROOT, '.data/pg-tests-leases')
const LOCK = path.join(LEASES, 'lock')

export type PostgresLease = {
  /** Address of the maintenance database; the user may create databases. */
  readonly url: string
  /** To be called when the run is over. */
  release(): Promise<void>
}

/** Whether a run uses the server now. Leases of dead processes are removed. */
function isInUse(): boolean {
  for (const name of fs.readdirSync(LEASES)) {
    const pid = Number(name.split('-')[0])
    if (!Number.isInteger(pid)) continue
    if (isAlive(pid)) return true
    fs.rmSync(path.join(LEASES, name), { force: true })
  }
  return false
}

let leaseNumber = 0

/** Starts the server, or joins the one that runs: 30 ms, at the first time about a second. */
export async function acquirePostgres(): Promise<PostgresLease> {
  return withLock(LOCK, async () => {
    const server = await ensurePostgres({ dir: DATA, durable: false })
    const lease = path.join(LEASES, `${process.pid}-${leaseNumber++}`)
    fs.writeFileSync(lease, '')
    return {
      url: server.url('postgres'),
      release: () =>
        withLock(LOCK, async () => {
          fs.rmSync(lease, { force: true })
          if (!isInUse()) server.stop()
        }),
    }
  })
}
