/** A project from its booking to lesson material that is found, and the turns where the database decides. */
import { beforeAll, expect, test } from 'vitest'
import { calendarFeed } from '~/features/bookings/queries/booking-calendar.server'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { lapseBookings } from '~/features/bookings/use-cases/lapse-bookings.server'
import { offerDocuments } from '~/features/finder/queries/offer-documents.server'
import { sweepFiles } from '~/features/media/use-cases/sweep-files.server'
import { moveOffer } from '~/features/offers/use-cases/move-offer.server'
import { meetingsOfFeed } from '~/features/projects/queries/meeting-entries.server'
import { projectPage } from '~/features/projects/queries/project-page.server'
import { addVersion } from '~/features/projects/use-cases/add-version.server'
import { agreeLicence, chooseLicence } from '~/features/projects/use-cases/agree-licence.server'
import { answerInvitation } from '~/features/projects/use-cases/answer-invitation.server'
import { beginProject } from '~/features/projects/use-cases/begin-project.server'
import { describeProject } from '~/features/projects/use-cases/describe-project.server'
import { draftResult } from '~/features/projects/use-cases/draft-result.server'
import { followResult } from '~/features/projects/use-cases/follow-result.server'
import { inviteMember } from '~/features/projects/use-cases/invite-member.server'
import { keepMeeting } from '~/features/projects/use-cases/keep-meeting.server'
import { leaveProject } from '~/features/projects/use-cases/leave-project.server'
import { moveProject, stopWithBooking } from '~/features/projects/use-cases/move-project.server'
import { tellOfFiles } from '~/features/projects/use-cases/tell-of-files.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const PDF = new TextEncoder().encode('%PDF-1.4 opzet')

async function begun() {
  desk.setNow('2026-11-24T09:00:00Z')
  const offer = await desk.offer(2, { kind: 'co_development' })
  const school = await desk.school()
  const requestId = await desk.post(school, { kinds: ['co-development'] }, 2)
  const [proposal = ''] = await desk.propose(school, requestId, offer.id)
  const group = { date: null, startTime: null }
  const yes = { id: proposal, groups: [group], dateOptions: [], text: null }
  const [bookingId = ''] = await acceptProposal(desk.wiring, offer.actor, yes)
  // Begun by the program and by both sides at once: one.
  const ids = await Promise.all(
    [desk.system, school.actor, offer.actor].map((actor) => beginProject(desk.wiring, actor, bookingId)),
  )
  const [id] = ids
  if (!id) throw new Error('no project')
  expect(new Set(ids).size).toBe(1)
  return { id, school, company: offer.actor, offerId: offer.id, bookingId, requestId }
}

const page = (actor: Parameters<typeof projectPage>[1], id: string) =>
  projectPage(desk.wiring, actor, { id, now: desk.wiring.clock.now() })
const share = (actor: Desk['coordinator'], projectId: string, of: { fileId: string } | { title: string }) =>
  addVersion(desk.wiring, actor, { projectId, content: PDF, name: 'opzet.pdf', of, note: null })

