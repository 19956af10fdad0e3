import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardPage } from '~/features/clearing/queries/board-page.server'
import { followUpOfRequest } from '~/features/follow-ups/queries/follow-up-of-request.server'
import { planFollowUp } from '~/features/follow-ups/use-cases/plan-follow-up.server'
import { removeNote, writeNote } from '~/features/follow-ups/use-cases/write-note.server'
import { mailAskedForSchool, mailNotHelped } from '~/features/proposals/reactions/mail-proposals.server'
import { declineProposal } from '~/features/proposals/use-cases/answer-proposal.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { makeActor } from '../factories/actor'
import { makeCoordinator } from '../factories/user'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const planned = (requestId: string, ownerId: string | null, dueOn: string | null, actor = desk.coordinator) =>
  planFollowUp(desk.wiring, actor, { requestId, plan: { ownerId, dueOn } })
const read = (requestId: string, actor = desk.coordinator) => followUpOfRequest(desk.db, actor, requestId)
const board = () => boardPage(desk.wiring, desk.coordinator, null)

/** Somebody who coordinates another region. */
async function stranger() {
  const region = await desk.db.region.findFirstOrThrow({ where: { id: { not: desk.regionId } } })
  const user = await makeCoordinator(desk.db, region.id)
  return makeActor({ userId: user.id, regions: [region.id] })
}

test('what is planned stands on the board, the first day first, until it is done', async () => {
  const school = await desk.school()
  const [later, sooner] = [await desk.post(school), await desk.post(school)]
  const before = (await board()).urgent
  await planned(later, desk.coordinator.userId, '2026-12-01')
  await planned(sooner, null, '2026-11-24')
  await writeNote(desk.wiring, desk.coordinator, {
    requestId: sooner,
    noteId: randomUUID(),
    text: 'Belt terug.',
  })

  const { followUps, urgent } = await board()
  expect(followUps.cards.map(({ requestId }) => requestId)).toEqual([sooner, later])
  expect(followUps.cards[0]).toMatchObject({ dueOn: '2026-11-24', note: 'Belt terug.', ownerName: null })
  expect(followUps.total).toBe(2)
  // Today is due, next week is not.
  expect(urgent).toBe(before + 1)
  expect(await read(later)).toMatchObject({ ownerId: desk.coordinator.userId, dueOn: '2026-12-01' })

  await planned(sooner, null, null)
  await planned(later, null, null)
  expect((await board()).followUps).toMatchObject({ cards: [], total: 0 })
  expect(await read(later)).toMatchObject({ ownerId: null, dueOn: null })
})

test('a day that has passed, one too far away and an owner of elsewhere change nothing', async () => {
  const id = await desk.post(await desk.school())
  await planned(id, desk.coordinator.userId, '2026-11-30')
  const other = await stranger()
  await expect(planned(id, null, '2026-11-23')).rejects.toMatchObject({ code: 'follow-up.day-passed' })
  await expect(planned(id, null, '2028-11-23')).rejects.toMatchObject({ code: 'follow-up.day-too-far' })
  await expect(planned(id, other.userId, null)).rejects.toMatchObject({ code: 'follow-up.owner-unknown' })
  expect(await read(id)).toMatchObject({ ownerId: desk.coordinator.userId, dueOn: '2026-11-30' })
  expect((await read(id)).owners.map((owner) => owner.id)).toEqual([desk.coordinator.userId])
})

test('a note is written once, and taken away only by who wrote it', async () => {
  const id = await desk.post(await desk.school())
  const colleague = await makeCoordinator(desk.db, desk.regionId)
  const other = makeActor({ userId: colleague.id, regions: [desk.regionId] })
  const note = { requestId: id, noteId: randomUUID(), text: 'De school belt na de vakantie.' }
  await writeNote(desk.wiring, desk.coordinator, note)
  await writeNote(desk.wiring, desk.coordinator, { ...note, text: 'Een tweede klik.' })
  expect((await read(id)).notes).toMatchObject([{ text: note.text, on: '2026-11-24', isOwn: true }])
  expect((await read(id, other)).notes).toMatchObject([{ text: note.text, isOwn: false }])

  await expect(removeNote(desk.wiring, other, note)).rejects.toMatchObject({ kind: 'not-found' })
  await removeNote(desk.wiring, desk.coordinator, note)
  expect((await read(id)).notes).toEqual([])
  await expect(removeNote(desk.wiring, desk.coordinator, note)).rejects.toMatchObject({ kind: 'not-found' })
})

test('a coordinator asks companies for the school, which is told whom; the school is answered as if it had asked', async () => {
  const school = await desk.school()
  await desk.db.user.update({
    where: { id: school.actor.userId },
    data: { emailVerifiedAt: new Date('2026-11-01T09:00:00Z') },
  })
  const id = await desk.post(school)
  const offer = await desk.offer(2)
  const ask = (actor = desk.coordinator) =>
    sendProposals(desk.wiring, actor, { requestId: id, offerIds: [offer.id], message: null })
  await expect(ask(await stranger())).rejects.toMatchObject({ kind: 'not-found' })
  expect((await desk.request(id)).proposals).toEqual([])

  const [proposalId = ''] = await ask()
  expect((await desk.request(id)).proposals).toMatchObject([{ sentById: desk.coordinator.userId }])
  const event = await desk.db.outboxEvent.findFirstOrThrow({
    where: { type: 'AskedForSchool', subjectId: id },
  })
  const sent: OutgoingMail[] = []
  const mailer = { send: async (mail: OutgoingMail) => sent.push(mail) > 0 }
  const stored = event as unknown as StoredEvent
  await mailAskedForSchool({ ...desk.wiring, mailer }, stored)
  const asker = await desk.db.user.findUniqueOrThrow({ where: { id: school.actor.userId } })
  expect(sent.map(({ to }) => to)).toEqual([asker.email])
  expect(sent[0]?.content.text).toContain('coördinator van jullie regio')

  await declineProposal(desk.wiring, offer.actor, { id: proposalId, reason: 'period-full', text: null })
  sent.length = 0
  await mailNotHelped(
    { ...desk.wiring, mailer },
    { ...stored, type: 'ProposalDeclined', subjectId: proposalId },
  )
  expect(sent.map(({ to }) => to)).toEqual([asker.email])
})

test('for a coordinator of elsewhere, the school itself and a visitor it is not there', async () => {
  const school = await desk.school()
  const id = await desk.post(school)
  for (const actor of [await stranger(), school.actor]) {
    await expect(read(id, actor)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(planned(id, null, '2026-12-01', actor)).rejects.toMatchObject({ kind: 'not-found' })
    const note = { requestId: id, noteId: randomUUID(), text: 'x' }
    await expect(writeNote(desk.wiring, actor, note)).rejects.toMatchObject({ kind: 'not-found' })
  }
  await expect(followUpOfRequest(desk.db, { kind: 'anonymous' }, id)).rejects.toMatchObject({
    kind: 'unauthenticated',
  })
  await expect(read('unknown')).rejects.toMatchObject({ kind: 'not-found' })
  await expect(read(randomUUID())).rejects.toMatchObject({ kind: 'not-found' })
})
