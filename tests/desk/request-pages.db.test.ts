/** What the pages about requests read: one request, the list, the ranked offers, the requests nearby, the inbox's figures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { fittingOffers } from '~/features/matchmaking/queries/fitting-offers.server'
import { offersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import { requestsNearby } from '~/features/matchmaking/queries/requests-nearby.server'
import { inbox } from '~/features/proposals/queries/inbox.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { declineProposal } from '~/features/proposals/use-cases/answer-proposal.server'
import { myRequests } from '~/features/requests/queries/my-requests.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { expireRequests } from '~/features/requests/use-cases/expire-requests.server'
import type { RegionId } from '~/kernel/ids'
import { makeActor } from '../factories/actor'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
const now = () => desk.wiring.clock.now()
const pageOf = (school: Awaited<ReturnType<Desk['school']>>, id: string) =>
  requestPage(desk.db, school.actor, now(), id)

describe('the page of a request', () => {
  test('says what each group has, whom the school asked, and where it would wait', async () => {
    const company = await desk.offer(3)
    const school = await desk.school()
    const id = await desk.post(school, {}, 2)
    const [proposal = ''] = await desk.propose(school, id, company.id)
    await acceptProposal(desk.wiring, company.actor, {
      id: proposal,
      groups: [{ date: '2027-01-21', startTime: '10:00' }],
      dateOptions: [],
      text: 'Tot dan',
    })
    const page = await pageOf(school, id)
    expect(page).toMatchObject({ placed: 1, unplaced: 1, isRunning: true, mayEdit: true })
    expect(page.groups.map((group) => group.standing)).toEqual(['booked', 'none'])
    expect(page.groups[0]).toMatchObject({ on: '2027-01-21', holdId: null })
    expect(page.proposals).toMatchObject([{ id: proposal, state: 'accepted', answerText: 'Tot dan' }])
    expect(page.waiting).toMatchObject({ place: expect.any(Number) })
  })

  test('names the request by which a company was asked this week, and no longer after it', async () => {
    const company = await desk.offer(3)
    const school = await desk.school()
    const first = await desk.post(school, { title: 'Eerst dit' })
    await desk.propose(school, first, company.id)
    const second = await desk.post(school)
    const asked = [{ requestId: first, title: 'Eerst dit', organisationId: expect.any(String) }]
    expect((await pageOf(school, second)).askedLately).toEqual(asked)
    expect((await pageOf(school, first)).askedLately).toEqual([])
    desk.setNow('2026-12-02T09:00:00Z')
    expect((await pageOf(school, second)).askedLately).toEqual([])
    desk.setNow('2026-11-24T09:00:00Z')
  })

  test('of another school, unknown, or no id at all: not there', async () => {
    const [school, other] = [await desk.school(), await desk.school()]
    const id = await desk.post(school)
    for (const asked of [id, '00000000-0000-4000-8000-000000000000', 'x'])
      await expect(requestPage(desk.db, other.actor, now(), asked)).rejects.toMatchObject({
        kind: 'not-found',
      })
    expect((await requestPage(desk.db, desk.coordinator, now(), id)).mayEdit).toBe(false)
  })
})

describe('my requests', () => {
  test('are those of the own school, what asks for something first', async () => {
    const company = await desk.offer(1)
    const school = await desk.school()
    const asked = await desk.post(school, { title: 'Gevraagd' })
    await desk.propose(school, asked, company.id)
    const open = await desk.post(school, { title: 'Open' })
    const list = await myRequests(desk.db, school.actor, '2026-11-24', 1)
    expect(list?.rows.map(({ id, action }) => ({ id, action }))).toEqual([
      { id: open, action: 'choose' },
      { id: asked, action: 'await' },
    ])
    expect(await myRequests(desk.db, makeActor(), '2026-11-24', 1)).toBeNull()
    expect((await myRequests(desk.db, school.actor, '2026-11-24', 9))?.rows).toEqual([])
  })
})

describe('offers', () => {
  test('for a request stand in the order of their score, the one that it began at first', async () => {
    const near = await desk.offer(3)
    const far = await desk.offer(3, { lat: 52.22, lng: 6.89, topicIds: ['robotica'] })
    const school = await desk.school()
    const page = await pageOf(school, await desk.post(school))
    const asked = { ...page, groups: 1, first: null, page: 1 }
    const rows = (await offersForRequest(desk.wiring, now(), asked))?.rows ?? []
    const ids = rows.map((row) => row.id)
    expect(ids.indexOf(near.id)).toBeLessThan(ids.indexOf(far.id))
    expect(rows.map((row) => row.score)).toEqual([...rows.map((row) => row.score)].sort((a, b) => b - a))
    const began = await offersForRequest(desk.wiring, now(), { ...asked, first: far.id })
    expect(began?.rows[0]?.id).toBe(far.id)
  })

  test('that fit what is answered so far never become fewer by a longer way', async () => {
    const school = await desk.school()
    const fitting = await fittingOffers(desk.wiring, now(), {
      typed: { kind: ['guest-lesson'], topic: ['robotica'], year: ['vmbo-3'], groupSize: ['25'] },
      branchId: school.branchId,
      levels: [{ level: 'vmbo', years: [1, 2, 3, 4], tracks: [] }],
      topics: await desk.db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } }),
      period: null,
    })
    const counts = fitting?.byKm.map(({ count }) => count) ?? []
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(fitting?.count).toBeGreaterThan(0)
  })
})

describe('a pair', () => {
  test('has one score on the page of the request, among those nearby, and in a round', async () => {
    const about = { title: 'Vonken van de slijptol', summary: 'Slijpen en slijptollen.', topicIds: ['food'] }
    const company = await desk.offer(3, { ...about, levels: [{ level: 'pro', years: [2] }] })
    const school = await desk.school()
    // No topic in common: only its words say that the offer is meant.
    const words = { title: 'Vonken van een slijptol', text: 'Slijpen met een slijptol.' }
    // The class had this lesson two weeks ago, which counts against having it again.
    const earlier = await desk.post(school, { ...words, level: 'pro', years: [2] })
    const [proposal = ''] = await desk.propose(school, earlier, company.id)
    const groups = [{ date: '2026-11-26', startTime: '10:00' }]
    await acceptProposal(desk.wiring, company.actor, {
      id: proposal,
      groups,
      dateOptions: [],
      text: 'Tot dan',
    })
    desk.setNow('2026-12-08T09:00:00Z')
    const id = await desk.post(school, { ...words, level: 'pro', years: [2] })
    const page = await pageOf(school, id)
    const asked = { ...page, groups: 1, first: null, page: 1 }
    const rows = (await offersForRequest(desk.wiring, now(), asked))?.rows
    const row = rows?.find((one) => one.id === company.id)
    const score = row?.score
    expect(row?.reasons).toContainEqual({ about: 'variety', fits: false })
    expect((await requestsNearby(desk.wiring, company.actor, now())).shown.map((one) => one.id)).toContain(id)
    await askWaitingList(desk.wiring, school.actor, { id, wait: true })
    const regionIds = [desk.regionId as RegionId]
    const roundId = await previewRound(desk.wiring, desk.coordinator, { regionIds })
    const groupId = (await desk.request(id)).groups[0]?.id ?? ''
    expect(
      await desk.db.clearingAssignment.findUniqueOrThrow({
        where: { roundId_groupId: { roundId, groupId } },
      }),
    ).toMatchObject({ offerId: company.id, score })
    desk.setNow('2026-11-24T09:00:00Z')
  })
})

describe('a company', () => {
  test('hears of requests nearby that nobody asked it, not of those that it was asked', async () => {
    const company = await desk.offer(3)
    const school = await desk.school()
    const [asked, open] = [await desk.post(school), await desk.post(school)]
    await desk.propose(school, asked, company.id)
    const nearby = await requestsNearby(desk.wiring, company.actor, now())
    expect(nearby.shown.map(({ id }) => id)).not.toContain(asked)
    expect(nearby.count).toBeGreaterThan(0)
    expect(open).toBeTruthy()
  })

  test('reads how often and how fast it answered; what is in its time counts for neither', async () => {
    const company = await desk.offer(9)
    const ask = async () => {
      const school = await desk.school()
      return (await desk.propose(school, await desk.post(school), company.id))[0] ?? ''
    }
    const [answered] = [await ask(), await ask()]
    desk.setNow('2026-11-26T09:00:00Z')
    await declineProposal(desk.wiring, company.actor, { id: answered, reason: 'no-time', text: null })
    const read = () => inbox(desk.wiring, company.actor, { filter: 'open', page: 1 })
    expect((await read()).responsiveness).toEqual({ asked: 1, answered: 1, medianDays: 2 })
    desk.setNow('2026-12-20T09:00:00Z')
    expect((await read()).responsiveness).toEqual({ asked: 2, answered: 1, medianDays: 2 })
    desk.setNow('2026-11-24T09:00:00Z')
  })
})

test('a request whose period has passed expires, one that waits without a period does not', async () => {
  const school = await desk.school()
  await desk.offer(1)
  const dated = await desk.post(school, { period: { from: '2026-12-01', until: '2026-12-10' } })
  const open = await desk.post(school)
  desk.setNow('2026-12-11T09:00:00Z')
  await expireRequests(desk.wiring)
  expect((await desk.request(dated)).state).toBe('expired')
  expect((await desk.request(open)).state).not.toBe('expired')
  desk.setNow('2026-11-24T09:00:00Z')
})
