/** What the page of the machine shows. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import type { FailedJobs } from '~/platform/jobs/failed-jobs.server'
import type { SearchPort } from '~search/port'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly failedJobs: Pick<FailedJobs, 'queue' | 'list'>
  readonly search: Pick<SearchPort, 'health'>
}

const SHOWN = 50

export type EngineRoom = Awaited<ReturnType<typeof engineRoom>>

/** Three statements, and what the engine needs to tell of itself. @throws AppError 401, 404. */
export async function engineRoom({ db, failedJobs, search }: Needs, actor: Actor) {
  allow(actor, 'administration.enter', {})
  const [health, offers, queue, jobs] = await Promise.all([
    search.health(),
    db.$queryRaw<{ offers: number }[]>`
      SELECT count(*)::int AS offers FROM offer o
      JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
      WHERE o.state = 'published'`,
    failedJobs.queue(),
    failedJobs.list(SHOWN),
  ])
  const { ok, engine, version, documents, degraded = false, problem = null } = health
  return {
    engine: { ok, name: engine, version, documents, degraded, problem },
    offers: offers[0]?.offers ?? 0,
    queue,
    failed: jobs.map(({ since, ...job }) => ({ ...job, since: since.toISOString() })),
  }
}
