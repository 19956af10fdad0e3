/** The worker process: jobs from the database, timed jobs by crontab, and a heartbeat that /ready looks at. */
import { Logger, type LogLevel, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { JsonValue } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import type { Log } from '~/platform/log/log.server'

/** How often the worker says that it lives, and after how long a silence it counts as gone. */
const HEARTBEAT_MS = 10_000
export const SILENT_AFTER_MS = 45_000

export type Task = (payload: JsonValue) => Promise<void>
/** `cron` in the five fields of crontab, UTC. */
export type TimedJob = { readonly cron: string; readonly run: () => Promise<void> }

/** Makes the worker's own tables, or brings them up to date. */
export async function installWorkerSchema(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
}

/**
 * Starts working until `stop`, which lets running jobs end.
 * @param timed jobs by name; a time that passed while no worker ran is made up for once within `1 h`.
 */
export async function startWorker(needs: {
  readonly db: Db
  readonly pool: pg.Pool
  readonly log: Log
  readonly tasks: Readonly<Record<string, Task>>
  readonly timed: Readonly<Record<string, TimedJob>>
  readonly concurrency?: number
}): Promise<{ stop(): Promise<void> }> {
  const { db, pool, log, tasks, timed } = needs
  const taskList: TaskList = {}
  for (const [name, task] of Object.entries(tasks)) taskList[name] = (payload) => task(payload as JsonValue)
  for (const [name, job] of Object.entries(timed)) taskList[name] = () => job.run()
  const crontab = Object.entries(timed)
    .map(([name, job]) => `${job.cron} ${name} ?fill=1h`)
    .join('\n')
  const beat = () =>
    db.workerHeartbeat
      .upsert({
        where: { name: 'worker' },
        create: { name: 'worker', beatAt: new Date() },
        update: { beatAt: new Date() },
      })
      .then(
        () => {},
        (err: unknown) => log.error({ err }, 'heartbeat failed'),
      )
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency: needs.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message, meta) => write(log, level, message, meta)),
  })
  await beat()
  const timer = setInterval(() => void beat(), HEARTBEAT_MS)
  return {
    async stop() {
      clearInterval(timer)
      await runner.stop()
    },
  }
}

/** graphile-worker tells every job at `info`; failures are what a person must see. */
function write(log: Log, level: LogLevel | string, message: string, meta?: unknown): void {
  const error = (meta as { error?: unknown } | undefined)?.error
  if (level === 'error') log.error({ err: error }, message)
  else if (level === 'warning') log.warn(message)
  else log.debug(message)
}
