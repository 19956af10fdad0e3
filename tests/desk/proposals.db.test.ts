import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { finishBooking } from '~/features/bookings/use-cases/finish-booking.server'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import {
  considerProposal,
  declineProposal,
  viewProposal,
  withdrawProposal,
} from '~/features/proposals/use-cases/answer-proposal.server'
import { expireProposals } from '~/features/proposals/use-cases/expire-proposals.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { changeRequest } from '~/features/requests/use-cases/change-request.server'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import { withdrawRequest } from '~/features/requests/use-cases/withdraw-request.server'
import { type Desk, NEED, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(30)
})
afterAll(() => desk.close())

const on = (date: string) => ({ date, startTime: '10:00' })
const yes = (id: string, dates: readonly string[]) => ({
  id,
  groups: dates.map(on),
  dateOptions: [],
  text: null,
})

/** One school, one offer, one proposal. */
async function asked(places: number, groups = 1) {
  const school = await desk.school()
  const offer = await desk.offer(places)
  const requestId = await desk.post(school, {}, groups)
  const [proposalId] = await desk.propose(school, requestId, offer.id)
  return { school, offer, requestId, proposalId: proposalId as string }
}

describe('posting a request', () => {
  test('is open when something fits, and waits with the reason when nothing does', async () => {
    const school = await desk.school()
    await desk.offer(3)
    expect((await desk.request(await desk.post(school))).state).toBe('open')
    const huge = await desk.request(await desk.post(school, { groupSize: 400 }))
    expect(huge).toMatchObject({ state: 'waiting', waitingReason: 'no_candidate' })
    expect(huge.waitingSince).not.toBeNull()
  })

  test('waits because all is full', async () => {
    const school = await desk.school()
    await desk.offer(0, { topicIds: ['bouw'], levels: [{ level: 'pro', years: [2] }] })
    const id = await desk.post(school, { topicIds: ['bouw'], level: 'pro', years: [2] })
    expect(await desk.request(id)).toMatchObject({ state: 'waiting', waitingReason: 'all_full' })
    const other = await desk.post(school, { topicIds: ['chemie'], level: 'pro', years: [2] })
    expect((await desk.request(other)).waitingReason).toBe('no_candidate')
  })

  test('the same form twice, even at once, makes one', async () => {
    const school = await desk.school()
    const submissionKey = crypto.randomUUID()
    const input = { branchId: school.branchId, need: NEED, groups: 2, submissionKey }
    const made = await Promise.all([1, 2, 3].map(() => postRequest(desk.wiring, school.actor, input)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await desk.db.requestGroup.count({ where: { requestId: made[0]?.id } })).toBe(2)
  })

  test('is not for another school, nor for an address that is not verified, nor for the past', async () => {
    const school = await desk.school()
    const other = await desk.school()
    const input = { branchId: other.branchId, need: NEED, groups: 1, submissionKey: null }
    await expect(postRequest(desk.wiring, school.actor, input)).rejects.toMatchObject({ kind: 'not-found' })
    const unverified = { ...other.actor, emailVerified: false }
    await expect(postRequest(desk.wiring, unverified, input)).rejects.toMatchObject({ kind: 'forbidden' })
    const past = { ...input, need: { ...NEED, period: { from: '2026-10-01', until: '2026-10-31' } } }
    await expect(postRequest(desk.wiring, other.actor, past)).rejects.toMatchObject({
      code: 'request.period-passed',
    })
    const noYear = { ...input, need: { ...NEED, level: 'havo' as const, years: [6] } }
    await expect(postRequest(desk.wiring, other.actor, noYear)).rejects.toMatchObject({
      code: 'request.year-of-level',
    })
  })
})

describe('asking a company', () => {
  test('makes the request proposed, with ten working days to answer', async () => {
    const { requestId } = await asked(3)
    const request = await desk.request(requestId)
    expect(request.state).toBe('proposed')
    expect(request.proposals[0]?.dueOn.toISOString().slice(0, 10)).toBe('2026-12-08')
  })

  test('refuses what cannot be, and then sends nothing at all', async () => {
    const school = await desk.school()
    const fits = await desk.offer(3)
    const download = await desk.offer(null, {
      location: 'download',
      kind: 'lesson_material',
      sessionsPerYear: null,
    })
    const small = await desk.offer(3, { groupSizeMax: 10 })
    const primary = await desk.offer(3, { levels: [{ level: 'po', years: [7] }] })
    const paused = await desk.offer(3, { state: 'paused' })
    const requestId = await desk.post(school)
    for (const [offer, code] of [
      [download, 'proposal.take-it-yourself'],
      [small, 'proposal.group-too-big'],
      [primary, 'proposal.other-level'],
      [paused, 'proposal.offer-not-there'],
    ] as const) {
      await expect(desk.propose(school, requestId, fits.id, offer.id)).rejects.toMatchObject({ code })
    }
    expect((await desk.request(requestId)).proposals).toEqual([])
  })

  test('not twice, and not the same company about the same topic within a week', async () => {
    const { school, offer, requestId } = await asked(3)
    await expect(desk.propose(school, requestId, offer.id)).rejects.toMatchObject({
      code: 'proposal.asked-already',
    })
    const again = await desk.post(school)
    await expect(desk.propose(school, again, offer.id)).rejects.toMatchObject({
      code: 'proposal.asked-lately',
    })
    desk.setNow('2026-12-03T09:00:00Z')
    await expect(desk.propose(school, again, offer.id)).resolves.toHaveLength(1)
    desk.setNow('2026-11-24T09:00:00Z')
  })

  test('not for a teacher of another branch', async () => {
    const { offer, requestId } = await asked(3)
    const stranger = await desk.school()
    const input = { requestId, offerIds: [offer.id], message: null }
    await expect(sendProposals(desk.wiring, stranger.actor, input)).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('saying yes', () => {
  test('books the group on its day and takes one place', async () => {
    const { offer, requestId, proposalId } = await asked(3)
    await viewProposal(desk.wiring, offer.actor, proposalId)
    await considerProposal(desk.wiring, offer.actor, proposalId)
    const [bookingId] = await acceptProposal(desk.wiring, offer.actor, yes(proposalId, ['2027-01-21']))
    expect((await desk.request(requestId)).state).toBe('booked')
    const slot = await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId: offer.id } })
    expect(slot).toMatchObject({ places: 3, taken: 1 })
    const booking = await desk.db.booking.findUniqueOrThrow({ where: { id: bookingId } })
    expect(booking).toMatchObject({ state: 'confirmed', startTime: '10:00', agreeBy: null })
  })

  test('to two of three groups leaves the third to others', async () => {
    const { offer, requestId, proposalId } = await asked(5, 3)
    await acceptProposal(desk.wiring, offer.actor, yes(proposalId, ['2027-01-21', '2027-01-22']))
    const request = await desk.request(requestId)
    // Nobody else is asked: the third stands on the waiting list.
    expect(request).toMatchObject({ state: 'waiting', waitingReason: 'declined' })
  })

  test('to all withdraws what other companies were asked', async () => {
    const school = await desk.school()
    const [a, b] = [await desk.offer(2), await desk.offer(2)]
    const requestId = await desk.post(school)
    const [first, second] = await desk.propose(school, requestId, a.id, b.id)
    await acceptProposal(desk.wiring, a.actor, yes(first as string, ['2027-01-21']))
    await expect(
      acceptProposal(desk.wiring, b.actor, yes(second as string, ['2027-01-22'])),
    ).rejects.toMatchObject({ code: 'proposal.is-withdrawn' })
    expect(await desk.db.booking.count({ where: { proposal: { requestId } } })).toBe(1)
  })

  test('twice, too late, for another company, or on a day that cannot be is refused and changes nothing', async () => {
    const { school, offer, requestId, proposalId } = await asked(3)
    const accept = (input: Parameters<typeof acceptProposal>[2]) =>
      acceptProposal(desk.wiring, offer.actor, input)
    await expect(accept(yes(proposalId, ['2026-11-23']))).rejects.toMatchObject({
      code: 'proposal.date-passed',
    })
    await expect(accept(yes(proposalId, ['2031-01-01']))).rejects.toMatchObject({
      code: 'proposal.date-too-far',
    })
    await expect(accept(yes(proposalId, []))).rejects.toMatchObject({ code: 'proposal.no-groups' })
    await expect(accept(yes(proposalId, ['2027-01-21', '2027-01-22']))).rejects.toMatchObject({
      code: 'proposal.too-many-groups',
    })
    // Places are for this school year only.
    await expect(accept(yes(proposalId, ['2027-09-21']))).rejects.toMatchObject({
      code: 'proposal.no-place-then',
    })
    const stranger = await desk.offer(1)
    await expect(
      acceptProposal(desk.wiring, stranger.actor, yes(proposalId, ['2027-01-21'])),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(
      acceptProposal(desk.wiring, school.actor, yes(proposalId, ['2027-01-21'])),
    ).rejects.toMatchObject({ kind: 'not-found' })
    expect((await desk.request(requestId)).state).toBe('proposed')
    expect(await desk.db.placeClaim.count({ where: { slot: { offerId: offer.id } } })).toBe(0)
    await accept(yes(proposalId, ['2027-01-21']))
    await expect(accept(yes(proposalId, ['2027-01-21']))).rejects.toMatchObject({
      code: 'proposal.is-accepted',
    })
  })

  test('a hundred at once for five places: exactly five, the others hear it', async () => {
    const offer = await desk.offer(5)
    const proposals = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const school = await desk.school()
        const requestId = await desk.post(school)
        const [id] = await desk.propose(school, requestId, offer.id)
        return id as string
      }),
    )
    const answers = await Promise.allSettled(
      proposals.map((id) => acceptProposal(desk.wiring, offer.actor, yes(id, ['2027-01-21']))),
    )
    const refusals = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason.code] : []))
    expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(5)
    expect(new Set(refusals)).toEqual(new Set(['proposal.no-place-then']))
    const slot = await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId: offer.id } })
    expect(slot).toMatchObject({ taken: 5 })
    expect(await desk.db.booking.count({ where: { claim: { slot: { offerId: offer.id } } } })).toBe(5)
  })
})

