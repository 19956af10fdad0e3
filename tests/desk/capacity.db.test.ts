/** No place is given twice: acceptances, holds and moves that run at once, on a pool as wide as that of a server. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { setLimits } from '~/features/capacity/use-cases/set-limits.server'
import { giveOpenPlacesOn } from '~/features/clearing/reactions/give-on.server'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { giveFreedPlace } from '~/features/clearing/use-cases/give-freed-place.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import type { RegionId } from '~/kernel/ids'
import { makeProposal } from '../factories/proposal'
import { makeRequest, makeWaitingRequest } from '../factories/request'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(30)
})
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request, capacity_slot,
    capacity_month, blackout, offer, organisation, outbox_event CASCADE`
})

const AT_ONCE = 200
const PLACES = 10

const times = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)))

/** @returns how many came through, and what the others heard. */
async function race(tries: readonly Promise<unknown>[]) {
  const answers = await Promise.allSettled(tries)
  const refusals = answers.flatMap((a) =>
    a.status === 'rejected' ? [a.reason.code ?? String(a.reason)] : [],
  )
  // On a slow machine some wait so long for a connection that they are told that it is busy: as clear a word.
  const heard = new Set(refusals.filter((code) => code !== 'common.busy'))
  return { done: answers.length - refusals.length, heard }
}

const taken = async (offerId: string) =>
  (await desk.db.capacitySlot.findMany({ where: { offerId } })).reduce((sum, slot) => sum + slot.taken, 0)

const yes = (id: string, date: string) => ({
  id,
  groups: [{ date, startTime: '10:00' }],
  dateOptions: [],
  text: null,
})

async function accepts(count: number, offer: { id: string; actor: Desk['coordinator'] }) {
  const school = await desk.school()
  const dueOn = new Date('2026-12-10')
  const asked = await times(count, () =>
    makeProposal(desk.db, { branchId: school.branchId, offerId: offer.id, dueOn }),
  )
  return race(asked.map(({ id }) => acceptProposal(desk.wiring, offer.actor, yes(id, '2027-01-21'))))
}

test('two hundred companies say yes at once to ten places of a year: ten, and the others hear it', async () => {
  const offer = await desk.offer(PLACES)
  expect(await accepts(AT_ONCE, offer)).toEqual({ done: PLACES, heard: new Set(['proposal.no-place-then']) })
  expect(await taken(offer.id)).toBe(PLACES)
  expect(await desk.db.booking.count()).toBe(PLACES)
})

test('the limit of a month holds as hard as that of a year', async () => {
  const offer = await desk.offer(500, { sessionsPerMonth: PLACES })
  expect(await accepts(60, offer)).toEqual({ done: PLACES, heard: new Set(['proposal.no-place-then']) })
  const [january] = await desk.db.capacityMonth.findMany({ where: { offerId: offer.id } })
  expect(january).toMatchObject({ places: PLACES, taken: PLACES })
  expect(await taken(offer.id)).toBe(PLACES)
})

test('two hundred waiting groups and ten places that came free: ten holds', async () => {
  const offer = await desk.offer(PLACES)
  const school = await desk.school()
  await times(AT_ONCE / 10, () => makeWaitingRequest(desk.db, { branchId: school.branchId, groups: 10 }))
  // Who meets another at the same group is tried again, as the worker does.
  for (let left = PLACES; left > 0; left = PLACES - (await desk.db.hold.count()))
    await Promise.allSettled(
      Array.from({ length: 20 }, () => giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: null })),
    )
  expect(await giveFreedPlace(desk.wiring, { offerId: offer.id, followsId: null })).toBeNull()
  expect(await desk.db.hold.count()).toBe(PLACES)
  expect(await taken(offer.id)).toBe(PLACES)
}, 60_000)

test('places that are added go to who waits, as many as there are, before anybody else', async () => {
  const offer = await desk.offer(0)
  const school = await desk.school()
  await times(3, () => makeWaitingRequest(desk.db, { branchId: school.branchId }))
  await setLimits(desk.wiring, offer.actor, {
    offerId: offer.id,
    perYear: 2,
    perMonth: null,
    openInHolidays: false,
    mayShare: false,
  })
  expect(await desk.events()).toEqual(['CalendarChanged'])
  await giveOpenPlacesOn(desk.wiring, { subjectId: offer.id })
  // Two of this school year; the third is given one of the next.
  expect(await desk.db.hold.count({ where: { offerId: offer.id, state: 'offered' } })).toBe(3)
  const [row] = await desk.db.$queryRaw<{ open: number }[]>`
    SELECT sum(open)::int AS open FROM open_slots('2026-11-24', '2027-07-31', ARRAY[${offer.id}::uuid])`
  expect(row?.open).toBe(0)
})

