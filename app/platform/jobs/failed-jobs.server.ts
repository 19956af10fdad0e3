/**
 * Jobs that keep failing. The worker tries again, later each time, for about three days; what has failed three times is shown
 * to an administrator, who lets it be tried now or gives it up. Everything else goes on meanwhile.
 */
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

/** Once or twice is the network; three times is for a person. */
const FAILED_AFTER = 3

export type FailedJob = {
  readonly id: string
  /** `react` for what follows on an event, otherwise the name of a timed job. */
  readonly task: string
  /** Who reacts to which event about what; `null` for a timed job. */
  readonly reaction: {
    readonly subscriber: string
    readonly event: string
    readonly subjectId: string
  } | null
  readonly attempts: number
  /** The worker does not try it again by itself. */
  readonly isGivenUp: boolean
  /** First line, at most 300 characters. */
  readonly error: string
  readonly since: Date
}

export type JobQueue = {
  /** Due and not done. */
  readonly waiting: number
  readonly oldestSeconds: number | null
  /** All that keep failing. */
  readonly failed: number
}

export type FailedJobs = {
  /** One statement. */
  queue(): Promise<JobQueue>
  /** The oldest first, at most `limit`. One statement. */
  list(limit: number): Promise<readonly FailedJob[]>
  /**
   * Both leave a job alone that is running or has been done meanwhile. One statement.
   * @param id of a failed job, digits.
   * @returns whether there was one to settle.
   */
  settle(id: string, how: 'again' | 'give-up'): Promise<boolean>
}

export function makeFailedJobs(db: Pick<Db, '$queryRaw'>, clock: Clock): FailedJobs {
  return {
    queue: () => jobQueue(db, clock.now()),
    list: (limit) => failedJobs(db, limit),
    settle: (id, how) => settleJob(db, id, how),
  }
}

async function jobQueue(db: Pick<Db, '$queryRaw'>, now: Date): Promise<JobQueue> {
  const [row] = await db.$queryRaw<{ waiting: number; oldest: Date | null; failed: number }[]>`
    SELECT count(*) FILTER (WHERE run_at <= ${now} AND attempts < max_attempts)::int AS waiting,
      min(run_at) FILTER (WHERE run_at <= ${now} AND attempts < max_attempts) AS oldest,
      count(*) FILTER (WHERE attempts >= ${FAILED_AFTER}::int AND last_error IS NOT NULL)::int AS failed
    FROM graphile_worker._private_jobs`
  const oldest = row?.oldest ?? null
  return {
    waiting: row?.waiting ?? 0,
    oldestSeconds: oldest && Math.round((now.getTime() - oldest.getTime()) / 1000),
    failed: row?.failed ?? 0,
  }
}

async function failedJobs(db: Pick<Db, '$queryRaw'>, limit: number): Promise<readonly FailedJob[]> {
  const rows = await db.$queryRaw<
    (Omit<FailedJob, 'reaction'> & {
      subscriber: string | null
      event: string | null
      subjectId: string | null
    })[]
  >`
    SELECT j.id::text AS id, t.identifier AS task, j.payload->>'subscriber' AS subscriber, e.type AS event,
      e.subject_id AS "subjectId", j.attempts::int AS attempts, j.attempts >= j.max_attempts AS "isGivenUp",
      left(split_part(j.last_error, chr(10), 1), 300) AS error, j.created_at AS since
    FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    LEFT JOIN outbox_event e ON e.id = nullif(j.payload->>'eventId', '')::bigint
    WHERE j.attempts >= ${FAILED_AFTER}::int AND j.last_error IS NOT NULL
    ORDER BY j.created_at, j.id LIMIT ${limit}::int`
  return rows.map(({ subscriber, event, subjectId, ...job }) => ({
    ...job,
    reaction: subscriber && event && subjectId ? { subscriber, event, subjectId } : null,
  }))
}

async function settleJob(db: Pick<Db, '$queryRaw'>, id: string, how: 'again' | 'give-up'): Promise<boolean> {
  const rows =
    how === 'again'
      ? await db.$queryRaw<unknown[]>`
          SELECT id FROM graphile_worker.reschedule_jobs(ARRAY(
            SELECT id FROM graphile_worker._private_jobs
            WHERE id = ${id}::bigint AND attempts >= ${FAILED_AFTER}::int AND last_error IS NOT NULL
          ), run_at := now(), attempts := 0)`
      : await db.$queryRaw<unknown[]>`
          SELECT id FROM graphile_worker.complete_jobs(ARRAY(
            SELECT id FROM graphile_worker._private_jobs
            WHERE id = ${id}::bigint AND attempts >= ${FAILED_AFTER}::int AND last_error IS NOT NULL
          ))`
  return rows.length > 0
}
