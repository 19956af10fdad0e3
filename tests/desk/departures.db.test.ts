/** A company that stops and a school that the register no longer has: what they had open ends, and is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailSchoolClosed } from '~/features/departures/reactions/mail-departures.server'
import { endClosedSchools } from '~/features/departures/use-cases/end-closed-schools.server'
import { comeBackAsCompany, stopCompany } from '~/features/departures/use-cases/stop-company.server'
import { boardOrganisations } from '~/features/organisations/queries/board-organisations.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { reactionOf } from '~/reactions.server'
import { makeActor } from '../factories/actor'
import { makeHold } from '../factories/hold'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db.$executeRaw`TRUNCATE outbox_event CASCADE`
})

/** A company with a question, a booking and a kept place of three schools. */
async function busy() {
  const offer = await desk.offer(5)
  const [organisationId = ''] = offer.actor.organisations.keys()
  const asking = await desk.school()
  const asked = await desk.post(asking)
  await desk.propose(asking, asked, offer.id)
  const visited = await desk.school()
  const booked = await desk.post(visited)
  const [proposalId] = await desk.propose(visited, booked, offer.id)
  const [bookingId] = await acceptProposal(desk.wiring, offer.actor, {
    id: proposalId as string,
    groups: [{ date: '2027-01-21', startTime: '10:00' }],
    dateOptions: [],
    text: null,
  })
  const held = await makeHold(desk.db, { branchId: asking.branchId, offerId: offer.id })
  return { offer, organisationId, asking, asked, visited, booked, bookingId: bookingId as string, held }
}
const bookingOf = (id: string) => desk.db.booking.findUniqueOrThrow({ where: { id } })
const taken = async (offerId: string) =>
  (await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId } })).taken
const eventsOf = (type: string) =>
  desk.db.outboxEvent.findMany({ where: { type }, orderBy: { id: 'asc' } }) as unknown as Promise<
    StoredEvent[]
  >

test.each([
  ['keeps its bookings', true, 'confirmed', 1],
  ['cancels its bookings', false, 'cancelled', 0],
] as const)(
  'a company that stops and %s: offers, question and kept place end, once',
  async (_how, keepsBookings, state, places) => {
    const { offer, organisationId: id, asked, bookingId, held } = await busy()
    const editor = makeActor({ organisations: { [id]: 'editor' } })
    await expect(stopCompany(desk.wiring, editor, { id, keepsBookings })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const both = await Promise.allSettled([
      stopCompany(desk.wiring, offer.actor, { id, keepsBookings }),
      stopCompany(desk.wiring, offer.actor, { id, keepsBookings }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

    const [stopped] = await eventsOf('CompanyStopped')
    for (let times = 0; times < 2; times++)
      await reactionOf('CompanyStopped', 'wind-down')?.(desk.wiring, stopped as StoredEvent)
    expect(await desk.db.offer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({
      state: 'archived',
    })
    expect(await desk.request(asked)).toMatchObject({
      state: 'waiting',
      waitingReason: 'declined',
      proposals: [{ state: 'declined', declineReason: 'stopped' }],
    })
    expect(await desk.db.hold.findUniqueOrThrow({ where: { id: held.holdId } })).toMatchObject({
      state: 'declined',
    })
    expect(await bookingOf(bookingId)).toMatchObject({
      state,
      cancelReason: keepsBookings ? null : 'stopped',
    })
    expect(await taken(offer.id)).toBe(places)
    // The school that asked is told once, by the mail of a no.
    expect(await eventsOf('ProposalDeclined')).toHaveLength(1)
    expect(await eventsOf('BookingCancelled')).toHaveLength(keepsBookings ? 0 : 1)

    const asks = async () =>
      (await boardOrganisations(desk.wiring, desk.coordinator, { page: 1 })).asking.map((one) => one.id)
    expect(await asks()).not.toContain(id)
    await comeBackAsCompany(desk.wiring, offer.actor, id)
    expect(await asks()).toContain(id)
  },
)

test('a school that leaves the register is told, and two weeks later what it had open ends; once each', async () => {
  const { offer, visited, booked, bookingId } = await busy()
  const { branchId } = visited
  const close = (closedOn: Date | null) =>
    desk.db.schoolBranch.update({ where: { id: branchId }, data: { closedOn } })
  const day = new Date('2026-11-24T00:00:00Z')
  await close(day)
  expect(await endClosedSchools(desk.wiring)).toEqual({ told: 1, ended: 0 })
  expect(await endClosedSchools(desk.wiring)).toEqual({ told: 0, ended: 0 })
  const [event] = await eventsOf('SchoolCloses')
  const mails: OutgoingMail[] = []
  await mailSchoolClosed(
    // why: what is sent is looked at here.
    { ...desk.wiring, mailer: { send: async (mail) => mails.push(mail) > 0 } },
    event as StoredEvent,
  )
  expect(mails.map(({ content }) => content.text)).toEqual([
    expect.stringContaining('Tot en met 8 december 2026'),
  ])

  // An edition that is put right ends nothing.
  desk.setNow('2026-12-09T09:00:00Z')
  await close(null)
  expect(await endClosedSchools(desk.wiring)).toEqual({ told: 0, ended: 0 })
  await close(day)
  const second = await desk.post(visited, { topicIds: ['energie'] })
  await desk.propose(visited, second, (await desk.offer(1, { topicIds: ['energie'] })).id)
  expect(await endClosedSchools(desk.wiring)).toEqual({ told: 0, ended: 2 })
  expect(await endClosedSchools(desk.wiring)).toEqual({ told: 0, ended: 0 })
  expect(await bookingOf(bookingId)).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'school',
    cancelReason: 'school_closed',
  })
  expect((await desk.request(booked)).state).toBe('withdrawn')
  expect(await desk.request(second)).toMatchObject({
    state: 'withdrawn',
    proposals: [{ state: 'withdrawn' }],
  })
  // The kept place of the other school stays.
  expect(await taken(offer.id)).toBe(1)
})
