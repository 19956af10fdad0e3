/** The page on which a company reads what schools around ask: what stands on it, in which order, and what does not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEARBY_PAGE_SIZE, type NearbyFilter } from '~/features/matchmaking/domain/nearby'
import { requestsNearbyPage } from '~/features/matchmaking/queries/requests-nearby-page.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { makeActor } from '../factories/actor'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

type Company = Awaited<ReturnType<Desk['offer']>>

const pageOf = ({ actor }: Pick<Company, 'actor'>, over: Partial<NearbyFilter> = {}) =>
  requestsNearbyPage(desk.wiring, actor, desk.wiring.clock.now(), {
    offer: null,
    km: '40',
    sort: 'best',
    page: 1,
    ...over,
  })
const rowsOf = ({ groups }: Awaited<ReturnType<typeof pageOf>>) => groups.flatMap(({ rows }) => rows)
const idsOf = (page: Awaited<ReturnType<typeof pageOf>>) => rowsOf(page).map(({ id }) => id)

/** A class that only offers of the test ask for. */
const only = (level: 'pro' | 'havo' | 'vwo', year: number) => ({
  asked: { level, years: [year] },
  offered: { levels: [{ level, years: [year] }] },
})

/** A school so far north of Almelo. */
async function schoolAt(km: number) {
  const school = await desk.school()
  await desk.db.schoolBranch.update({
    where: { id: school.branchId },
    data: { lat: 52.3567 + km / 111.2 },
  })
  return school
}

async function colleagueOffer({ id, actor }: Company, facts: Parameters<typeof makeOffer>[1]) {
  const { organisationId } = await desk.db.offer.findUniqueOrThrow({ where: { id } })
  const offer = await makeOffer(desk.db, { organisationId, sessionsPerYear: null, ...facts })
  await desk.db.capacitySlot.create({
    data: {
      offerId: offer.id,
      startsOn: new Date('2026-08-01'),
      endsOn: new Date('2027-07-31'),
      places: 5,
    },
  })
  return { id: offer.id, actor }
}

describe('a request nearby', () => {
  test('says what is asked and why it fits, and not by whom', async () => {
    const { asked, offered } = only('pro', 1)
    const company = await desk.offer(3, offered)
    const school = await schoolAt(7.4)
    const title = 'Les voor het Sint-Voorbeeldcollege'
    const period = { from: '2027-01-04', until: '2027-02-05' }
    const id = await desk.post(school, { ...asked, title, text: 'Bel Jan.', period, weekdays: [2] }, 2)
    const page = await pageOf(company)
    expect(page).toMatchObject({ standing: 'ready', total: 1, pages: 1 })
    expect(page.groups).toMatchObject([{ offer: { id: company.id }, count: 1 }])
    const [row] = rowsOf(page)
    expect(row).toMatchObject({ id, rank: 1, groups: 2, groupSize: 25, weekdays: [2], period, distanceKm: 7 })
    expect(row).toMatchObject({ topics: [{ id: 'robotica' }], municipality: { code: 'GM0141' } })
    expect(row).toMatchObject({ waitingSince: null, openedOn: '2026-11-24' })
    expect(row?.reasons.find(({ about }) => about === 'distance')).toMatchObject({ fits: true, km: 7 })
    const branch = await desk.db.schoolBranch.findUniqueOrThrow({ where: { id: school.branchId } })
    const told = JSON.stringify(page)
    for (const secret of [branch.name, branch.id, String(branch.lat), title, 'Bel Jan'])
      expect(told).not.toContain(secret)
  })

  test('tells since when it waits', async () => {
    const { asked, offered } = only('pro', 3)
    const company = await desk.offer(3, offered)
    const school = await desk.school()
    const id = await desk.post(school, asked)
    await askWaitingList(desk.wiring, school.actor, { id, wait: true })
    expect(rowsOf(await pageOf(company))).toMatchObject([{ id, waitingSince: '2026-11-24' }])
  })

  test('is gone when the company was asked, and when all its groups have dropped out', async () => {
    const { asked, offered } = only('pro', 4)
    const company = await desk.offer(3, offered)
    const school = await desk.school()
    const [put, dropped, left] = [
      await desk.post(school, asked),
      await desk.post(school, asked),
      await desk.post(school, asked),
    ]
    await desk.propose(school, put, company.id)
    await desk.db.requestGroup.updateMany({ where: { requestId: dropped }, data: { droppedAt: new Date() } })
    expect(idsOf(await pageOf(company))).toEqual([left])
  })
})

