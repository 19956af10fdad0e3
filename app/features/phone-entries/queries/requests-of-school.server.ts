/** The running requests of a school, for the coordinator whom it rings. */
import type { Db } from '~/platform/db/client.server'
import type { RequestState } from '../../requests/domain/request-state'

export type RequestOfSchool = { readonly id: string; readonly title: string; readonly state: RequestState }

const REQUESTS_MAX = 20

/** The newest first. One statement. Who asks may. */
export async function requestsOfSchool(
  db: Pick<Db, 'supportRequest'>,
  branchId: string,
): Promise<readonly RequestOfSchool[]> {
  return db.supportRequest.findMany({
    where: { branchId, state: { in: ['open', 'proposed', 'waiting', 'booked'] } },
    select: { id: true, title: true, state: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: REQUESTS_MAX,
  })
}
