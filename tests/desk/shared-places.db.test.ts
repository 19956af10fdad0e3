/** Small groups of several schools in one class-place of a session: from the consents to the last one who leaves. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { bookingPage } from '~/features/bookings/queries/booking-page.server'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { calendarPage } from '~/features/capacity/queries/calendar-page.server'
import { heldPlace } from '~/features/clearing/queries/held-place.server'
import { keptPlace } from '~/features/clearing/queries/kept-places.server'
import { roundPage } from '~/features/clearing/queries/round-page.server'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { declineHold } from '~/features/clearing/use-cases/decline-hold.server'
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { replayRound } from '~/features/clearing/use-cases/replay-round.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { changeRequest } from '~/features/requests/use-cases/change-request.server'
import type { RegionId } from '~/kernel/ids'
import { constraintOf } from '~/platform/db/constraint.server'
import { makeRequest } from '../factories/request'
import { type Desk, NEED, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(30)
})
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request,
    capacity_slot, offer, organisation, outbox_event CASCADE`
})

const DAY = '2027-01-14'

/** An offer at the company whose one session, of 25 pupils, may be shared. */
async function session(facts: Parameters<Desk['offer']>[1] = {}) {
  const offer = await desk.offer(null, { location: 'at_company', groupSizeMax: 25, mayShare: true, ...facts })
  const on = new Date(DAY)
  const slot = await desk.db.capacitySlot.create({
    data: { offerId: offer.id, startsOn: on, endsOn: on, startTime: '10:00', places: 1 },
  })
  return { ...offer, slotId: slot.id }
}

async function waits(over: Parameters<Desk['post']>[1] = {}) {
  const school = await desk.school()
  const id = await desk.post(school, { groupSize: 10, mayShare: true, ...over })
  await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  return { school, id }
}

const taken = async (slotId: string) =>
  (await desk.db.capacitySlot.findUniqueOrThrow({ where: { id: slotId } })).taken
const holdOf = async (requestId: string) =>
  (await desk.db.hold.findFirstOrThrow({ where: { claim: { group: { requestId } } } })).id
const regionIds = () => [desk.regionId as RegionId]
const preview = () => previewRound(desk.wiring, desk.coordinator, { regionIds: regionIds() })

/** Two schools, of 10 and 12 pupils, that were given the one place. */
async function given() {
  const offer = await session()
  const [one, two] = [await waits(), await waits({ groupSize: 12 })]
  const roundId = await preview()
  await publishRound(desk.wiring, desk.coordinator, roundId)
  return { offer, one, two, roundId, first: await holdOf(one.id), second: await holdOf(two.id) }
}

test('two small groups get one place; one says no, the other stays and the place stays taken', async () => {
  const { offer, one, two, roundId, first, second } = await given()
  expect(await taken(offer.slotId)).toBe(1)
  const round = await roundPage(desk.wiring, desk.coordinator, { id: roundId, given: 1, left: 1 })
  expect(round.sharing).toEqual({ able: 2, groups: 2, places: 1, apart: 1, bound: 2, gap: 0 })
  expect(await replayRound(desk.wiring, desk.coordinator, roundId)).toMatchObject({ isSame: true })
  // Each hears how large the other is, about, and not who it is.
  const held = await heldPlace(desk.wiring, one.school.actor, first)
  expect(held).toMatchObject({ shared: { groups: 1, aboutPupils: 10 }, startTime: '10:00' })
  expect(await keptPlace(desk.wiring, offer.actor, second)).toMatchObject({
    shared: { groups: 2, pupils: 22 },
  })
  // In the calendar it is one place.
  const calendar = await calendarPage(desk.wiring, offer.actor, offer.id, '2027-01')
  expect(calendar.year).toMatchObject({ open: 0, places: 1, held: 1, booked: 0 })

  await answerHold(desk.wiring, one.school.actor, { id: first, yes: false })
  expect(await taken(offer.slotId)).toBe(1)
  expect(await heldPlace(desk.wiring, two.school.actor, second)).toMatchObject({
    state: 'offered',
    shared: null,
  })
  desk.setNow('2026-12-20T09:00:00Z')
  await expireHolds(desk.wiring)
  expect(await taken(offer.slotId)).toBe(0)
})

