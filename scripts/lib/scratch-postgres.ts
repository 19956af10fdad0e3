/** A PostgreSQL server for one run of a script: empty at the start, gone at the end. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensurePostgres } from '../pg-embedded.mjs'
import { ensureDatabase } from './database.mjs'

export type ScratchPostgres = {
  /** Address of an empty database. */
  readonly url: string
  stop(): void
}

/** About a second. Not durable: what is measured is reading. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'schakel-scratch-'))
  const server = await ensurePostgres({ dir: folder, durable: false })
  return {
    url: await ensureDatabase(server, 'scratch'),
    stop() {
      server.stop()
      for (const place of [folder, server.base]) fs.rmSync(place, { recursive: true, force: true })
    },
  }
}
