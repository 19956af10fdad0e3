/** A round as a table: every group, what it gets or why not. Three statements. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { isUuid, type RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { AskingRequest } from '../domain/asking'
import { roundNotFound } from '../errors'
import { askingRequests } from './asking-requests.server'
import { type Assigned, assignedGroups } from './assigned-groups.server'

export type ExportedGroup = Pick<Assigned, 'why' | 'offer' | 'holdState'> & {
  readonly asking: Omit<AskingRequest, 'text' | 'note'>
}

/** Highest priority first. @throws AppError 404 for a round that does not exist or lies in regions of others. */
export async function roundExport(
  { db, clock }: { readonly db: Pick<Db, '$queryRaw' | 'clearingRound'>; readonly clock: Clock },
  actor: Actor,
  id: string,
): Promise<readonly ExportedGroup[]> {
  const round = isUuid(id)
    ? await db.clearingRound.findUnique({ where: { id }, select: { regionIds: true } })
    : null
  if (!round) throw roundNotFound()
  allow(actor, 'round.see', { regionIds: round.regionIds as RegionId[] })
  const assigned = await assignedGroups(db, id)
  const ids = [...new Set(assigned.map((row) => row.requestId))]
  const { rows } = await askingRequests(db, clock.now(), { ids, limit: Math.max(1, ids.length) })
  const requests = new Map(rows.map(({ text: _, note: __, ...row }) => [row.id, row]))
  return assigned.flatMap(({ requestId, why, offer, holdState }) => {
    const asking = requests.get(requestId)
    return asking ? [{ asking, why, offer, holdState }] : []
  })
}