describe('saying no', () => {
  test('by the last one who is asked puts the request on the waiting list', async () => {
    const school = await desk.school()
    const [a, b] = [await desk.offer(2), await desk.offer(2)]
    const requestId = await desk.post(school)
    const [first, second] = await desk.propose(school, requestId, a.id, b.id)
    const no = { reason: 'no-time' as const, text: 'Tot maart zitten we vol.' }
    await declineProposal(desk.wiring, a.actor, { id: first as string, ...no })
    expect((await desk.request(requestId)).state).toBe('proposed')
    await declineProposal(desk.wiring, b.actor, { id: second as string, ...no })
    expect(await desk.request(requestId)).toMatchObject({ state: 'waiting', waitingReason: 'declined' })
    await expect(
      declineProposal(desk.wiring, b.actor, { id: second as string, ...no }),
    ).rejects.toMatchObject({ code: 'proposal.is-declined' })
  })

  test('by silence expires after the last day, once', async () => {
    const { offer, requestId, proposalId } = await asked(2)
    desk.setNow('2026-12-08T22:00:00Z')
    await expireProposals(desk.wiring)
    expect((await desk.request(requestId)).state).toBe('proposed')
    desk.setNow('2026-12-09T09:00:00Z')
    expect(await expireProposals(desk.wiring)).toBeGreaterThan(0)
    expect(await expireProposals(desk.wiring)).toBe(0)
    expect(await desk.request(requestId)).toMatchObject({ state: 'waiting', waitingReason: 'unanswered' })
    await expect(
      acceptProposal(desk.wiring, offer.actor, yes(proposalId, ['2027-01-21'])),
    ).rejects.toMatchObject({ code: 'proposal.is-expired' })
    desk.setNow('2026-11-24T09:00:00Z')
  })

  test('by the school itself takes the question back', async () => {
    const { school, requestId, proposalId } = await asked(2)
    await withdrawProposal(desk.wiring, school.actor, proposalId)
    expect((await desk.request(requestId)).state).toBe('open')
  })
})

