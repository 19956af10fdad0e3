/** A project takes one place, however many classes take part: asked, accepted, waited for and given by a round. */
import { beforeAll, expect, test } from 'vitest'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { changeRequest } from '~/features/requests/use-cases/change-request.server'
import type { RegionId } from '~/kernel/ids'
import { type Desk, NEED, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

const PROJECT = { kinds: ['co-development'] as const }
const taken = async (offerId: string) =>
  (await desk.db.capacitySlot.findFirstOrThrow({ where: { offerId } })).taken
const live = async (requestId: string) =>
  (await desk.request(requestId)).groups.filter(({ droppedAt }) => droppedAt === null).length

test('three classes ask for a project: one group, one place of two; the round gives the other one', async () => {
  const offer = await desk.offer(2, { kind: 'co_development' })
  const school = await desk.school()
  const id = await desk.post(school, PROJECT, 3)
  expect(await desk.request(id)).toMatchObject({ classes: 3, groups: [{ number: 1 }] })
  const [proposalId = ''] = await desk.propose(school, id, offer.id)
  const twice = { date: null, startTime: null }
  const yes = { id: proposalId, dateOptions: [], text: null }
  await expect(
    acceptProposal(desk.wiring, offer.actor, { ...yes, groups: [twice, twice] }),
  ).rejects.toMatchObject({ code: 'proposal.too-many-groups' })
  await acceptProposal(desk.wiring, offer.actor, { ...yes, groups: [twice] })
  expect(await taken(offer.id)).toBe(1)
  expect((await desk.request(id)).state).toBe('booked')

  const waiting = await desk.school()
  const second = await desk.post(waiting, PROJECT, 4)
  await askWaitingList(desk.wiring, waiting.actor, { id: second, wait: true })
  const roundId = await previewRound(desk.wiring, desk.coordinator, {
    regionIds: [desk.regionId as RegionId],
  })
  expect(await publishRound(desk.wiring, desk.coordinator, roundId)).toMatchObject({ holds: 1 })
  const hold = await desk.db.hold.findFirstOrThrow({ where: { claim: { group: { requestId: second } } } })
  await answerHold(desk.wiring, waiting.actor, { id: hold.id, yes: true })
  expect(await taken(offer.id)).toBe(2)
  expect((await desk.request(second)).state).toBe('booked')
})

test('who asked for lessons and changes it into a project has one group, and three again after a change back', async () => {
  const school = await desk.school()
  const id = await desk.post(school, {}, 3)
  expect(await live(id)).toBe(3)
  await changeRequest(desk.wiring, school.actor, {
    ...{ id, version: 1, groups: 3 },
    need: { ...NEED, ...PROJECT },
  })
  expect(await live(id)).toBe(1)
  expect((await desk.request(id)).classes).toBe(3)
  await changeRequest(desk.wiring, school.actor, { id, version: 2, groups: 3, need: NEED })
  expect(await live(id)).toBe(3)
  expect((await desk.request(id)).classes).toBeNull()
})

test('a request that names a project beside lessons is asked and answered for one place of the project', async () => {
  const offer = await desk.offer(3, { kind: 'co_development' })
  const school = await desk.school()
  const id = await desk.post(school, { kinds: ['guest-lesson', 'co-development'] }, 3)
  await desk.propose(school, id, offer.id)
  const [proposal] = (await desk.request(id)).proposals
  expect(proposal?.groupsAsked).toBe(1)
})
