/**
 * What both engines do alike. Filters, totals, facets, order without text and paging are held against `naiveSearch` on
 * documents and questions that are made anew each time; texts by what must be found.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS, OFFER_KINDS, OFFER_LOCATIONS } from '~/kernel/education'
import { distanceKm } from '~/kernel/geography'
import { describeExplanations } from './contract-explain'
import { describeQuality } from './contract-quality'
import { bounds, hostileQuestion, month, whenAndWhere } from './contract-questions'
import { describeReading } from './contract-reading'
import { describeServed } from './contract-served'
import { describeSwap } from './contract-swap'
import type { OfferDocument } from './document'
import { naiveSearch } from './naive-search'
import type { IndexPort, SearchPort } from './port'
import { FACETS, type SearchQuery, SORTS } from './query'
import { sampleDocument } from './sample-document'

export type Engine = { readonly search: SearchPort; readonly index: IndexPort }

async function* batches(documents: readonly OfferDocument[]) {
  for (let i = 0; i < documents.length; i += 100) yield documents.slice(i, i + 100)
}
const fill = ({ index }: Engine, documents: readonly OfferDocument[]) => index.rebuild(batches(documents))
type Hits = { readonly hits: readonly { readonly document: OfferDocument }[] }
const idsOf = ({ hits }: Hits) => hits.map((hit) => hit.document.id)

/** @param engineOf called once, before the first test. */
export function describeEngine(name: string, engineOf: () => Promise<Engine>): void {
  describe(name, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await engineOf()
    })
    describe('words', () => describeWords(() => engine))
    describe('choices', () => describeChoices(() => engine))
    describe('hostile questions', () => describeHostile(() => engine))
    describe('writing', () => describeWriting(() => engine))
    describe('where it is given', () => describeServed(() => engine))
    describe('signals', () => describeQuality(() => engine))
    describe('explanations', () => describeExplanations(() => engine))
    describe('swapping', () => describeSwap(() => engine))
  })
}

const OFFERS = {
  lasrobot: { title: 'De lasrobot aan het werk', topicIds: ['robotica'], topicLabels: ['Robotica'] },
  robots: { title: 'Robots programmeren', levels: [{ level: 'vmbo', years: [3, 4] }], girlsFocus: true },
  arm: { title: 'Bouw een robotje', kind: 'lesson-material', levels: [{ level: 'po', years: [7, 8] }] },
  zon: { title: 'Zonnepanelen op het dak', description: 'Hoe een zonnepaneel werkt.' },
  brug: { title: 'Bruggen van spaghetti', kind: 'event', levels: [{ level: 'po', years: [6] }] },
  haven: { title: 'Rondleiding door de haven', kind: 'excursion', location: 'at-company' },
  chocolade: { title: 'De chocoladefabriek', kind: 'excursion', location: 'at-company' },
  ai: { title: 'Kunstmatige intelligentie op school', levels: [{ level: 'havo', years: [4, 5] }] },
  full: { title: 'Een robot die vol zit', openPlaces: 0 },
} as const satisfies Record<string, Partial<OfferDocument>>
type Name = keyof typeof OFFERS
const NAMES = Object.keys(OFFERS) as Name[]
const named = NAMES.map((name, i) => sampleDocument(i + 1, { ...OFFERS[name], slug: name }))