describe('moves', () => {
  async function booked(count: number, offerId: string, day: string) {
    const school = await desk.school()
    const slot = await desk.db.capacitySlot.findFirstOrThrow({
      where: { offerId, startsOn: new Date('2026-08-01') },
    })
    return times(count, async () => {
      const request = await makeRequest(desk.db, { branchId: school.branchId, state: 'booked' })
      const groupId = request.groups[0]?.id ?? ''
      const claim = await desk.db.placeClaim.create({ data: { slotId: slot.id, groupId } })
      return desk.db.booking.create({ data: { claimId: claim.id, date: new Date(day), dateOptions: [] } })
    })
  }
  const moveAll = (bookings: readonly { id: string }[], actor: Desk['coordinator'], date: string) =>
    race(bookings.map(({ id }) => setDate(desk.wiring, actor, { id, date, startTime: '10:00' })))

  test('forty to a session with ten places: ten, the others stay where they were and hear it', async () => {
    const offer = await desk.offer(50)
    const on = new Date('2027-09-14')
    await desk.db.capacitySlot.create({
      data: { offerId: offer.id, startsOn: on, endsOn: on, startTime: '09:30', places: PLACES },
    })
    const bookings = await booked(40, offer.id, '2027-01-21')
    expect(await moveAll(bookings, offer.actor, '2027-09-14')).toEqual({
      done: PLACES,
      heard: new Set(['booking.full-then']),
    })
    expect(await desk.db.booking.count({ where: { date: on } })).toBe(PLACES)
    expect(await taken(offer.id)).toBe(40)
  })

  test('forty to a month for ten: ten, and the month that they left has room again', async () => {
    const offer = await desk.offer(50, { sessionsPerMonth: 40 })
    const bookings = await booked(40, offer.id, '2027-01-21')
    await desk.db.capacityMonth.create({
      data: { offerId: offer.id, month: new Date('2027-03-01'), places: PLACES },
    })
    expect(await moveAll(bookings, offer.actor, '2027-03-16')).toEqual({
      done: PLACES,
      heard: new Set(['booking.month-full-then']),
    })
    const months = await desk.db.capacityMonth.findMany({ orderBy: { month: 'asc' } })
    expect(months.map((month) => month.taken)).toEqual([30, 10])
  })

  test('nobody moves to a day on which the company is away, and the database says so itself', async () => {
    const offer = await desk.offer(5)
    const [booking] = await booked(1, offer.id, '2027-01-21')
    const { organisationId } = await desk.db.offer.findUniqueOrThrow({ where: { id: offer.id } })
    await desk.db.blackout.create({
      data: { organisationId, startsOn: new Date('2027-03-15'), endsOn: new Date('2027-03-19') },
    })
    const moved = await moveAll(booking ? [booking] : [], offer.actor, '2027-03-16')
    expect(moved).toEqual({ done: 0, heard: new Set(['booking.closed-then']) })
    await expect(
      desk.db.booking.update({ where: { id: booking?.id ?? '' }, data: { date: new Date('2027-03-16') } }),
    ).rejects.toThrow(/place_claim_blackout/)
  })
})

test('a round and a place that comes free give no more than the months have left', async () => {
  const offer = await desk.offer(PLACES, { sessionsPerMonth: 1 })
  const january = { from: '2027-01-11', until: '2027-01-29' }
  const waits = async (period: typeof january) => {
    const school = await desk.school()
    const id = await desk.post(school, { period })
    await askWaitingList(desk.wiring, school.actor, { id, wait: true })
    return { school, id }
  }
  const [one, other] = [await waits(january), await waits(january)]
  const later = await waits({ from: '2027-01-11', until: '2027-03-19' })
  const held = async (id: string) =>
    desk.db.hold.findFirst({ where: { state: 'offered', claim: { group: { requestId: id } } } })
  const round = async () => {
    const regionIds = [desk.regionId as RegionId]
    return publishRound(
      desk.wiring,
      desk.coordinator,
      await previewRound(desk.wiring, desk.coordinator, { regionIds }),
    )
  }
  expect(await round()).toEqual({ published: true, holds: 2 })
  expect(await held(later.id)).not.toBeNull()
  // What was given has no day yet, and needs its month all the same.
  await expect(round()).rejects.toMatchObject({ code: 'round.nothing-to-give' })
  const freed = { offerId: offer.id, followsId: null }
  expect(await giveFreedPlace(desk.wiring, freed)).toBeNull()
  const [winner, loser] = (await held(one.id)) ? [one, other] : [other, one]
  const hold = await held(winner.id)
  await answerHold(desk.wiring, winner.school.actor, { id: hold?.id ?? '', yes: false })
  await Promise.allSettled(Array.from({ length: 4 }, () => giveFreedPlace(desk.wiring, freed)))
  expect(await desk.db.hold.count({ where: { state: 'offered' } })).toBe(2)
  expect(await held(loser.id)).not.toBeNull()
})
