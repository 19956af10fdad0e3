/** A table becomes offers: looked at, done, stopped halfway, done again, undone. On a real database. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import type { OrganisationId } from '~/kernel/ids'
import { makeTransact } from '~/platform/db/client.server'
import { speakOfMistakes } from '~/platform/http/form.server'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { readSheet } from '~/platform/sheets/read-sheet.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeProposal } from '../../../tests/factories/proposal'
import { makeSchoolBranch } from '../../../tests/factories/school-branch'
import { makeMember } from '../../../tests/factories/user'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { makeCapacityBulkStore } from '../capacity/bulk-store.server'
import { makeCapacityStore } from '../capacity/store.server'
import { makeOfferBulkStore } from '../offers/bulk-store.server'
import { makeOfferStore } from '../offers/store.server'
import { loadPage } from './queries/load-page.server'
import { loadTemplate } from './queries/load-template.server'
import { makeLoadReader } from './reader.server'
import { makeLoadStore } from './store.server'
import { checkLoad } from './use-cases/check-load.server'
import { forgetLoads } from './use-cases/forget-loads.server'
import { receiveLoad } from './use-cases/receive-load.server'
import { cancelLoad, startLoad, undoLoad } from './use-cases/start-load.server'
import { workLoad } from './use-cases/work-load.server'

let database: TestDatabase
let organisationId: OrganisationId
let now = new Date('2026-11-02T08:00:00Z')
const clock = { now: () => now }

beforeAll(async () => {
  installLocale()
  speakOfMistakes()
  database = await testDatabase({ with: 'geography' })
})
beforeEach(async () => {
  now = new Date('2026-11-02T08:00:00Z')
  const { db } = database
  await db.$executeRaw`TRUNCATE offer_load, offer_load_columns, outbox_event, capacity_slot, offer CASCADE`
  organisationId = (await makeOrganisation(db, { municipalityCode: 'GM0141' })).id as OrganisationId
})

function needs() {
  const transact = makeTransact(database.db, (tx) => ({
    loads: makeLoadStore(tx),
    loadReader: makeLoadReader(tx),
    offers: makeOfferStore(tx),
    bulkOffers: makeOfferBulkStore(tx),
    capacity: makeCapacityStore(tx),
    bulkCapacity: makeCapacityBulkStore(tx),
    outbox: makeOutbox(tx, { subscribersOf: () => [], clock }),
  }))
  return { transact, inLocale, readSheet, clock, db: database.db }
}
const member = async (of = organisationId) => {
  const user = await makeMember(database.db, of)
  return makeActor({ userId: user.id, organisations: { [of]: 'owner' } })
}
type Member = Awaited<ReturnType<typeof member>>

const HEADS =
  'Eigen nummer;Soort;Titel;In het kort;Wat leerlingen doen;Onderwerpen;Klassen en groepen;Waar;Duur in minuten;Groepen per schooljaar;Prijs in euro'
type Row = { ref?: string; kind?: string; title?: string; years?: string; sessions?: string; price?: string }
const row = ({
  ref = 'A-1',
  kind = 'gastles',
  title = 'Lassen',
  years = 'vmbo 3-4',
  sessions = '8',
  price = '',
}: Row = {}) =>
  `${ref};${kind};${title};Leerlingen lassen.;Kijken en doen.;Robots bouwen en besturen;${years};op school;90;${sessions};${price}`
const table = (...rows: string[]) => new TextEncoder().encode([HEADS, ...rows].join('\r\n'))

async function receive(actor: Member, bytes: Uint8Array): Promise<string> {
  const id = await receiveLoad(needs(), actor, { organisationId, fileName: 'aanbod.csv', bytes })
  const { mapping } = await database.db.offerLoad.findUniqueOrThrow({ where: { id } })
  await checkLoad(needs(), actor, { id, mapping: mapping as Record<string, number> })
  return id
}
async function load(actor: Member, bytes: Uint8Array, publish = true): Promise<string> {
  const id = await receive(actor, bytes)
  await startLoad(needs(), actor, { id, publish, onlyGood: true })
  await workLoad(needs(), id)
  return id
}
const offers = () =>
  database.db.offer.findMany({
    where: { organisationId },
    orderBy: [{ externalRef: 'asc' }, { createdAt: 'asc' }],
  })
const look = (actor: Member, id: string, locale: 'nl' | 'en' = 'nl') =>
  loadPage(needs(), actor, id, { show: null, page: 1 }, locale)
const events = async () =>
  (await database.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(({ type }) => type)

test('a table becomes offers with places and events; loaded again it changes nothing', async () => {
  const actor = await member()
  const bytes = table(row(), row({ ref: 'A-2', title: 'Solderen', price: '12,50' }))
  const id = await load(actor, bytes)
  expect(await offers()).toMatchObject([
    {
      externalRef: 'A-1',
      state: 'published',
      title: 'Lassen',
      topicIds: ['robotica.robots'],
      placeName: 'Almelo',
    },
    { externalRef: 'A-2', state: 'published', title: 'Solderen', costCents: 1250, sessionsPerYear: 8 },
  ])
  expect(await database.db.capacitySlot.findMany({ select: { places: true } })).toEqual(
    Array(4).fill({ places: 8 }),
  )
  expect(await events()).toEqual(['LoadStarted', 'OfferPublished', 'OfferPublished', 'LoadDone'])
  expect(await look(actor, id)).toMatchObject({
    state: 'done',
    states: { loaded: 2, waiting: 0 },
    canUndo: true,
  })
  const again = await receive(actor, bytes)
  expect((await look(actor, again)).counts).toMatchObject({ new: 0, changed: 0, same: 2, wrong: 0 })
  await startLoad(needs(), actor, { id: again, publish: true, onlyGood: false })
  await workLoad(needs(), again)
  expect((await offers()).map(({ version }) => version)).toEqual([1, 1])
})

test('what is wrong is said cell by cell in both languages, and what would change per row; nothing is touched', async () => {
  const actor = await member()
  await load(actor, table(row()))
  const id = await receive(
    actor,
    table(
      row({ title: 'Lassen met een robot' }),
      row({ ref: 'A-2', kind: 'toverles', years: 'havo 6', price: 'veel' }),
      row({ ref: 'A-2' }),
      row({ ref: '' }),
    ),
  )
  const page = await look(actor, id)
  expect(page.counts).toMatchObject({ new: 0, changed: 1, same: 0, wrong: 3 })
  expect(page.rows?.list.map(({ number, problems }) => [number, problems.map(({ cell }) => cell)])).toEqual([
    [3, ['B3', 'K3', 'G3']],
    [4, ['A4']],
    [5, ['A5']],
  ])
  expect(page.rows?.list[0]?.problems[0]?.text).toContain('“toverles” kennen we niet')
  expect((await look(actor, id, 'en')).rows?.list[0]?.problems[0]?.text).toContain('“toverles” is no kind')
  expect((await look(actor, id, 'en')).rows?.list[1]?.problems[0]?.text).toContain('row 3')
  const changed = await loadPage(needs(), actor, id, { show: 'changed', page: 1 }, 'nl')
  expect(changed.rows?.list[0]?.changes).toEqual([
    { field: 'title', before: 'Lassen', after: 'Lassen met een robot' },
  ])
  expect((await offers()).map(({ title }) => title)).toEqual(['Lassen'])
  await expect(startLoad(needs(), actor, { id, publish: true, onlyGood: false })).rejects.toMatchObject({
    code: 'load.rows-wrong',
  })
  await startLoad(needs(), actor, { id, publish: true, onlyGood: true })
  await workLoad(needs(), id)
  expect((await offers()).map(({ title }) => title)).toEqual(['Lassen met een robot'])
})

test('what lacks something stays a draft, and all does of a company that is not verified', async () => {
  const actor = await member()
  await load(actor, table(row({ sessions: '' }), row({ ref: 'A-2' })))
  expect((await offers()).map(({ state }) => state)).toEqual(['draft', 'published'])
  await database.db.organisation.update({ where: { id: organisationId }, data: { verification: 'pending' } })
  await load(actor, table(row({ ref: 'A-3' })))
  expect((await offers()).map(({ state }) => state)).toEqual(['draft', 'published', 'draft'])
})

test('a field without a column stays as the offer has it; a column that is empty empties it', async () => {
  const actor = await member()
  await load(actor, table(row({ price: '10' })))
  const few = new TextEncoder().encode(
    'Eigen nummer;Soort;Titel;Waar;Prijs in euro\nA-1;gastles;Lassen 2;op school;',
  )
  await load(actor, few)
  expect(await offers()).toMatchObject([
    {
      title: 'Lassen 2',
      costCents: 0,
      summary: 'Leerlingen lassen.',
      sessionsPerYear: 8,
      state: 'published',
    },
  ])
})

test('a worker that stops halfway goes on where it was, and two at once do no row twice', async () => {
  const actor = await member()
  const rows = Array.from({ length: 450 }, (_, i) => row({ ref: `N-${i}`, title: `Les ${i}` }))
  const id = await receive(actor, table(...rows))
  await startLoad(needs(), actor, { id, publish: false, onlyGood: false })
  const real = needs()
  let calls = 0
  const broken = {
    ...real,
    transact: ((work) =>
      ++calls > 1
        ? Promise.reject(new Error('the worker stops'))
        : real.transact(work)) as typeof real.transact,
  }
  await expect(workLoad(broken, id)).rejects.toThrow('the worker stops')
  expect(await database.db.offer.count({ where: { organisationId } })).toBe(100)
  expect(await look(actor, id)).toMatchObject({
    state: 'running',
    counts: { done: 100 },
    states: { waiting: 350 },
  })
  await Promise.all([workLoad(needs(), id), workLoad(needs(), id)])
  expect(await database.db.offer.count({ where: { organisationId } })).toBe(450)
  expect((await events()).filter((type) => type === 'LoadDone')).toHaveLength(1)
})

test('an undo archives what was new and gives what changed its content back, but for what moved on', async () => {
  const actor = await member()
  await load(actor, table(row(), row({ ref: 'A-2' }), row({ ref: 'A-3' })))
  const id = await load(
    actor,
    table(
      row({ title: 'Anders' }),
      row({ ref: 'A-2', title: 'Anders' }),
      row({ ref: 'B-1', title: 'Nieuw' }),
      row({ ref: 'B-2', title: 'Gevraagd' }),
    ),
  )
  const [, second] = await offers()
  await database.db.offer.update({ where: { id: second?.id ?? '' }, data: { version: { increment: 1 } } })
  const asked = await database.db.offer.findFirstOrThrow({ where: { title: 'Gevraagd' } })
  await makeProposal(database.db, { branchId: (await makeSchoolBranch(database.db)).id, offerId: asked.id })
  await undoLoad(needs(), actor, id)
  await workLoad(needs(), id)
  expect((await offers()).map(({ externalRef, title, state }) => [externalRef, title, state])).toEqual([
    ['A-1', 'Lassen', 'published'],
    ['A-2', 'Anders', 'published'],
    ['A-3', 'Lassen', 'published'],
    ['B-2', 'Gevraagd', 'published'],
    [null, 'Nieuw', 'archived'],
  ])
  const page = await look(actor, id)
  expect(page).toMatchObject({ state: 'undone', states: { undone: 2, kept: 2 } })
  expect(page.rows?.list.map(({ externalRef }) => externalRef)).toEqual(['A-2', 'B-2'])
  // The number is free again.
  await load(actor, table(row({ ref: 'B-1' })))
  expect((await offers()).filter(({ externalRef }) => externalRef === 'B-1')).toMatchObject([
    { state: 'published' },
  ])
})

test('fewer places than are promised: that row fails and says so, the others are done', async () => {
  const actor = await member()
  await load(actor, table(row(), row({ ref: 'A-2' })))
  const [first] = await offers()
  await database.db.$executeRaw`UPDATE capacity_slot SET taken = 5 WHERE offer_id = ${first?.id}::uuid`
  const id = await load(actor, table(row({ sessions: '0' }), row({ ref: 'A-2', title: 'Anders' })))
  const page = await look(actor, id)
  expect(page.states).toMatchObject({ failed: 1, loaded: 1 })
  expect(page.rows?.list[0]?.problems[0]?.text).toContain('toegezegd')
})

test('a table of somebody else is not there; what has begun cannot be thrown away', async () => {
  const [actor, stranger] = [
    await member(),
    await member((await makeOrganisation(database.db)).id as OrganisationId),
  ]
  const id = await receive(actor, table(row()))
  const refused = [
    look(stranger, id),
    checkLoad(needs(), stranger, { id, mapping: {} }),
    startLoad(needs(), stranger, { id, publish: true, onlyGood: false }),
    cancelLoad(needs(), stranger, id),
    undoLoad(needs(), stranger, id),
    look(actor, randomUUID()),
    receiveLoad(needs(), stranger, { organisationId, fileName: 'x.csv', bytes: table(row()) }),
  ]
  for (const answer of await Promise.allSettled(refused))
    expect(answer).toMatchObject({ status: 'rejected', reason: { kind: 'not-found' } })
  await expect(
    receiveLoad(needs(), ANONYMOUS, { organisationId, fileName: 'x', bytes: table(row()) }),
  ).rejects.toMatchObject({
    kind: 'unauthenticated',
  })
  await startLoad(needs(), actor, { id, publish: false, onlyGood: false })
  await expect(cancelLoad(needs(), actor, id)).rejects.toMatchObject({ code: 'load.moved-on' })
  const other = await receive(actor, table(row({ ref: 'Z' })))
  await expect(
    startLoad(needs(), actor, { id: other, publish: false, onlyGood: false }),
  ).rejects.toMatchObject({
    code: 'load.at-work',
  })
})

test('rows are forgotten when nobody can use them any more', async () => {
  const actor = await member()
  const done = await load(actor, table(row()))
  const left = await receive(actor, table(row({ ref: 'A-2' })))
  now = new Date('2026-11-08T08:00:00Z')
  expect(await forgetLoads(needs())).toBe(0)
  now = new Date('2026-11-10T08:00:00Z')
  expect(await forgetLoads(needs())).toBe(1)
  expect((await look(actor, left)).state).toBe('cancelled')
  now = new Date('2026-12-03T08:00:00Z')
  expect(await forgetLoads(needs())).toBe(1)
  expect(await database.db.offerLoadRow.count()).toBe(0)
  expect(await look(actor, done)).toMatchObject({ canUndo: false, isForgotten: true, state: 'done' })
  expect(await database.db.offer.count({ where: { organisationId } })).toBe(1)
})

test.each(['nl', 'en'] as const)(
  'the template of %s holds an example that could be loaded, and is not',
  async (locale) => {
    const actor = await member()
    const { offers: sheet } = await loadTemplate(needs(), locale)
    const csv = (ref: string) =>
      [sheet.heads, [ref, ...(sheet.rows[0]?.slice(1) ?? [])]]
        .map((cells) => cells.map((cell) => `"${cell}"`).join(';'))
        .join('\n')
    const send = (text: string) => receive(actor, new TextEncoder().encode(text))
    await expect(send(csv(sheet.rows[0]?.[0] ?? ''))).rejects.toMatchObject({ code: 'load.only-example' })
    const page = await look(actor, await send(csv('T-1')))
    expect(page.counts).toMatchObject({ new: 1, wrong: 0 })
    expect(page.rows?.list[0]?.problems).toEqual([])
  },
)
