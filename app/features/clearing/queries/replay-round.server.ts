/** Solves what a round kept once more, and compares: the proof that its result follows from its input. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { RoundInput } from '../domain/round-input'
import { solveRound } from '../domain/solve-round'
import { roundNotFound } from '../errors'
import { figuresOf, hashOf } from '../round-store.server'

export type Replay = {
  readonly inputHash: string
  readonly served: number
  readonly prioritySum: number
  readonly costSum: number
  /** Input, figures, prices and every single assignment are what was kept. */
  readonly isSame: boolean
}

/** Three statements. @throws AppError 404 for a round that does not exist or lies in a region of others. */
export async function replayRound(
  { db }: { readonly db: Pick<Db, 'clearingRound'> },
  actor: Actor,
  id: string,
): Promise<Replay> {
  const round = await db.clearingRound.findUnique({
    where: { id },
    select: {
      regionIds: true,
      input: true,
      inputHash: true,
      result: true,
      assignments: { select: { groupId: true, offerId: true, score: true }, orderBy: { groupId: 'asc' } },
    },
  })
  if (!round) throw roundNotFound()
  allow(actor, 'round.see', { regionIds: round.regionIds as RegionId[] })
  const input = round.input as unknown as RoundInput
  const again = solveRound(input)
  const kept = round.assignments.map(({ groupId, offerId, score }) => `${groupId} ${offerId} ${score}`)
  const now = again.assignments.map(({ groupId, offerId, score }) => `${groupId} ${offerId} ${score}`)
  const inputHash = hashOf(input)
  const figures = figuresOf(again)
  const before = round.result as Partial<typeof figures>
  const sameFigures = (['served', 'prioritySum', 'costSum', 'firstComeServed'] as const).every(
    (name) => before[name] === figures[name],
  )
  return {
    inputHash,
    served: figures.served,
    prioritySum: figures.prioritySum,
    costSum: figures.costSum,
    isSame:
      inputHash === round.inputHash &&
      sameFigures &&
      before.prices?.join() === figures.prices.join() &&
      kept.join() === now.join(),
  }
}
