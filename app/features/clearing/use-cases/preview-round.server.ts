/** A coordinator looks at what a clearing round would give. Nobody is told anything yet. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { RegionId } from '~/kernel/ids'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { RoundId } from '../domain/hold'
import { NO_CHOICES } from '../domain/round-input'
import { isBackwards, type RoundSettings, USUAL_SETTINGS } from '../domain/round-settings'
import { ROUND_TABLE } from '../domain/round-states'
import { nobodyWaits, noRegions, periodBackwards, roundIs, roundNotFound } from '../errors'
import type { RoundStore } from '../round-store.server'
import type { WaitingReader } from '../waiting-reader.server'
import { type MatchmakingReader, rankRound, readRoundFacts } from './round-facts.server'
import type { SolveRound } from './solve-apart.server'
import { timedRound } from './timed-round.server'
import { ROUND_READ, ROUND_WRITE } from './until-kept.server'

export type PreviewRoundNeeds = {
  readonly transact: Transact<{
    readonly rounds: RoundStore
    readonly waiting: WaitingReader
    readonly matchmaking: MatchmakingReader
  }>
  readonly clock: Clock
  readonly solveRound: SolveRound
}

/**
 * Solves the waiting lists of the regions together and keeps the result as a preview: of the moment at which it was read.
 * Publishing looks whether it still stands.
 * @throws AppError 404 when a region is not the actor's; invalid without regions, when nobody waits,
 * or for a period that ends before it begins.
 */
export async function previewRound(
  needs: PreviewRoundNeeds,
  actor: Actor,
  input: {
    readonly regionIds: readonly RegionId[]
    /** Left out: as usual. */
    readonly settings?: RoundSettings
    readonly isDemo?: boolean
  },
): Promise<RoundId> {
  if (input.regionIds.length === 0) throw noRegions()
  allow(actor, 'round.run', { regionIds: input.regionIds })
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const now = needs.clock.now()
  const regionIds = [...new Set(input.regionIds)].sort()
  const { settings = USUAL_SETTINGS, isDemo } = input
  if (isBackwards(settings)) throw periodBackwards()
  const facts = await needs.transact(
    (stores) => readRoundFacts(stores, { regionIds, now, choices: NO_CHOICES, settings }),
    ROUND_READ,
  )
  const ranked = await rankRound(facts)
  if (ranked.rows.length === 0) throw nobodyWaits()
  const solved = await timedRound(needs.solveRound, ranked)
  const round = { regionIds, createdById: actor.userId, input: ranked, ...solved, isDemo: isDemo ?? false }
  return needs.transact(({ rounds }) => rounds.create(round, now), ROUND_WRITE)
}

/** The preview is of no use. @throws AppError 404; conflict when it was published. */
export async function discardRound(
  needs: Omit<PreviewRoundNeeds, 'solveRound'>,
  actor: Actor,
  id: string,
): Promise<void> {
  await needs.transact(async ({ rounds }) => {
    const round = await rounds.lock(id)
    if (!round) throw roundNotFound()
    allow(actor, 'round.run', round)
    const state = afterMove(ROUND_TABLE, round.state, 'discard')
    if (!state) throw roundIs(round.state)
    const now = needs.clock.now()
    await rounds.setState(round.id, state, now)
    const byId = actor.kind === 'user' ? actor.userId : null
    await rounds.addStep(round.id, { what: 'discarded', details: {}, byId, solveMs: null }, now)
  })
}