describe('a request', () => {
  test('can be changed until somebody else changed it', async () => {
    const school = await desk.school()
    const id = await desk.post(school)
    const change = (version: number, groups: number) =>
      changeRequest(desk.wiring, school.actor, { id, version, groups, need: { ...NEED, groupSize: 20 } })
    await change(1, 3)
    expect((await desk.request(id)).groups).toHaveLength(3)
    await expect(change(1, 1)).rejects.toMatchObject({ code: 'request.changed-meanwhile' })
    await change(2, 1)
    expect((await desk.request(id)).groups.filter((g) => g.droppedAt === null)).toHaveLength(1)
  })

  test('goes on the waiting list when asked, and off it', async () => {
    const school = await desk.school()
    await desk.offer(2)
    const id = await desk.post(school)
    expect(await askWaitingList(desk.wiring, school.actor, { id, wait: true })).toBe('waiting')
    expect(await askWaitingList(desk.wiring, school.actor, { id, wait: true })).toBe('waiting')
    expect(await askWaitingList(desk.wiring, school.actor, { id, wait: false })).toBe('open')
  })

  test('withdrawn, takes its questions back; a group with a booking keeps it', async () => {
    const { school, offer, requestId, proposalId } = await asked(5, 2)
    await acceptProposal(desk.wiring, offer.actor, yes(proposalId, ['2027-01-21']))
    expect(await withdrawRequest(desk.wiring, school.actor, requestId)).toBe('booked')
    const other = await asked(5)
    expect(await withdrawRequest(desk.wiring, other.school.actor, other.requestId)).toBe('withdrawn')
    expect((await desk.request(other.requestId)).proposals[0]?.state).toBe('withdrawn')
    await expect(withdrawRequest(desk.wiring, other.school.actor, other.requestId)).rejects.toMatchObject({
      code: 'request.is-withdrawn',
    })
  })
})

