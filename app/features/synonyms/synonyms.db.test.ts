/** From the search log to a word that the finder knows, and back. */
import { beforeAll, expect, test } from 'vitest'
import type { SignedInActor } from '~/authorisation/actor'
import { indexOffer } from '~/features/finder/reactions/index-offer.server'
import { makeGivenSynonyms } from '~/platform/search/given-synonyms.server'
import { type Desk, openDesk } from '../../../tests/desk/desk'
import { makeActor } from '../../../tests/factories/actor'
import { makeUser } from '../../../tests/factories/user'
import { synonymsPage } from './queries/synonyms-page.server'
import { changeSynonym, putSynonymBack } from './use-cases/change-synonym.server'

let desk: Desk
let administrator: SignedInActor
const TERM = 'grijparmen'
const accept = (means: readonly string[], seen: number) =>
  changeSynonym(desk.wiring, administrator, {
    ...{ term: TERM, means, seen },
    bothWays: false,
    state: 'active',
    source: 'learned',
  })

beforeAll(async () => {
  desk = await openDesk()
  const user = await makeUser(desk.db, { isAdministrator: true })
  administrator = makeActor({ userId: user.id, isAdministrator: true })
  const { id } = await desk.offer(5, { title: 'Robotarm bedienen' })
  await indexOffer(desk.wiring, { subjectId: id })
  const day = new Date('2026-11-20T00:00:00Z')
  const asked = (text: string, times: number, results: number) =>
    Array.from({ length: times }, () => ({
      ...{ day, text, results, engine: 'postgres' },
      isAlmost: false,
      kinds: [],
      topicIds: [],
    }))
  await desk.db.searchLog.createMany({
    data: [
      ...asked(TERM, 4, 0),
      ...asked('robotrm', 3, 0),
      ...asked('te weinig', 2, 0),
      ...asked('robots', 9, 2),
    ],
  })
})

test('what was looked for in vain is proposed with words that offers have; nobody else sees it', async () => {
  const page = await synonymsPage(desk.wiring, administrator, null)
  expect(page.proposals.map(({ term, times }) => [term, times])).toEqual([
    [TERM, 4],
    ['robotrm', 3],
  ])
  expect(page.proposals[1]?.means).toContain('robotarm')
  await expect(synonymsPage(desk.wiring, desk.coordinator, null)).rejects.toMatchObject({ kind: 'not-found' })
  const stranger = {
    term: 'x',
    means: ['y'],
    bothWays: false,
    state: 'active',
    source: 'curated',
    seen: 0,
  } as const
  await expect(changeSynonym(desk.wiring, desk.coordinator, stranger)).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('a preview says what it would find and changes nothing; accepted it finds, put back it does not', async () => {
  const found = async () => {
    // A process that has just started, or one half a minute later.
    const synonyms = await makeGivenSynonyms(desk.wiring.pool, () => {}).current()
    const page = await desk.wiring.search.search({ text: TERM, synonyms })
    return page.isAlmost ? 0 : page.total
  }
  const { preview } = await synonymsPage(desk.wiring, administrator, { term: TERM, means: ['robotarm'] })
  expect(preview).toMatchObject({ total: 1, titles: ['Robotarm bedienen'] })
  expect(await found()).toBe(0)

  await accept(['robotarm'], 0)
  expect(await found()).toBe(1)
  expect((await synonymsPage(desk.wiring, administrator, null)).proposals.map(({ term }) => term)).toEqual([
    'robotrm',
  ])
  await expect(accept(['lasrobot'], 0)).rejects.toMatchObject({ kind: 'conflict' })
  await accept(['vliegtuig'], 1)
  expect(await found()).toBe(0)
  await putSynonymBack(desk.wiring, administrator, { term: TERM, seen: 2 })
  expect(await found()).toBe(1)
  expect((await synonymsPage(desk.wiring, administrator, null)).synonyms).toEqual([
    { term: TERM, means: ['robotarm'], bothWays: false, state: 'active', version: 3 },
  ])
  expect(await desk.db.searchSynonymVersion.count()).toBe(3)
})

test('what was given counts in the fit of requests too, from the next question on', async () => {
  const asked = { title: 'Een les over blikgrijpers', text: '' }
  const offersThatFit = async () => (await desk.wiring.textFits(desk.db))(asked).size
  expect(await offersThatFit()).toBe(0)
  await changeSynonym(desk.wiring, administrator, {
    ...{ term: 'blikgrijpers', means: ['robotarm'], seen: 0 },
    bothWays: false,
    state: 'active',
    source: 'curated',
  })
  expect(await offersThatFit()).toBe(1)
  await changeSynonym(desk.wiring, administrator, {
    ...{ term: 'blikgrijpers', means: ['robotarm'], seen: 1 },
    bothWays: false,
    state: 'rejected',
    source: 'curated',
  })
  expect(await offersThatFit()).toBe(0)
})
