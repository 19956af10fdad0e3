/** A place came free: it goes to the waiting list first, as a hold for the first in line that it fits (or holds for all its groups). */
import { addWorkingDays, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { CapacityStore } from '../../capacity/store.server'
import type { RequestStore } from '../../requests/store.server'
import type { HoldId } from '../domain/hold'
import { HOLD_SCHOOL_DAYS } from '../domain/hold-states'
import { nextInLine, withItsGroups } from '../domain/next-in-line'
import { type FreeSlot, inRoundOrder, isOpenIn, type WaitingGroup } from '../domain/round-input'
import { isWithin, placesWithin } from '../domain/wider-wishes'
import { holdOffered } from '../events'
import type { HoldStore } from '../hold-store.server'
import type { RoundStore } from '../round-store.server'
import type { WaitingReader } from '../waiting-reader.server'
import type { MatchmakingReader } from './round-facts.server'

export type GiveFreedPlaceNeeds = {
  readonly transact: Transact<{
    readonly waiting: WaitingReader
    readonly matchmaking: MatchmakingReader
    readonly requests: RequestStore
    readonly capacity: CapacityStore
    readonly holds: HoldStore
    readonly rounds: Pick<RoundStore, 'openRoundOf'>
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

export type FreedPlace = {
  readonly offerId: string
  /** The unused hold whose place it is; given on at most once. */
  readonly followsId: HoldId | null
  /** The booking that no longer has it. */
  readonly bookingId?: string
}

/**
 * While the round that gave the place is open, its own regions and settings say who is next; where the place fits nobody
 * there, and after it, the usual priority does.
 * @returns the new hold (the first, where a request gets places for all of its groups), `null` when nobody who waits can use the place: then it is open to all.
 */
export async function giveFreedPlace(needs: GiveFreedPlaceNeeds, freed: FreedPlace): Promise<HoldId | null> {
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const { waiting, matchmaking, requests, capacity, holds, outbox } = stores
    if (freed.followsId && (await holds.isFollowed(freed.followsId))) return null
    const slots = await waiting.freeSlots(now, freed.offerId)
    if (slots.length === 0) return null
    const [offer] = await matchmaking.offers(now, [freed.offerId])
    if (!offer) return null
    const groups = await waiting.groups(null, now, offer)
    if (groups.length === 0) return null
    const parents = await matchmaking.topicParents()
    const fitsOf = await matchmaking.textFits()
    // The place that comes soonest: nobody waits a year for what there is now.
    const soonest = [...slots].sort((a, b) => (a.from < b.from ? -1 : 1))
    const firstOf = (line: readonly WaitingGroup[], among: readonly FreeSlot[]) =>
      among.flatMap((slot) => {
        const next = nextInLine(line, { offer, slot, parents, fitsOf })
        return next ? [{ slot, next }] : []
      })[0]
    const round = await roundOf(stores.rounds, freed)
    const ofRound =
      round &&
      firstOf(
        inRoundOrder(groups, round),
        soonest.filter((slot) => isOpenIn(round.settings, slot)),
      )
    const first = ofRound ?? firstOf(groups, soonest)
    if (!first) return null
    const request = await requests.lock(first.next.requestId)
    const asked = withItsGroups(first.next, groups)
    const isThere = ({ groupId }: WaitingGroup) =>
      request?.groups.some(({ id, standing }) => id === groupId && standing === 'none')
    // Placed or withdrawn while we looked: the job is tried again and finds the next.
    if (!request || !asked.every(isThere)) throw new Error(`group ${first.next.groupId} moved on`)
    if (first.slot.months) {
      // A place without a day is counted by its month only when it is read: nobody else takes one meanwhile.
      await capacity.lockSlots([first.slot.slotId])
      const again = await waiting.freeSlots(now, freed.offerId)
      const slot = again.find(({ slotId }) => slotId === first.slot.slotId)
      const left = slot && isWithin(first.next.request, slot) ? placesWithin(first.next.request, slot) : 0
      if (left < asked.length) throw new Error(`slot ${first.slot.slotId} has no month left for them`)
    }
    const claims = await capacity.claimAll(
      asked.map(({ groupId }) => ({ slotId: first.slot.slotId, groupId })),
    )
    if (!claims) return null
    const days = (await needs.schoolDays([request.branchId])).get(request.branchId)
    if (!days) throw new Error(`branch ${request.branchId} has no calendar`)
    const held = asked.map(({ groupId }, i) => ({
      claimId: claims[i] ?? '',
      roundId: null,
      groupId,
      offerId: freed.offerId,
      expiresOn: addWorkingDays(calendarDateOf(now), HOLD_SCHOOL_DAYS, days),
      // One place came free by that hold; the others of the request were free besides.
      followsId: i === 0 ? freed.followsId : null,
    }))
    const made = await holds.create(held, now)
    const [hold] = made
    if (!hold) throw new Error('a hold was not made')
    await requests.settle(request.id, now)
    await outbox.append(...made.map(holdOffered))
    return hold
  })
}

async function roundOf(
  rounds: Pick<RoundStore, 'openRoundOf'>,
  { followsId, bookingId }: FreedPlace,
): ReturnType<RoundStore['openRoundOf']> {
  if (followsId) return rounds.openRoundOf({ holdId: followsId })
  return bookingId ? rounds.openRoundOf({ bookingId }) : null
}
