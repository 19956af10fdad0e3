/** Solves what a round kept once more, and compares: the proof that its result follows from its input. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Transact } from '~/platform/db/client.server'
import { roundNotFound } from '../errors'
import type { RoundStore } from '../round-store.server'
import type { SolveRound } from './solve-apart.server'
import { ROUND_READ } from './until-kept.server'

export type Replay = {
  readonly inputHash: string
  readonly served: number
  readonly prioritySum: number
  readonly costSum: number
  /** Input, figures, prices and every single assignment are what was kept. */
  readonly isSame: boolean
}

type Needs = { readonly transact: Transact<{ readonly rounds: RoundStore }>; readonly solveRound: SolveRound }

/** Writes nothing. @throws AppError 404 for a round that does not exist or lies in a region of others. */
export async function replayRound(needs: Needs, actor: Actor, id: string): Promise<Replay> {
  const { kept, isOf } = await needs.transact(async ({ rounds }) => {
    const found = await rounds.kept(id)
    if (!found) throw roundNotFound()
    allow(actor, 'round.see', found.round)
    return { kept: found, isOf: rounds.isOf }
  }, ROUND_READ)
  const { round } = kept
  const again = await needs.solveRound(round.input)
  const { served, prioritySum, costSum } = again.objective
  const isSame = isOf(round, round.input) && kept.isResult(again)
  return { inputHash: round.inputHash, served, prioritySum, costSum, isSame }
}
