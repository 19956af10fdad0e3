/** Hands a job to the worker inside the caller's transaction: no commit, no job. */
import type { JsonValue } from '~/kernel/events'
import type { Tx } from '~/platform/db/client.server'

export type JobOptions = {
  /** A job with the same key that still waits is replaced. */
  readonly key?: string
  /** Not before this instant. */
  readonly runAt?: Date
  /** After this many tries it stays for a person to look at. 25 unless told. */
  readonly maxAttempts?: number
}

/** Costs one statement. */
export async function addJob(
  tx: Pick<Tx, '$executeRaw'>,
  task: string,
  payload: JsonValue,
  options: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      identifier := ${task}::text,
      payload := ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt ?? null}::timestamptz,
      max_attempts := ${options.maxAttempts ?? null}::int,
      job_key := ${options.key ?? null}::text
    )`
}