function describeWords(engine: () => Engine): void {
  beforeAll(() => fill(engine(), named))
  const found = async (query: SearchQuery) =>
    (await engine().search.search(query)).hits.map((hit) => hit.document.slug)

  test.each<[string, readonly Name[]]>([
    ['robot', ['lasrobot', 'robots', 'arm']],
    ['roboot', ['lasrobot', 'robots', 'arm']],
    ['robotjes', ['lasrobot', 'robots', 'arm']],
    ['lasrobots', ['lasrobot']],
    ['zonepanelen', ['zon']],
    ['zonne paneel', ['zon']],
    ['bruggetje', ['brug']],
    ['coderen', ['robots']],
    ['cacao fabriek', ['chocolade']],
    ['AI', ['ai']],
    ['artificial intelligence', ['ai']],
    ['havenexcursie', ['haven']],
    ['excurssie haven', ['haven']],
    ['choco', ['chocolade']],
  ])('%s finds %j', async (text, names) => {
    const hits = await found({ text })
    expect(hits).toEqual(expect.arrayContaining([...names]))
    expect(hits).not.toContain('full')
    if (names.length < 2) expect(hits).toEqual(names)
  })

  test('nothing for a word that no offer has', async () => {
    expect(await engine().search.search({ text: 'dinosaurus' })).toMatchObject({ hits: [], total: 0 })
  })

  test('what has too little of the question is shown as looking like it, and only where nothing else is', async () => {
    const almost = await engine().search.search({ text: 'knutselrobots xyzzy' })
    expect(almost.isAlmost).toBe(true)
    expect(idsOf(almost)).toHaveLength(3)
    // Known by a part of the compound alone.
    expect(await engine().search.search({ text: 'hulprobot' })).toMatchObject({ isAlmost: true })
    for (const text of ['robot', 'robot haven', 'groep 6', 'dinosaurus', ''])
      expect((await engine().search.search({ text })).isAlmost, text).toBe(false)
  })

  test('a typed level, year or kind puts what fits first and leaves nothing out', async () => {
    expect((await found({ text: 'robot vmbo 3' }))[0]).toBe('robots')
    expect((await found({ text: 'robot groep 7' }))[0]).toBe('arm')
    expect((await found({ text: 'robot lesmateriaal' }))[0]).toBe('arm')
    expect(await found({ text: 'robot vmbo 3' })).toHaveLength(3)
  })

  test('a level or a kind by itself is what is asked', async () => {
    expect(await found({ text: 'groep 6' })).toEqual(['brug'])
    expect((await found({ text: 'uitje' })).toSorted()).toEqual(['chocolade', 'haven'])
  })

  describeReading(found, async (query) => (await engine().search.search(query)).isAlmost)

  test('marks what was asked for', async () => {
    const [hit] = (await engine().search.search({ text: 'haven' })).hits
    expect(hit?.title.filter((part) => part.marked).map((part) => part.text)).toEqual(['haven'])
    expect(hit?.distanceKm).toBeNull()
  })

  test('text and choices together; facets count the hits of the text', async () => {
    const page = await engine().search.search({
      text: 'robot',
      filters: { kinds: ['lesson-material'] },
      facets: ['kind', 'level'],
    })
    expect(page.total).toBe(1)
    expect(page.facets.kind).toEqual([
      { value: 'guest-lesson', count: 2 },
      { value: 'lesson-material', count: 1 },
    ])
    expect(page.facets.level?.find(({ value }) => value === 'po-7')).toEqual({ value: 'po-7', count: 1 })
  })

  test('map points are the hits that have a point, under their numbers', async () => {
    const page = await engine().search.search({ text: 'robot' })
    const points = await engine().search.mapPoints({ text: 'robot' })
    expect(points.map(({ id, rank }) => [id, rank])).toEqual(idsOf(page).map((id, i) => [id, i + 1]))
  })

  test.each([
    `' OR 1=1 --`,
    `"] OR id EXISTS`,
    'robot" | !x & :*',
    '\\',
    '%_%',
    '\u0000robot',
    '🤖'.repeat(300),
    'a'.repeat(5000),
    'robot '.repeat(300),
    'les gast docent robot zon brug haven ai choco vmbo 3 havo programmeren techniek',
  ])('takes whatever is typed: %j', async (text) => {
    const page = await engine().search.search({ text, facets: [...FACETS], filters: { topicIds: [text] } })
    expect(page.total).toBe(0)
    expect((await engine().search.search({ text })).total).toBeLessThan(named.length)
  })
}
const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength })
const TOPICS = ['robotica', 'energie', 'water', 'bouw']
const MUNICIPALITIES = ['GM0141', 'GM0153', 'GM0687', 'GM0664']
const ORGANISATIONS = ['asml', 'philips', 'tata-steel']
const level = fc
  .constantFrom(...LEVELS)
  .chain((name) =>
    fc.record({ level: fc.constant(name), years: fc.subarray([...LEVEL_YEARS[name]], { minLength: 1 }) }),
  )
