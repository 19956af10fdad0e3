/** A company says no to a place that is kept at it; a place that comes free while its round is open goes by that round. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import type { HoldId } from '~/features/clearing/domain/hold'
import { USUAL_SETTINGS } from '~/features/clearing/domain/round-settings'
import { keptPlace, keptPlaces } from '~/features/clearing/queries/kept-places.server'
import { giveFreedPlaceOn, giveUnusedHoldOn } from '~/features/clearing/reactions/give-on.server'
import { mailHoldExpired } from '~/features/clearing/reactions/write-to-school.server'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { declineHold } from '~/features/clearing/use-cases/decline-hold.server'
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import type { RegionId } from '~/kernel/ids'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeActor } from '../factories/actor'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request,
    capacity_slot, offer, organisation, outbox_event CASCADE`
})

async function waits(weeks: number, groupSize = 25) {
  const school = await desk.school()
  const id = await desk.post(school, { groupSize })
  await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  const waitingSince = new Date(Date.parse('2026-11-24T08:00:00Z') - weeks * 7 * 86_400_000)
  await desk.db.supportRequest.update({ where: { id }, data: { waitingSince } })
  return { school, id }
}
async function publishWith(settings = USUAL_SETTINGS) {
  const id = await previewRound(desk.wiring, desk.coordinator, {
    regionIds: [desk.regionId as RegionId],
    settings,
  })
  await publishRound(desk.wiring, desk.coordinator, id)
  return id
}
const holdOf = (requestId: string) =>
  desk.db.hold.findFirst({ where: { claim: { group: { requestId } }, state: 'offered' } })
const openHold = async () => {
  const { id } = await desk.db.hold.findFirstOrThrow({ where: { state: 'offered' } })
  return id as HoldId
}
const no = { reason: 'no-time', text: 'Onze monteur is ziek.' } as const

describe('a company', () => {
  test('sees for whom its place is kept and why, and says no: the place goes on, and never back to that group', async () => {
    const offer = await desk.offer(1)
    const first = await waits(9)
    const second = await waits(2)
    await publishWith()
    const id = (await holdOf(first.id))?.id as HoldId
    const [line] = await keptPlaces(desk.wiring, offer.actor)
    expect(line).toMatchObject({ id, expiresOn: '2026-12-01' })
    expect(await keptPlace(desk.wiring, offer.actor, id)).toMatchObject({
      ...{ isOpen: true, choice: 1, waitingWeeks: 9, schoolName: expect.any(String) },
    })
    const stranger = makeActor()
    await expect(keptPlace(desk.wiring, stranger, id)).rejects.toMatchObject({ kind: 'not-found' })
    for (const actor of [stranger, first.school.actor])
      await expect(declineHold(desk.wiring, actor, { id, ...no })).rejects.toMatchObject({
        kind: 'not-found',
      })
    await declineHold(desk.wiring, offer.actor, { id, ...no })
    await expect(declineHold(desk.wiring, offer.actor, { id, ...no })).rejects.toMatchObject({
      code: 'hold.is-declined',
    })
    await expect(answerHold(desk.wiring, first.school.actor, { id, yes: true })).rejects.toMatchObject({
      code: 'hold.is-declined',
    })
    expect((await desk.request(first.id)).state).toBe('waiting')
    await giveUnusedHoldOn(desk.wiring, { subjectId: id })
    expect(await holdOf(second.id)).not.toBeNull()
    await declineHold(desk.wiring, offer.actor, { id: await openHold(), ...no })
    const last = await desk.db.hold.findFirstOrThrow({ orderBy: { answeredAt: 'desc' } })
    await giveUnusedHoldOn(desk.wiring, { subjectId: last.id })
    expect(await desk.db.hold.count({ where: { state: 'offered' } })).toBe(0)
    expect((await desk.db.capacitySlot.findFirstOrThrow()).taken).toBe(0)
  })

  test('tells the school in a mail, with its own words', async () => {
    const offer = await desk.offer(1)
    await waits(1)
    await publishWith()
    const id = await openHold()
    await declineHold(desk.wiring, offer.actor, { id, ...no })
    const sent: OutgoingMail[] = []
    const mailer = {
      // why: what is said is looked at here; that it leaves at most once is tested where it is sent
      send: async (mail: OutgoingMail) => sent.push(mail) > 0,
      close: async () => {},
    }
    await mailHoldExpired({ ...desk.wiring, mailer }, { subjectId: id })
    expect(sent[0]?.content.subject).toMatch(/^De plek bij .* gaat niet door$/)
    expect(sent[0]?.content.text).toContain(no.text)
  })

  test('that cancels the booking a place became does not get the same group again', async () => {
    const offer = await desk.offer(1)
    const { school, id } = await waits(3)
    await publishWith()
    const booking = await answerHold(desk.wiring, school.actor, { id: await openHold(), yes: true })
    await cancelBooking(desk.wiring, offer.actor, { id: String(booking), reason: 'other', text: null })
    const event = await desk.db.outboxEvent.findFirstOrThrow({ where: { type: 'BookingCancelled' } })
    await giveFreedPlaceOn(desk.wiring, { subjectId: event.subjectId, payload: { offerId: offer.id } })
    expect((await desk.request(id)).state).toBe('waiting')
    expect(await holdOf(id)).toBeNull()
  })
})

describe('a place that comes free', () => {
  const largest = () => ({ ...USUAL_SETTINGS, pupilsFirst: [desk.regionId] })

  test('while its round is open goes by the settings of that round', async () => {
    await desk.offer(1)
    const longest = await waits(12, 18)
    const large = await waits(1, 29)
    const middle = await waits(1, 24)
    await publishWith(largest())
    const hold = await holdOf(large.id)
    await answerHold(desk.wiring, large.school.actor, { id: String(hold?.id), yes: false })
    await giveUnusedHoldOn(desk.wiring, { subjectId: String(hold?.id) })
    expect(await holdOf(middle.id)).not.toBeNull()
    expect(await holdOf(longest.id)).toBeNull()
  })

  test('by the clock that closes the round goes by its settings still; later by the usual priority', async () => {
    await desk.offer(1)
    const longest = await waits(12, 18)
    const large = await waits(1, 29)
    const middle = await waits(1, 24)
    const round = await publishWith(largest())
    const hold = await holdOf(large.id)
    desk.setNow('2026-12-02T09:00:00Z')
    expect(await expireHolds(desk.wiring)).toBe(1)
    const { state } = await desk.db.clearingRound.findUniqueOrThrow({ where: { id: round } })
    expect(state).toBe('closed')
    await giveUnusedHoldOn(desk.wiring, { subjectId: String(hold?.id) })
    const next = await holdOf(middle.id)
    expect(next).not.toBeNull()
    desk.setNow('2026-12-03T09:00:00Z')
    await answerHold(desk.wiring, middle.school.actor, { id: String(next?.id), yes: false })
    await giveUnusedHoldOn(desk.wiring, { subjectId: String(next?.id) })
    expect(await holdOf(longest.id)).not.toBeNull()
  })
})

test('the database keeps a reason with every place that a company did not give, and with no other', async () => {
  await desk.offer(1)
  await waits(1)
  await publishWith()
  const id = await openHold()
  for (const data of [{ state: 'declined' }, { declineReason: 'other' }, { declineText: 'x' }] as const)
    await expect(desk.db.hold.update({ where: { id }, data })).rejects.toThrow(/hold_decline/)
})
