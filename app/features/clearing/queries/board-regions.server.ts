/** Which regions a page of the coordinator is about: one's own, or one of them. An administrator sees all. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type BoardRegions = {
  /** What can be chosen, by name. */
  readonly all: readonly { readonly id: string; readonly name: string }[]
  /** `null`: all of them. */
  readonly chosen: string | null
  readonly ids: readonly RegionId[]
  /** Whether a round may be run here: only by who coordinates every region of it. */
  readonly mayRun: boolean
}

/**
 * @param asked id of a region; empty or absent: all one's own.
 * @throws AppError 401 for a visitor; 404 for who coordinates nothing, or not the region that is asked for.
 */
export async function boardRegions(
  db: Pick<Db, 'region'>,
  actor: Actor,
  asked: string | null,
): Promise<BoardRegions> {
  if (actor.kind === 'anonymous') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (actor.kind === 'system') throw new AppError('not-found', 'page.not-found')
  const own = [...actor.regions]
  const all = await db.region.findMany({
    where: actor.isAdministrator ? {} : { id: { in: own } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const chosen = asked || null
  const ids = (chosen ? [chosen] : all.map((region) => region.id)) as RegionId[]
  if (chosen && !all.some((region) => region.id === chosen)) throw new AppError('not-found', 'page.not-found')
  allow(actor, 'region.see-board', { regionIds: ids })
  return { all, chosen, ids, mayRun: ids.length > 0 && ids.every((id) => actor.regions.has(id)) }
}