// Off the grid of the questions, so that nothing lies on the edge of a circle.
const point = fc.record({
  lat: fc.integer({ min: 0, max: 200 }).map((n) => 51 + n / 100 + 0.003_1),
  lng: fc.integer({ min: 0, max: 200 }).map((n) => 4 + n / 100 + 0.002_7),
})
const document: fc.Arbitrary<Partial<OfferDocument>> = fc
  .record({
    kind: fc.constantFrom(...OFFER_KINDS),
    location: fc.constantFrom(...OFFER_LOCATIONS),
    levels: fc.array(level, { minLength: 1, maxLength: 2 }),
    topicIds: some(TOPICS),
    subjectIds: some(['natuurkunde', 'techniek']),
    curriculumGoalIds: some(['po-42', 'vo-28']),
    networkIds: some(['jet', 'stem']),
    regionIds: some(['twente', 'rijnmond']),
    languages: some(['nl', 'en'], 2),
    organisationSlug: fc.constantFrom(...ORGANISATIONS),
    municipalityCode: fc.constantFrom(...MUNICIPALITIES),
    servedMunicipalityCodes: fc.option(some(MUNICIPALITIES, 2)),
    costCents: fc.constantFrom(0, 5000),
    girlsFocus: fc.boolean(),
    openPlaces: fc.constantFrom(null, 0, 3),
    openFrom: fc.option(fc.subarray(['2026-11-01', '2026-12-17', '2027-01-01', '2027-03-02', '2028-02-01'])),
    travelRadiusKm: fc.constantFrom(null, 10, 25, 60),
    publishedAt: fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2026-09-${String(day).padStart(2, '0')}T08:00:00.000Z`),
    point,
  })
  .map((each) => ({
    ...each,
    point: each.location === 'online' || each.location === 'download' ? null : each.point,
  }))
const near = fc.record(
  {
    point: fc.record({ lat: fc.constantFrom(51.2, 52, 52.6), lng: fc.constantFrom(4.4, 5, 5.7) }),
    radiusKm: fc.constantFrom(0, 5, 30, 80),
    municipalityCodes: some(MUNICIPALITIES, 2),
    municipalityCode: fc.constantFrom(...MUNICIPALITIES),
  },
  { requiredKeys: ['point'] },
)
const question: fc.Arbitrary<SearchQuery> = fc
  .record({
    filters: fc.record(
      {
        kinds: some(OFFER_KINDS, 2),
        levels: fc.array(
          level.map(({ level: name, years }) => ({ level: name, year: years[0] as number })),
          { maxLength: 2 },
        ),
        topicIds: some(TOPICS, 2),
        subjectIds: some(['natuurkunde', 'techniek'], 1),
        curriculumGoalIds: some(['po-42', 'vo-28'], 1),
        networkIds: some(['jet', 'stem'], 1),
        regionIds: some(['twente', 'rijnmond'], 1),
        locations: some(OFFER_LOCATIONS, 2),
        languages: some(['nl', 'en'], 1),
        organisationSlugs: some(ORGANISATIONS, 2),
        period: fc.record({ from: month, until: month }, { requiredKeys: [] }),
        bounds,
        free: fc.boolean(),
        paid: fc.boolean(),
        girlsFocus: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    near: fc.option(near, { nil: undefined }),
    sort: fc.constantFrom(...SORTS),
    soonestFrom: fc.option(month, { nil: undefined }),
    page: fc.integer({ min: 1, max: 3 }),
    pageSize: fc.constantFrom(5, 20, 100),
    facets: fc.subarray([...FACETS]),
  })
  .map(
    ({ near: from, soonestFrom, ...rest }) =>
      ({ ...rest, ...(from && { near: from }), ...(soonestFrom && { soonestFrom }) }) as SearchQuery,
  )

function describeChoices(engine: () => Engine): void {
  const documents = fc
    .sample(document, { numRuns: 200, seed: 7 })
    .map((over, i) => sampleDocument(i + 1, over))
  beforeAll(() => fill(engine(), documents))

  test.each([
    ['everything', question, 60],
    ['when and where', whenAndWhere, 40],
  ] as const)(
    'hits, order, total and facets are those of the plainest search there is: %s',
    async (_, asked, numRuns) => {
      await fc.assert(
        fc.asyncProperty(asked, async (query) => {
          const page = await engine().search.search(query)
          const expected = naiveSearch(documents, query)
          expect(page.total).toBe(expected.total)
          expect(page.facets).toEqual(expected.facets)
          expect(idsOf(page)).toEqual(expected.ids)
        }),
        { numRuns },
      )
    },
  )

  test('a wider radius never gives fewer', async () => {
    await fc.assert(
      fc.asyncProperty(question, near, fc.nat(100), async (query, from, more) => {
        const asked = { ...query, near: { ...from, radiusKm: from.radiusKm ?? 10 } }
        const wider = { ...asked, near: { ...asked.near, radiusKm: asked.near.radiusKm + more } }
        const { total } = await engine().search.search(asked)
        expect((await engine().search.search(wider)).total).toBeGreaterThanOrEqual(total)
      }),
      { numRuns: 25 },
    )
  })

  test('what is full until March is not found in January, and comes behind what has a place; what has no limit always is', async () => {
    const found = async (query: SearchQuery) =>
      (await engine().search.search({ ...query, pageSize: 100 })).hits.map(
        ({ document }) => document.openFrom,
      )
    const inJanuary = await found({ filters: { period: { from: '2027-01', until: '2027-01' } } })
    expect(inJanuary.length).toBeGreaterThan(5)
    expect(inJanuary.every((days) => days === null || days.includes('2027-01-01'))).toBe(true)
    expect(inJanuary).toContain(null)
    const fromDecember = (await found({ sort: 'soonest', soonestFrom: '2026-12' })).map(
      (days) => days?.find((day) => day >= '2026-12') ?? 'none',
    )
    expect(fromDecember).toEqual([...fromDecember].sort())
    expect(new Set(fromDecember).size).toBe(5)
  })

  test.each<SearchQuery>([{}, { text: 'vakman' }, { text: 'vak', near: { point: { lat: 52, lng: 5 } } }])(
    'pages never overlap and leave nothing out: %j',
    async (query) => {
      const seen: string[] = []
      for (let page = 1; page <= 9; page++)
        seen.push(...idsOf(await engine().search.search({ ...query, page, pageSize: 25 })))
      const { total } = await engine().search.search(query)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(total)
    },
  )

  test('distances are measured on the same sphere; what has no place has no distance and comes last', async () => {
    const point = { lat: 52, lng: 5 }
    const page = await engine().search.search({ near: { point }, pageSize: 100 })
    for (const { document, distanceKm: km } of page.hits) {
      if (document.point === null) expect(km).toBeNull()
      else expect(km).toBeCloseTo(distanceKm(point, document.point), 6)
    }
    const distances = page.hits.map((hit) => hit.distanceKm ?? Number.POSITIVE_INFINITY)
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    expect(new Set(distances).size).toBeGreaterThan(10)
    expect(page.hits.some((hit) => hit.distanceKm === null)).toBe(true)
  })
}

function describeHostile(engine: () => Engine): void {
  test('are answered within bounds and never throw', async () => {
    await fill(engine(), named)
    await fc.assert(
      fc.asyncProperty(hostileQuestion, async (query) => {
        const page = await engine().search.search(query)
        expect(page.hits.length).toBeLessThanOrEqual(Math.min(100, page.pageSize))
        expect(page.total).toBeLessThanOrEqual(named.length)
        expect(page.pageSize).toBeGreaterThanOrEqual(1)
        expect((await engine().search.mapPoints(query)).length).toBeLessThanOrEqual(1000)
      }),
      { numRuns: 60 },
    )
  })
}

function describeWriting(engine: () => Engine): void {
  const first = sampleDocument(1, { title: 'Eerste', revision: 3 })
  const sync = (documents: readonly OfferDocument[], ...ids: string[]) =>
    engine().index.sync(ids, async () => documents)
  const titles = async () =>
    (await engine().search.search({ sort: 'newest' })).hits.map(({ document: { title } }) => title)

  test('a change is found when the call returns, and so is a removal', async () => {
    await fill(engine(), [first])
    const second = sampleDocument(2, { title: 'Tweede', publishedAt: '2026-09-02T08:00:00.000Z' })
    await sync([{ ...first, title: 'Anders', revision: 4 }, second], first.id, second.id)
    expect(await titles()).toEqual(['Tweede', 'Anders'])
    await sync([], second.id)
    expect(await titles()).toEqual(['Anders'])
    expect((await engine().search.search({ text: 'eerste' })).total).toBe(0)
    expect((await engine().search.search({ text: 'anders' })).total).toBe(1)
  })

  test('an older revision never overwrites a newer one, and a repeated one does no harm', async () => {
    await fill(engine(), [first])
    await sync([{ ...first, title: 'Ouder', revision: 2 }], first.id)
    expect(await titles()).toEqual(['Eerste'])
    await sync([{ ...first, title: 'Nog eens' }], first.id)
    expect(await titles()).toEqual(['Nog eens'])
  })

  test('a rebuild replaces everything at once; one that fails changes nothing', async () => {
    await fill(engine(), [first])
    expect(await fill(engine(), named)).toBe(named.length)
    expect(await titles()).not.toContain('Eerste')
    const broken = async function* () {
      yield [first]
      throw new Error('the database went away')
    }
    await expect(engine().index.rebuild(broken())).rejects.toThrow('went away')
    expect(await titles()).toHaveLength(named.length - 1)
    expect(await engine().search.health()).toMatchObject({
      ok: true,
      engine: engine().search.engine,
      documents: named.length,
    })
  })

  test('writers at the same moment end with the last state', async () => {
    await fill(engine(), [first])
    let state = first
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => {
        state = { ...first, revision: 10 + i, title: `Stand ${i}` }
        return engine().index.sync([first.id], async () => [state])
      }),
    )
    expect(await titles()).toEqual(['Stand 5'])
  })
}