describe('a booking', () => {
  async function booked(options: readonly string[] = []) {
    const all = await asked(3)
    const [id] = await acceptProposal(desk.wiring, all.offer.actor, {
      id: all.proposalId,
      groups: [options.length > 0 ? { date: null, startTime: null } : on('2027-01-21')],
      dateOptions: options,
      text: null,
    })
    return { ...all, id: id as string }
  }

  test('without a date: the school chooses one of the days of the company', async () => {
    const { school, id } = await booked(['2027-02-02', '2027-02-04'])
    const choose = (date: string) => setDate(desk.wiring, school.actor, { id, date, startTime: null })
    await expect(choose('2027-02-03')).rejects.toMatchObject({ code: 'booking.not-an-option' })
    await choose('2027-02-04')
    expect(await desk.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dateOptions: [],
      moves: 1,
    })
  })

  test('cancelled by the company waits again; cancelled by the school is over; the place is free', async () => {
    const one = await booked()
    await cancelBooking(desk.wiring, one.offer.actor, { id: one.id, reason: 'illness', text: null })
    expect(await desk.request(one.requestId)).toMatchObject({ state: 'waiting', waitingReason: 'declined' })
    expect((await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId: one.offer.id } })).taken).toBe(0)
    const two = await booked()
    await cancelBooking(desk.wiring, two.school.actor, { id: two.id, reason: 'timetable', text: null })
    expect((await desk.request(two.requestId)).state).toBe('withdrawn')
    await expect(
      cancelBooking(desk.wiring, two.school.actor, { id: two.id, reason: 'timetable', text: null }),
    ).rejects.toMatchObject({ code: 'booking.is-cancelled' })
  })

  test('is done after its day, with the number of pupils', async () => {
    const { school, requestId, id } = await booked()
    const finish = () => finishBooking(desk.wiring, school.actor, { id, took: true, pupils: 24 })
    await expect(finish()).rejects.toMatchObject({ code: 'booking.not-yet' })
    desk.setNow('2027-01-22T09:00:00Z')
    await finish()
    expect((await desk.request(requestId)).state).toBe('done')
    desk.setNow('2026-11-24T09:00:00Z')
  })

  test('of others is not there', async () => {
    const { id } = await booked()
    const stranger = await desk.school()
    for (const act of [
      () => cancelBooking(desk.wiring, stranger.actor, { id, reason: 'other', text: null }),
      () => setDate(desk.wiring, stranger.actor, { id, date: '2027-02-02', startTime: null }),
      () => finishBooking(desk.wiring, stranger.actor, { id, took: true, pupils: 1 }),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: 'not-found' })
    }
  })
})