describe('the page', () => {
  test('puts each request under the offer that fits it best; for one offer it shows all that fit that one', async () => {
    const { asked, offered } = only('pro', 5)
    const robots = await desk.offer(3, offered)
    const food = await colleagueOffer(robots, { ...offered, topicIds: ['robotica', 'food'] })
    const school = await desk.school()
    const aboutFood = await desk.post(school, { ...asked, topicIds: ['food'] })
    const aboutRobots = await desk.post(school, { ...asked, topicIds: ['robotica'] })
    const page = await pageOf(robots)
    expect(page.groups.find(({ offer }) => offer.id === food.id)?.rows.map(({ id }) => id)).toContain(
      aboutFood,
    )
    expect(idsOf(page).toSorted()).toEqual([aboutFood, aboutRobots].toSorted())
    expect(idsOf(await pageOf(robots, { offer: food.id })).toSorted()).toEqual(
      [aboutFood, aboutRobots].toSorted(),
    )
    expect(idsOf(await pageOf(robots, { offer: robots.id }))).toEqual([aboutRobots])
  })

  test('of somebody else’s offer it knows nothing', async () => {
    const { asked, offered } = only('havo', 1)
    const [company, other] = [await desk.offer(3, offered), await desk.offer(3, only('vwo', 6).offered)]
    const id = await desk.post(await desk.school(), asked)
    const page = await pageOf(company, { offer: other.id })
    expect(page.filter.offer).toBeNull()
    expect(page.offers.map((offer) => offer.id)).toEqual([company.id])
    expect(idsOf(page)).toEqual([id])
  })

  test('looks as far as asked, says what there is farther away, and puts the nearest first when asked', async () => {
    const { asked, offered } = only('havo', 2)
    const company = await desk.offer(3, { ...offered, travelRadiusKm: null })
    const post = async (km: number) => desk.post(await schoolAt(km), { ...asked, maxDistanceKm: null })
    const [far, near, beyond] = [await post(15), await post(3), await post(45)]
    expect(idsOf(await pageOf(company, { sort: 'nearest' }))).toEqual([near, far])
    const close = await pageOf(company, { km: '5' })
    expect(idsOf(close)).toEqual([near])
    expect(close.byKm).toEqual([
      { km: 5, count: 1 },
      { km: 10, count: 1 },
      { km: 20, count: 2 },
      { km: 40, count: 2 },
    ])
    expect(beyond).toBeTruthy()
  })

  test('is bounded, and its pages together have each request once', async () => {
    const { asked, offered } = only('havo', 3)
    const company = await desk.offer(3, offered)
    const school = await desk.school()
    const posted = []
    for (let i = 0; i <= NEARBY_PAGE_SIZE; i++) posted.push(await desk.post(school, asked))
    const [first, second] = [await pageOf(company), await pageOf(company, { page: 99 })]
    expect([first.total, first.pages, second.page]).toEqual([NEARBY_PAGE_SIZE + 1, 2, 2])
    expect(rowsOf(first)).toHaveLength(NEARBY_PAGE_SIZE)
    expect(rowsOf(second)).toMatchObject([{ rank: NEARBY_PAGE_SIZE + 1 }])
    expect([...idsOf(first), ...idsOf(second)].toSorted()).toEqual(posted.toSorted())
  })

  test('says what of its offers would fit more', async () => {
    const { asked, offered } = only('havo', 4)
    const company = await desk.offer(3, { ...offered, travelRadiusKm: 10, weekdays: [1] })
    await desk.post(await schoolAt(20), asked)
    await desk.post(await desk.school(), { ...asked, weekdays: [5] })
    await desk.post(await desk.school(), { ...asked, weekdays: [4] })
    const page = await pageOf(company)
    expect([page.total, page.chances]).toEqual([
      0,
      [
        { change: 'days', more: 2 },
        { change: 'radius', more: 1 },
      ],
    ])
  })

  test('without a company, without an offer and before the coordinator looked it says so', async () => {
    expect((await pageOf({ actor: (await desk.school()).actor })).standing).toBe('no-company')
    const memberOf = async (facts: Parameters<typeof makeOrganisation>[1]) => {
      const { id } = await makeOrganisation(desk.db, { municipalityCode: 'GM0141', ...facts })
      const { id: userId } = await makeMember(desk.db, id)
      return { id, actor: makeActor({ userId, organisations: { [id]: 'owner' } }) }
    }
    expect((await pageOf(await memberOf({}))).standing).toBe('no-offer')
    const fresh = await memberOf({ verification: 'pending' })
    await makeOffer(desk.db, { organisationId: fresh.id })
    expect(await pageOf(fresh)).toMatchObject({ standing: 'unverified', total: 0, groups: [], offers: [] })
  })
})