test('who says yes has the day of the session, which stays; when the last one goes the place is free', async () => {
  const { offer, one, two, first, second } = await given()
  const booking = await answerHold(desk.wiring, one.school.actor, { id: first, yes: true })
  const other = await answerHold(desk.wiring, two.school.actor, { id: second, yes: true })
  const id = String(booking)
  const page = await bookingPage(desk.db, one.school.actor, { id, now: new Date('2026-11-24T10:00:00Z') })
  expect(page).toMatchObject({ date: DAY, startTime: '10:00', shared: { groups: 2, pupils: 22 } })
  const calendar = await calendarPage(desk.wiring, offer.actor, offer.id, '2027-01')
  expect(calendar.year).toMatchObject({ held: 0, booked: 1, withoutDay: 0 })
  expect(calendar.months.find(({ month }) => month === '2027-01')).toMatchObject({ agreed: 1 })
  const later = { id, date: '2027-01-21' as const, startTime: null }
  await expect(setDate(desk.wiring, offer.actor, later)).rejects.toMatchObject({
    code: 'booking.shared-then',
  })
  // A group that grows beyond the session stays what it was.
  const { version } = await desk.request(two.id)
  const grown = { id: two.id, version, need: { ...NEED, groupSize: 15, mayShare: true }, groups: 2 }
  await desk.db.supportRequest.update({ where: { id: two.id }, data: { state: 'waiting' } })
  await expect(
    changeRequest(desk.wiring, two.school.actor, { ...grown, need: { ...grown.need, groupSize: 16 } }),
  ).rejects.toMatchObject({
    code: 'request.shared-too-large',
  })
  await changeRequest(desk.wiring, two.school.actor, grown)
  expect(await desk.db.sharedPlace.findFirstOrThrow()).toMatchObject({ groups: 2, pupils: 25 })

  await cancelBooking(desk.wiring, one.school.actor, { id, reason: 'timetable', text: null })
  expect(await taken(offer.slotId)).toBe(1)
  await cancelBooking(desk.wiring, offer.actor, { id: String(other), reason: 'illness', text: null })
  expect(await taken(offer.slotId)).toBe(0)
})

test.each([
  ['one school did not agree', { mayShare: false }, {}],
  ['the company did not agree', {}, { mayShare: false }],
  ['the lesson is at school', {}, { location: 'at_school' as const }],
])('a place is not shared where %s', async (_, over, facts) => {
  const offer = await session(facts)
  await waits()
  await waits(over)
  const id = await preview()
  const { result } = await desk.db.clearingRound.findUniqueOrThrow({ where: { id } })
  expect(result).not.toHaveProperty('sharing')
  expect(await publishRound(desk.wiring, desk.coordinator, id)).toEqual({ published: true, holds: 1 })
  expect(await taken(offer.slotId)).toBe(1)
})

test('the company says no to one of them: the other keeps the place', async () => {
  const { offer, first } = await given()
  await declineHold(desk.wiring, offer.actor, { id: first, reason: 'other-level', text: null })
  expect(await taken(offer.slotId)).toBe(1)
  expect(await desk.db.sharedPlace.findFirstOrThrow()).toMatchObject({ groups: 1, pupils: 12 })
})

test('whoever comes at once: the session never holds more pupils than it may, and the place counts once', async () => {
  const { slotId } = await session()
  const { branchId } = await desk.school()
  const groups = await Promise.all(
    Array.from({ length: 13 }, async () => (await makeRequest(desk.db, { branchId })).groups[0]!.id),
  )
  const { id: sharedId } = await desk.db.sharedPlace.create({
    data: { id: crypto.randomUUID(), slotId, pupilsMax: 25 },
  })
  const tries = await Promise.allSettled(
    groups
      .slice(1)
      .map((groupId) => desk.db.placeClaim.create({ data: { slotId, groupId, sharedId, pupils: 8 } })),
  )
  const refused = tries.flatMap((t) => (t.status === 'rejected' ? [constraintOf(t.reason)] : []))
  expect(refused).toEqual(Array.from({ length: 9 }, () => 'shared_place_pupils'))
  expect(await taken(slotId)).toBe(1)
  // The place is taken: nobody gets it for himself, and no second one is shared.
  const alone = desk.db.placeClaim.create({ data: { slotId, groupId: groups[0]! } })
  expect(constraintOf(await alone.catch((error) => error))).toBe('capacity_slot_taken')
  const claims = await desk.db.placeClaim.findMany({ where: { sharedId } })
  await Promise.all(
    claims.map(({ id }) => desk.db.placeClaim.update({ where: { id }, data: { releasedAt: new Date() } })),
  )
  expect(await taken(slotId)).toBe(0)
  expect(await desk.db.sharedPlace.findFirstOrThrow()).toMatchObject({ groups: 0, pupils: 0 })
})
