/** What the parts of the season share while it runs. */
import type { RankableOffer } from '~/features/matchmaking/queries/rankable-offers.server'
import type { RequestNeed } from '~/features/requests/domain/need'
import type { CalendarDate } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import type { Agenda } from './agenda'
import type { makeDesk } from './desk'
import type { Facts } from './facts'
import type { Market } from './market'
import type { Wish } from './wish'
import type { World } from './world'

/** A request that was posted. */
export type Posted = {
  readonly id: string
  readonly wish: Wish
  need: RequestNeed
  /** How often companies were asked. */
  rounds: number
  readonly askedOffers: Set<string>
}

export type Play = {
  readonly db: Db
  readonly world: World
  readonly deskAt: ReturnType<typeof makeDesk>
  readonly agenda: Agenda
  readonly posted: Map<string, Posted>
  /** Last day on which a branch asked a company. */
  readonly askedOn: Map<string, CalendarDate>
  /** What the rules refused, by code: the season keeps to them, so few. */
  readonly refused: Map<string, number>
  /** Offers as they were read last. */
  offers: { readonly day: CalendarDate; readonly list: readonly RankableOffer[] }
}

/** One part of one day. */
export type Moment = {
  readonly day: CalendarDate
  readonly facts: Facts
  readonly market: Market
  /** When the n-th step of the part happens. */
  readonly instant: (n: number) => Date
}

/** Runs a use case; what its rules refuse is counted and left. @returns `null` when refused. */
export async function tried<T>(play: Play, run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    play.refused.set(error.code, (play.refused.get(error.code) ?? 0) + 1)
    return null
  }
}

/** @returns the story of the request, `null` where chance decides. */
export function storyOf(wish: Wish) {
  return wish.course.kind === 'story' ? wish.course.story : null
}
