/**
 * The one PostgreSQL of all test runs on this machine: fast, not durable, shared by runs that overlap. Each run holds a
 * lease (a file with its process id); the last one to leave stops the server, so no run leaves a process behind.
 */
import fs from 'node:fs'
import path from 'node:path'
import { ensurePostgres } from '../../scripts/pg-embedded.mjs'

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

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns whether a process of that id runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** One process at a time decides whether the server runs. A lock of a dead process is nobody's. */
async function locked<T>(work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(LEASES, { recursive: true })
  for (let tries = 0; ; tries++) {
    try {
      fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readIfThere(LOCK) || Number.NaN)
      if (Number.isInteger(holder) && !isAlive(holder)) fs.rmSync(LOCK, { force: true })
      else if (tries > 600) throw new Error(`process ${holder} holds ${LOCK} for more than a minute`)
      else await sleep(100)
    }
  }
  try {
    return await work()
  } finally {
    fs.rmSync(LOCK, { force: true })
  }
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Process ids of the runs that use the server now. Leases of dead processes are removed. */
function livingLeases(): number[] {
  const living: number[] = []
  for (const name of fs.readdirSync(LEASES)) {
    const pid = Number(name.split('-')[0])
    if (!Number.isInteger(pid)) continue
    if (isAlive(pid)) living.push(pid)
    else fs.rmSync(path.join(LEASES, name), { force: true })
  }
  return living
}

let leaseNumber = 0

/** Starts the server, or joins the one that runs: 30 ms, at the first time about a second. */
export async function acquirePostgres(): Promise<PostgresLease> {
  return locked(async () => {
    const server = await ensurePostgres({ dir: DATA, durable: false })
    const lease = path.join(LEASES, `${process.pid}-${leaseNumber++}`)
    fs.writeFileSync(lease, '')
    return {
      url: server.url('postgres'),
      release: () =>
        locked(async () => {
          fs.rmSync(lease, { force: true })
          if (livingLeases().length === 0) server.stop()
        }),
    }
  })
}