test('from a booking to lesson material with all names', async () => {
  const { id, school, company } = await begun()
  const { wiring } = desk
  const second = await desk.school()
  await expect(page(second.actor, id)).rejects.toMatchObject({ kind: 'not-found' })
  await inviteMember(wiring, company, { id, branchId: second.branchId })
  await expect(inviteMember(wiring, school.actor, { id, branchId: second.branchId })).rejects.toMatchObject({
    code: 'project.member-invited',
  })
  const memberId = (await page(second.actor, id)).ownId ?? ''
  expect((await page(second.actor, id)).side).toBe('invited')
  await answerInvitation(wiring, second.actor, { id, memberId, yes: true })
  expect((await page(desk.coordinator, id)).side).toBe('outline')

  await expect(moveProject(wiring, company, { id, move: 'start' })).rejects.toMatchObject({
    code: 'project.start-lacks-results',
  })
  const plan = { title: 'Meten', goal: 'Leren meten', results: 'Twee lessen met een proef' }
  await describeProject(wiring, school.actor, { id, ...plan, startsOn: '2026-12-01', endsOn: null })
  await moveProject(wiring, company, { id, move: 'start' })

  desk.setNow('2026-11-24T10:00:00Z')
  await share(school.actor, id, { title: 'Werkblad' })
  const fileId = (await page(company, id)).files[0]?.id ?? ''
  await share(company, id, { fileId })
  const [file] = (await page(second.actor, id)).files
  expect(file?.versions.map(({ number }) => number)).toEqual([2, 1])
  desk.setNow('2026-11-25T14:20:00Z')
  expect([await tellOfFiles(wiring), await tellOfFiles(wiring)]).toEqual([1, 0])

  await chooseLicence(wiring, company, { id, licence: 'cc-by-4.0' })
  await agreeLicence(wiring, school.actor, { id, round: 1 })
  await chooseLicence(wiring, school.actor, { id, licence: 'cc-by-sa-4.0' })
  await expect(agreeLicence(wiring, company, { id, round: 1 })).rejects.toMatchObject({
    code: 'project.other-licence',
  })
  await agreeLicence(wiring, company, { id, round: 2 })
  await moveProject(wiring, school.actor, { id, move: 'finish' })
  const draft = {
    ...{ id, organisationId: [...company.organisations.keys()][0] ?? '', title: 'Meten aan de lasrobot' },
    ...{ summary: 'Twee lessen over meten.', description: 'Leerlingen meten.' },
    versionIds: [file?.versions[0]?.id ?? ''],
  }
  await expect(draftResult(wiring, company, draft)).rejects.toMatchObject({ code: 'project.not-all-agreed' })
  await agreeLicence(wiring, second.actor, { id, round: 2 })
  await expect(draftResult(wiring, school.actor, draft)).rejects.toMatchObject({ kind: 'not-found' })
  const offerId = await draftResult(wiring, company, draft)
  await expect(leaveProject(wiring, second.actor, { id, memberId })).rejects.toMatchObject({
    code: 'project.closed',
  })
  await moveOffer(wiring, company, { id: offerId, move: 'publish' })
  await followResult(wiring, offerId)
  await followResult(wiring, offerId)
  const after = await page(school.actor, id)
  expect([after.state, after.next]).toEqual(['published', 'see-result'])
  expect(after.moments.filter(({ type }) => type === 'ProjectPublished')).toHaveLength(1)
  const [document] = await offerDocuments(desk.db, { ids: [offerId] }, wiring.clock.now())
  expect(document?.together).toEqual({
    licence: 'cc-by-sa-4.0',
    names: [...after.members]
      .sort((a, b) => Number(a.slug === null) - Number(b.slug === null))
      .map(({ name }) => name),
  })
  // What a project names stays when old content is swept away.
  desk.setNow('2027-01-25T14:20:00Z')
  await sweepFiles(wiring)
  const version = await desk.db.projectFileVersion.findFirstOrThrow({ where: { fileId } })
  expect(await wiring.attachments.read(version.key)).not.toBeNull()
})

test('a meeting stands in the calendar of its members, moved and cancelled with its sequence', async () => {
  const { id, school, company } = await begun()
  const plan = {
    ...{ title: 'Eerste overleg', date: '2026-12-03', startTime: '15:30', durationMinutes: 60 },
    ...{ place: 'Lokaal 12', onlineUrl: null, agenda: '' },
  }
  await keepMeeting(desk.wiring, school.actor, { projectId: id, id: null, plan, notes: '' })
  const meeting = (await page(company, id)).meetings[0]?.id ?? ''
  const keep = (over: object, notes = '') =>
    keepMeeting(desk.wiring, company, { projectId: id, id: meeting, plan: { ...plan, ...over }, notes })
  await keep({}, 'Wij beginnen met de proef.')
  await keep({ startTime: '16:00' })
  const feed = { userId: school.actor.userId, tokenHash: `feed ${id}`, createdAt: desk.wiring.clock.now() }
  await desk.db.calendarFeed.create({ data: feed })
  const needs = { db: desk.db, clock: desk.wiring.clock, pageOf: (of: string) => `https://x/${of}` }
  const read = async () => {
    const more = await meetingsOfFeed(needs, feed.tokenHash)
    return calendarFeed({ ...needs, organizer: 'a@b.example' }, { tokenHash: feed.tokenHash, more })
  }
  const file = await read()
  expect(file).toContain(`UID:meeting-${meeting}@schakel`)
  expect(file).toContain('SEQUENCE:1')
  expect(file).toContain('DTSTART:20261203T150000Z')
  await moveProject(desk.wiring, company, { id, move: 'stop', reason: 'no-time', text: null })
  expect(await read()).toContain('STATUS:CANCELLED')
  expect((await page(school.actor, id)).meetings[0]).toMatchObject({ sequence: 2, isCancelled: true })
})

test('it stops when its only school leaves, or its booking is cancelled; without a day its booking does not lapse', async () => {
  const one = await begun()
  const memberId = (await page(one.school.actor, one.id)).ownId ?? ''
  await leaveProject(desk.wiring, one.school.actor, { id: one.id, memberId })
  expect(await page(one.company, one.id)).toMatchObject({ state: 'stopped', stopReason: 'member-left' })
  await expect(page(one.school.actor, one.id)).rejects.toMatchObject({ kind: 'not-found' })

  const other = await begun()
  desk.setNow('2027-03-01T09:00:00Z')
  await lapseBookings(desk.wiring)
  const booking = await desk.db.booking.findUniqueOrThrow({ where: { id: other.bookingId } })
  expect(booking.state).toBe('confirmed')
  await cancelBooking(desk.wiring, other.company, { id: other.bookingId, reason: 'other', text: null })
  await stopWithBooking(desk.wiring, other.bookingId)
  expect(await page(other.school.actor, other.id)).toMatchObject({ stopReason: 'booking-cancelled' })
})
