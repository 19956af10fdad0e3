/**
 * Whether this process can do its work: what a load balancer and the demo ask before they send people. Each part has a
 * second to answer. `/health` only says that the process lives; this says that a page would succeed.
 */
import path from 'node:path'
import type pg from 'pg'
import type { Clock } from '~/kernel/calendar'
import { migrationNames, unfinishedMigrations } from '~/platform/db/migrations.server'
import { SILENT_AFTER_MS } from '~/platform/jobs/worker.server'
import { processWide } from '~/platform/process-wide.server'
import type { SearchPort } from '~search/port'

const PATIENCE_MS = 1_000
const MIGRATIONS = path.resolve('prisma/migrations')

export type PartState = { readonly ok: boolean; readonly ms: number; readonly [detail: string]: unknown }
export type Readiness = {
  readonly ready: boolean
  /** The process has been told to stop: nobody new should be sent to it. */
  readonly draining: boolean
  readonly parts: Readonly<Record<'database' | 'migrations' | 'worker' | 'search', PartState>>
}

type Needs = {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly search: Pick<SearchPort, 'health'>
}

const draining = () => processWide('draining', () => ({ now: false }))

/** From now on the process says that it is not ready, while it still answers. */
export function beginDraining(): void {
  draining().now = true
}

/** Never throws. Costs three statements and what the search engine needs to tell of itself. */
export async function readiness(needs: Needs): Promise<Readiness> {
  const [database, migrations, worker, search] = await Promise.all([
    timed(async () => {
      await needs.pool.query('SELECT 1')
      return { ok: true }
    }),
    timed(async () => {
      const missing = await unfinishedMigrations(needs.pool, migrationNames(MIGRATIONS))
      return { ok: missing.length === 0, missing: missing.length }
    }),
    timed(() => workerState(needs)),
    timed(async () => {
      const { ok, engine, version, documents, degraded = false } = await needs.search.health()
      return { ok, engine, version, documents, degraded }
    }),
  ])
  const parts = { database, migrations, worker, search }
  const ready = !draining().now && Object.values(parts).every((part) => part.ok)
  return { ready, draining: draining().now, parts }
}

async function workerState({ pool, clock }: Needs) {
  const { rows } = await pool.query<{ beat_at: Date }>(
    'SELECT beat_at FROM worker_heartbeat ORDER BY beat_at DESC LIMIT 1',
  )
  const beatAt = rows[0]?.beat_at
  if (!beatAt) return { ok: false }
  const silentMs = Math.max(0, clock.now().getTime() - beatAt.getTime())
  return { ok: silentMs < SILENT_AFTER_MS, silentSeconds: Math.round(silentMs / 1_000) }
}

/** A part that fails or does not answer in time is not ready. Why stays in the log: this answer is public. */
async function timed(ask: () => Promise<{ ok: boolean; [detail: string]: unknown }>): Promise<PartState> {
  const startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ ok: false }>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), PATIENCE_MS)
  })
  const state = await Promise.race([ask().catch(() => ({ ok: false })), late])
  clearTimeout(timer)
  return { ...state, ms: Math.round(performance.now() - startedAt) }
}
