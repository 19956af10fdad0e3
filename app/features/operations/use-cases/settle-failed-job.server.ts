/** An administrator lets a job that keeps failing be tried now, or gives it up. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { FailedJobs } from '~/platform/jobs/failed-jobs.server'
import type { Log } from '~/platform/log/log.server'

type Needs = { readonly failedJobs: Pick<FailedJobs, 'settle'>; readonly log: Pick<Log, 'warn'> }

/**
 * @returns `false` when it has been done, or is being done, meanwhile: nothing is left to settle.
 * @throws AppError 401, 404.
 */
export async function settleFailedJob(
  { failedJobs, log }: Needs,
  actor: Actor,
  { job, intent }: { readonly job: string; readonly intent: 'again' | 'give-up' },
): Promise<boolean> {
  allow(actor, 'administration.enter', {})
  const settled = await failedJobs.settle(job, intent)
  if (settled && intent === 'give-up')
    log.warn({ job, by: actor.kind === 'user' ? actor.userId : actor.kind }, 'a failed job was given up')
  return settled
}
