/** What needs somebody now: read from the rows that the desk's own use cases wrote. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskPage } from '~/features/desk/queries/desk-page.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { declineProposal } from '~/features/proposals/use-cases/answer-proposal.server'
import { makeActor } from '../factories/actor'
import { makeHold } from '../factories/hold'
import { makeUser } from '../factories/user'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
const pageOf = (actor: Parameters<typeof deskPage>[1], of: string | null = null) =>
  deskPage(desk.wiring, actor, of)
const kindsOf = ({ needs }: Awaited<ReturnType<typeof pageOf>>) => needs.map(({ kind }) => kind)

test('a question goes from the company to the school and back, and each side sees its turn', async () => {
  const company = await desk.offer(3, { title: 'Robots in de klas' })
  const school = await desk.school()
  expect((await pageOf(school.actor)).figures).toMatchObject({ running: 0, everAsked: false })
  const id = await desk.post(school, {}, 2)
  expect((await pageOf(school.actor)).needs).toMatchObject([{ kind: 'ask-somebody', id }])
  const [proposal = ''] = await desk.propose(school, id, company.id)
  expect(kindsOf(await pageOf(school.actor))).toEqual([])
  expect((await pageOf(company.actor)).needs).toMatchObject([
    { kind: 'question', id: proposal, dueOn: '2026-12-08', count: 2 },
  ])
  await acceptProposal(desk.wiring, company.actor, {
    id: proposal,
    groups: [
      { date: '2027-01-21', startTime: '10:00' },
      { date: null, startTime: null },
    ],
    dateOptions: ['2027-01-26', '2027-01-28'],
    text: null,
  })
  const after = await pageOf(school.actor)
  expect(after.needs).toMatchObject([{ kind: 'choose-day', title: 'Robots in de klas', count: 2 }])
  expect(after.agenda).toMatchObject([{ date: '2027-01-21', startTime: '10:00', side: 'school' }])
  const ofCompany = await pageOf(company.actor)
  expect(kindsOf(ofCompany)).toEqual(['full'])
  expect(ofCompany.agenda).toMatchObject([{ date: '2027-01-21', side: 'company' }])
})

test('a no, a kept place and a colleague who asks stand by their deadline', async () => {
  const [one, two] = [await desk.offer(3), await desk.offer(3)]
  const school = await desk.school()
  const id = await desk.post(school)
  const [proposal = ''] = await desk.propose(school, id, one.id)
  await declineProposal(desk.wiring, one.actor, { id: proposal, reason: 'no-time', text: null })
  const { holdId } = await makeHold(desk.db, { branchId: school.branchId, offerId: two.id })
  await desk.db.hold.update({ where: { id: holdId }, data: { expiresOn: new Date('2026-11-24') } })
  const asking = await makeUser(desk.db)
  await desk.db.schoolJoinRequest.create({
    data: { userId: asking.id, branchId: school.branchId, askedAt: new Date('2026-11-20T09:00:00Z') },
  })
  const page = await pageOf(school.actor)
  expect(kindsOf(page)).toEqual(['hold', 'answered', 'member'])
  expect(page.urgent).toBe(1)
})

test('somebody of a school and a company sees both, looks at one, and never at that of others', async () => {
  const [company, school, other] = [await desk.offer(3), await desk.school(), await desk.school()]
  const organisationId = [...company.actor.organisations.keys()][0] ?? ''
  const both = makeActor({
    userId: school.actor.userId,
    schools: { [school.branchId]: 'lead' },
    organisations: { [organisationId]: 'owner' },
  })
  const id = await desk.post(school)
  await desk.propose(school, id, company.id)
  await desk.post(school, { title: 'Nog een' })
  expect(kindsOf(await pageOf(both))).toEqual(['question', 'ask-somebody'])
  expect((await pageOf(both)).belongings.map(({ side }) => side)).toEqual(['school', 'company'])
  expect(kindsOf(await pageOf(both, school.branchId))).toEqual(['ask-somebody'])
  await expect(pageOf(both, other.branchId)).rejects.toMatchObject({ kind: 'not-found' })
  const viewer = makeActor({ organisations: { [organisationId]: 'viewer' } })
  expect((await pageOf(viewer)).needs).toEqual([])
})
