import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import type { HoldId } from '~/features/clearing/domain/hold'
import type { RoundInput } from '~/features/clearing/domain/round-input'
import { USUAL_SETTINGS } from '~/features/clearing/domain/round-settings'
import { solveRound } from '~/features/clearing/domain/solve-round'
import { heldPlace } from '~/features/clearing/queries/held-place.server'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { changeRound } from '~/features/clearing/use-cases/change-round.server'
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { giveFreedPlace } from '~/features/clearing/use-cases/give-freed-place.server'
import { discardRound, previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { replayRound } from '~/features/clearing/use-cases/replay-round.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { declineProposal } from '~/features/proposals/use-cases/answer-proposal.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { withdrawRequest } from '~/features/requests/use-cases/withdraw-request.server'
import type { RegionId } from '~/kernel/ids'
import { makeActor } from '../factories/actor'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(30)
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request,
    capacity_slot, offer, organisation, outbox_event CASCADE`
})

const regionIds = () => [desk.regionId as RegionId]
const preview = () => previewRound(desk.wiring, desk.coordinator, { regionIds: regionIds() })
const publish = (id: string) => publishRound(desk.wiring, desk.coordinator, id)

/** A request on the waiting list. */
async function waits(groups = 1, over: Parameters<Desk['post']>[1] = {}) {
  const school = await desk.school()
  const id = await desk.post(school, over, groups)
  await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  return { school, id }
}
const holdsOf = (requestId: string) =>
  desk.db.hold.findMany({ where: { claim: { group: { requestId } } }, orderBy: { createdAt: 'asc' } })

const givenTo = async (roundId: string) =>
  (await desk.db.clearingAssignment.findMany({ where: { roundId, offerId: { not: null } } })).map(
    (assignment) => assignment.groupId,
  )

describe('a round', () => {
  test('previewed tells nobody; published gives holds, five school days long', async () => {
    await desk.offer(2)
    const [one, two, three] = [await waits(), await waits(), await waits()]
    const before = (await desk.events()).length
    const id = await preview()
    expect(await desk.db.hold.count()).toBe(0)
    expect((await desk.events()).length).toBe(before)
    expect(await publish(id)).toEqual({ published: true, holds: 2 })
    const holds = await desk.db.hold.findMany()
    expect(holds.map((h) => h.expiresOn.toISOString().slice(0, 10))).toEqual(['2026-12-01', '2026-12-01'])
    expect((await desk.events()).filter((e) => e === 'HoldOffered')).toHaveLength(2)
    const states = await Promise.all(
      [one, two, three].map(async ({ id: r }) => (await desk.request(r)).state),
    )
    expect(states).toEqual(['waiting', 'waiting', 'waiting'])
    await expect(publish(id)).rejects.toMatchObject({ code: 'round.is-published' })
  })

  test('jumps over the school holidays', async () => {
    desk.setNow('2026-12-16T09:00:00Z')
    await desk.offer(1)
    const { id } = await waits()
    await publish(await preview())
    expect((await holdsOf(id))[0]?.expiresOn.toISOString().slice(0, 10)).toBe('2027-01-06')
  })

  test('is solved again and shown again when something changed since the preview', async () => {
    await desk.offer(1)
    await waits()
    const id = await preview()
    await waits()
    expect(await publish(id)).toMatchObject({ published: false, served: 1 })
    expect(await desk.db.hold.count()).toBe(0)
    expect(await desk.db.clearingAssignment.count({ where: { roundId: id } })).toBe(2)
    expect(await publish(id)).toEqual({ published: true, holds: 1 })
  })

  test('leaves out who withdrew meanwhile', async () => {
    await desk.offer(2)
    const [one, two] = [await waits(), await waits()]
    const id = await preview()
    await withdrawRequest(desk.wiring, one.school.actor, one.id)
    expect(await publish(id)).toMatchObject({ published: false })
    expect(await publish(id)).toEqual({ published: true, holds: 1 })
    expect(await holdsOf(two.id)).toHaveLength(1)
  })

  test('can be replayed from what it kept, with the same result', async () => {
    await desk.offer(2)
    await waits(2)
    await waits()
    const id = await preview()
    const round = await desk.db.clearingRound.findUniqueOrThrow({ where: { id } })
    const again = solveRound(round.input as unknown as RoundInput)
    expect(round.result).toEqual({
      ...again.objective,
      firstComeServed: again.firstComeServed,
      firstComeRows: again.firstComeRows,
      prices: again.prices,
      calls: again.calls,
    })
  })

  test('of which only scores moved is published as it was shown', async () => {
    await desk.offer(1)
    const { id: requestId } = await waits()
    const id = await preview()
    desk.setNow('2026-12-09T09:00:00Z')
    expect(await publish(id)).toEqual({ published: true, holds: 1 })
    expect(await holdsOf(requestId)).toHaveLength(1)
  })

  test('keeps what the coordinator locks and leaves out what is excluded; a replay proves it', async () => {
    const offer = await desk.offer(1)
    const [one, two] = [await waits(), await waits()]
    const id = await preview()
    const groupsOf = async (requestId: string) => (await desk.request(requestId)).groups.map((g) => g.id)
    const winner = await desk.db.clearingAssignment.findFirstOrThrow({
      where: { roundId: id, offerId: { not: null } },
    })
    const loser = (await groupsOf(one.id)).includes(winner.groupId) ? two : one
    const choose = async (move: 'lock' | 'unlock' | 'exclude', groupIds: readonly string[]) =>
      changeRound(desk.wiring, desk.coordinator, {
        id,
        change: { kind: 'choice', move, groupIds, offerId: offer.id },
      })
    const lost = await groupsOf(loser.id)
    expect(await choose('lock', lost)).toEqual({ served: 1, fellAway: 0 })
    expect(await givenTo(id)).toEqual(lost)
    await expect(choose('lock', [winner.groupId])).rejects.toMatchObject({ code: 'round.locks-clash' })
    expect(await givenTo(id)).toEqual(lost)
    await choose('exclude', [winner.groupId])
    await expect(choose('lock', ['11111111-1111-4111-8111-111111111111'])).rejects.toMatchObject({
      code: 'round.pair-impossible',
    })
    expect(await replayRound(desk.wiring, desk.coordinator, id)).toMatchObject({ isSame: true })
    expect(await publish(id)).toEqual({ published: true, holds: 1 })
    expect(await holdsOf(loser.id)).toHaveLength(1)
    await expect(choose('unlock', lost)).rejects.toMatchObject({ code: 'round.is-published' })
    await expect(
      changeRound(desk.wiring, makeActor({ regions: ['AM35'] }), { id, change: { kind: 'again' } }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('is set otherwise, and gives nobody an offer that was closed', async () => {
    const offer = await desk.offer(1)
    await waits()
    const id = await preview()
    const change = (changed: Parameters<typeof changeRound>[2]['change']) =>
      changeRound(desk.wiring, desk.coordinator, { id, change: changed })
    expect(await change({ kind: 'close-offer', offerId: offer.id })).toMatchObject({ served: 0 })
    const { closedOffers: _, ...usual } = USUAL_SETTINGS
    const later = { from: '2029-01-01', until: '2029-02-01' }
    const settings = { ...usual, period: later, balance: true, pupilsFirst: [desk.regionId] }
    expect(await change({ kind: 'settings', settings })).toMatchObject({ served: 0 })
    // Closed stays closed, whatever is set.
    expect(await change({ kind: 'settings', settings: { ...settings, period: null } })).toMatchObject({
      served: 0,
    })
    expect(await change({ kind: 'open-offer', offerId: offer.id })).toMatchObject({ served: 1 })
    const backwards = { ...usual, period: { from: '2027-02-01', until: '2027-01-01' } }
    await expect(change({ kind: 'settings', settings: backwards })).rejects.toMatchObject({
      code: 'round.period-backwards',
    })
    expect(await replayRound(desk.wiring, desk.coordinator, id)).toMatchObject({ isSame: true })
    expect(await publish(id)).toEqual({ published: true, holds: 1 })
    const steps = await desk.db.clearingRoundStep.findMany({
      where: { roundId: id },
      orderBy: { number: 'asc' },
    })
    expect(steps.map(({ what }) => what)).toEqual([
      ...['made', 'close-offer', 'settings', 'settings', 'open-offer', 'published'],
    ])
  })

  test('does not give a group the offer of a company that said no to it', async () => {
    const full = await desk.offer(3)
    const school = await desk.school()
    const id = await desk.post(school)
    const [proposal = ''] = await desk.propose(school, id, full.id)
    await declineProposal(desk.wiring, full.actor, { id: proposal, reason: 'no-time', text: null })
    await waits()
    expect(await publish(await preview())).toEqual({ published: true, holds: 1 })
    expect(await holdsOf(id)).toEqual([])
  })

  test('with nothing to give is not published', async () => {
    await waits()
    await expect(publish(await preview())).rejects.toMatchObject({ code: 'round.nothing-to-give' })
  })

  test('two coordinators at once never give one place twice', async () => {
    await desk.offer(3)
    for (let i = 0; i < 6; i++) await waits()
    const ids = [await preview(), await preview()]
    const results = await Promise.allSettled(ids.map(publish))
    expect(results.filter((r) => r.status === 'fulfilled' && r.value.published)).toHaveLength(1)
    const slot = await desk.db.capacitySlot.findFirstOrThrow()
    expect(slot.taken).toBe(3)
    expect(await desk.db.hold.count()).toBe(3)
  })

  test('is not for a coordinator of another region, nor for a school, nor without anybody who waits', async () => {
    await expect(preview()).rejects.toMatchObject({ code: 'round.nobody-waits' })
    await desk.offer(1)
    const { school } = await waits()
    const id = await preview()
    for (const actor of [
      school.actor,
      makeActor({ regions: ['AM35'] }),
      makeActor({ isAdministrator: true }),
    ]) {
      await expect(publishRound(desk.wiring, actor, id)).rejects.toMatchObject({ kind: 'not-found' })
      await expect(previewRound(desk.wiring, actor, { regionIds: regionIds() })).rejects.toMatchObject({
        kind: 'not-found',
      })
    }
    await expect(previewRound(desk.wiring, desk.coordinator, { regionIds: [] })).rejects.toMatchObject({
      code: 'round.no-regions',
    })
    await discardRound(desk.wiring, desk.coordinator, id)
    await expect(publish(id)).rejects.toMatchObject({ code: 'round.is-discarded' })
  })
})

describe('a hold', () => {
  async function held() {
    const offer = await desk.offer(1)
    const first = await waits()
    const second = await waits()
    await publish(await preview())
    const [firstHold] = await holdsOf(first.id)
    const [winner, loser] = firstHold ? [first, second] : [second, first]
    const [hold] = await holdsOf(winner.id)
    return { offer, winner, loser, holdId: hold?.id as HoldId }
  }

  test('accepted is a booking with its date to be agreed, on the same place', async () => {
    const { winner, holdId } = await held()
    const booking = await answerHold(desk.wiring, winner.school.actor, { id: holdId, yes: true })
    const row = await desk.db.booking.findUniqueOrThrow({ where: { id: booking as string } })
    expect(row).toMatchObject({ state: 'confirmed', date: null })
    expect(row.agreeBy?.toISOString().slice(0, 10)).toBe('2026-12-08')
    expect(await desk.request(winner.id)).toMatchObject({ state: 'booked', waitingSince: null })
    expect((await desk.db.capacitySlot.findFirstOrThrow()).taken).toBe(1)
    await expect(
      answerHold(desk.wiring, winner.school.actor, { id: holdId, yes: true }),
    ).rejects.toMatchObject({ code: 'hold.is-accepted' })
  })

  test('refused goes to the next, once; who refused is not given it again', async () => {
    const { offer, winner, loser, holdId } = await held()
    await answerHold(desk.wiring, winner.school.actor, { id: holdId, yes: false })
    const freed = { offerId: offer.id, followsId: holdId }
    // Of two at once one is told that the group has moved on; which one, the database decides.
    const give = () => giveFreedPlace(desk.wiring, freed).catch(() => null)
    const given = await Promise.all([give(), give()])
    expect(given.filter((id) => id !== null)).toHaveLength(1)
    expect(await holdsOf(loser.id)).toHaveLength(1)
    const [next] = await holdsOf(loser.id)
    await answerHold(desk.wiring, loser.school.actor, { id: next?.id as string, yes: false })
    expect(await giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: next?.id as HoldId })).toBeNull()
  })

  test('not answered expires after its last day; then it is too late', async () => {
    const { winner, holdId } = await held()
    desk.setNow('2026-12-02T09:00:00Z')
    await expect(
      answerHold(desk.wiring, winner.school.actor, { id: holdId, yes: true }),
    ).rejects.toMatchObject({ kind: 'gone', code: 'hold.is-expired' })
    expect(await expireHolds(desk.wiring)).toBe(1)
    expect(await expireHolds(desk.wiring)).toBe(0)
    expect((await desk.db.capacitySlot.findFirstOrThrow()).taken).toBe(0)
    expect((await desk.request(winner.id)).state).toBe('waiting')
    await expect(
      answerHold(desk.wiring, winner.school.actor, { id: holdId, yes: true }),
    ).rejects.toMatchObject({ code: 'hold.is-expired' })
  })

  test('is counted in the pace that the others on the list are told', async () => {
    const { loser } = await held()
    const { waiting } = await requestPage(desk.db, loser.school.actor, desk.wiring.clock.now(), loser.id)
    expect(waiting).toMatchObject({ lately: 1, expectedWeeks: 12 * (waiting?.place ?? 0) })
    await desk.db.hold.updateMany({ data: { createdAt: new Date('2026-08-01') } })
    const later = await requestPage(desk.db, loser.school.actor, desk.wiring.clock.now(), loser.id)
    expect(later.waiting).toMatchObject({ lately: 0, expectedWeeks: null })
  })

  test('of another school is not there', async () => {
    const { loser, holdId } = await held()
    await expect(
      answerHold(desk.wiring, loser.school.actor, { id: holdId, yes: true }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a withdrawn request lets its hold go', async () => {
    const { offer, winner, loser, holdId } = await held()
    await withdrawRequest(desk.wiring, winner.school.actor, winner.id)
    expect((await desk.db.hold.findUniqueOrThrow({ where: { id: holdId } })).state).toBe('withdrawn')
    await giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: holdId })
    expect(await holdsOf(loser.id)).toHaveLength(1)
  })
})

describe('a request that wants a place for all of its groups or for none', () => {
  const whole = (groups: number) => waits(groups, { allOrNone: true })

  test('gets holds for all of them or none when a round is published; the replay is equal', async () => {
    await desk.offer(2)
    const [large, small, one] = [await whole(3), await whole(2), await waits()]
    const id = await preview()
    const { result } = await desk.db.clearingRound.findUniqueOrThrow({ where: { id } })
    expect(result).toMatchObject({ served: 2, allOrNone: { requests: 2, bound: 2, gap: 0 } })
    expect(await replayRound(desk.wiring, desk.coordinator, id)).toMatchObject({ isSame: true })
    expect(await publish(id)).toEqual({ published: true, holds: 2 })
    const held = await Promise.all([large, small, one].map(async (r) => (await holdsOf(r.id)).length))
    expect(held).toEqual([0, 2, 0])
  })

  test('keeps its other holds when one is refused; the group that is left waits as a single one', async () => {
    const offer = await desk.offer(2)
    const { id, school } = await whole(2)
    await publish(await preview())
    const [first, second] = await holdsOf(id)
    await answerHold(desk.wiring, school.actor, { id: first?.id as string, yes: false })
    expect((await holdsOf(id)).map(({ state }) => state).sort()).toEqual(['offered', 'refused'])
    expect(await heldPlace(desk.wiring, school.actor, second?.id as string)).toMatchObject({
      state: 'offered',
      request: { isWhole: true },
    })
    expect(
      await giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: first?.id as HoldId }),
    ).toBeNull()
    const other = await desk.offer(1)
    await giveFreedPlace(desk.wiring, { offerId: other.id, followsId: null })
    expect((await holdsOf(id)).map(({ state }) => state).sort()).toEqual(['offered', 'offered', 'refused'])
  })

  test('is not given a part of what it asks by a place that comes free, but all where all fit', async () => {
    const [small, large] = [await desk.offer(1), await desk.offer(2)]
    const first = await whole(2)
    const later = await waits()
    await giveFreedPlace(desk.wiring, { offerId: small.id, followsId: null })
    expect(await holdsOf(first.id)).toEqual([])
    expect(await holdsOf(later.id)).toHaveLength(1)
    expect(await giveFreedPlace(desk.wiring, { offerId: large.id, followsId: null })).not.toBeNull()
    expect(await holdsOf(first.id)).toHaveLength(2)
    expect((await desk.events()).filter((e) => e === 'HoldOffered')).toHaveLength(3)
  })
})

test('a place of a cancelled booking goes to the waiting list first', async () => {
  const offer = await desk.offer(1)
  const school = await desk.school()
  const requestId = await desk.post(school)
  const [proposalId] = await desk.propose(school, requestId, offer.id)
  const [booking] = await acceptProposal(desk.wiring, offer.actor, {
    id: proposalId as string,
    groups: [{ date: '2027-01-21', startTime: null }],
    dateOptions: [],
    text: null,
  })
  const waiting = await waits()
  await cancelBooking(desk.wiring, school.actor, { id: booking as string, reason: 'timetable', text: null })
  await giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: null })
  expect(await holdsOf(waiting.id)).toHaveLength(1)
})
