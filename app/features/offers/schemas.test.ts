import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OfferContent } from './domain/offer'
import { editOfferForm, fieldsOfContent, newOfferForm, stepForm } from './schemas'

type Fields = Readonly<Record<string, string | readonly string[]>>

const COMPLETE: Fields = {
  intent: 'publish',
  version: '1',
  kind: 'guest-lesson',
  title: 'Lasrobots in de klas',
  summary: 'Leerlingen laten een robotarm lassen.',
  description: 'Eerst kijken, dan zelf programmeren.',
  topics: ['robotica.robots'],
  years: ['vmbo-3', 'vmbo-4'],
  tracks: ['kb'],
  location: 'at-school',
  reach: 'radius',
  travelRadiusKm: '35',
  durationMinutes: '90',
  sessionsPerYear: '8',
  languages: 'nl',
}

function send(fields: Fields, schema: typeof editOfferForm | typeof newOfferForm = editOfferForm) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return parseWithZod(form, { schema })
}

function errorsOf(fields: Fields): Record<string, string[] | null> {
  const submission = send({ ...COMPLETE, ...fields })
  return submission.status === 'success' ? {} : (submission.error ?? {})
}

function contentOf(fields: Fields): OfferContent {
  const submission = send({ ...COMPLETE, ...fields })
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
  return submission.value.content
}

test('a complete form becomes an offer', () => {
  expect(contentOf({ cost: '12,50', groupSizeMax: '28', weekdays: ['4', '2', '2'] })).toMatchObject({
    title: 'Lasrobots in de klas',
    levels: [{ level: 'vmbo', years: [3, 4], tracks: ['kb'] }],
    reach: { kind: 'radius', km: 35 },
    costCents: 1250,
    groupSizeMax: 28,
    weekdays: [2, 4],
    goal: null,
    girlsFocus: false,
  })
})

test.each<[string, Fields, string]>([
  ['an over-long title', { title: 'x'.repeat(121) }, 'title'],
  ['an over-long text', { description: 'x'.repeat(4001) }, 'description'],
  ['a postcode that is none', { postcode: '12' }, 'postcode'],
  ['a radius of -1', { travelRadiusKm: '-1' }, 'travelRadiusKm'],
  ['a radius of half a kilometre', { travelRadiusKm: '0.5' }, 'travelRadiusKm'],
  ['a radius that is no number', { travelRadiusKm: 'ver' }, 'travelRadiusKm'],
  ['a group of 10,000', { groupSizeMax: '10000' }, 'groupSizeMax'],
  ['a group of nobody', { groupSizeMax: '0' }, 'groupSizeMax'],
  ['a year that does not exist', { years: ['havo-6'] }, 'years'],
  ['a kind that does not exist', { kind: 'party' }, 'kind'],
  ['four topics', { topics: ['a', 'b', 'c', 'd'] }, 'topics'],
  ['an amount that is none', { cost: 'duur' }, 'cost'],
  ['an amount above the largest', { cost: '10.000,01' }, 'cost'],
  ['a script as an address', { materialUrl: 'javascript:alert(1)' }, 'materialUrl'],
  ['an address without a lock', { materialUrl: 'http://bedrijf.nl/les.pdf' }, 'materialUrl'],
  ['an address on this machine', { materialUrl: 'https://localhost/les' }, 'materialUrl'],
  ['an e-mail address that is none', { contactEmail: 'jan@' }, 'contactEmail'],
  ['a Saturday', { weekdays: '6' }, 'weekdays[0]'],
  ['an unknown language', { languages: 'xx' }, 'languages[0]'],
  ['regions without a region', { reach: 'regions' }, 'regions'],
  ['a radius without a number', { travelRadiusKm: '' }, 'travelRadiusKm'],
])('%s is refused at its field', (_, fields, at) => {
  expect(Object.keys(errorsOf(fields))).toEqual([at])
})

test('what is wrong and what is missing are said in one go', () => {
  const errors = errorsOf({ travelRadiusKm: '-1', years: 'havo-6', summary: '  ', topics: [] })
  expect(Object.keys(errors).sort()).toEqual(['summary', 'topics', 'travelRadiusKm', 'years'])
})

test('schools see nothing that is incomplete, and a draft may be', () => {
  const empty: Fields = {
    intent: 'save',
    kind: 'guest-lesson',
    title: 'Iets',
    location: 'at-school',
    version: '1',
  }
  expect(send(empty).status).toBe('success')
  const published = send({ ...empty, intent: 'publish' })
  expect(published.status === 'error' && Object.keys(published.error ?? {}).sort()).toEqual([
    'description',
    'durationMinutes',
    'languages',
    'sessionsPerYear',
    'summary',
    'topics',
    'years',
  ])
})

test('what is downloaded needs its address, or a file once it is there, and no duration, capacity or place', () => {
  const download = { location: 'download', durationMinutes: '', sessionsPerYear: '' }
  const key = { submissionKey: '7b0f4a56-3a52-4b6f-9d10-0d0f6f3c9a11', organisation: 'x' }
  const submission = send({ ...COMPLETE, ...download, ...key }, newOfferForm)
  expect(submission.status === 'error' && Object.keys(submission.error ?? {})).toEqual(['materialUrl'])
  expect(errorsOf(download)).toEqual({})
  const content = contentOf({ location: 'download', materialUrl: 'www.bedrijf.nl/les.pdf', postcode: '7601' })
  expect(content).toMatchObject({
    materialUrl: 'https://www.bedrijf.nl/les.pdf',
    branchId: null,
    postcode: null,
    reach: { kind: 'everywhere' },
    durationMinutes: null,
    sessionsPerYear: null,
  })
})

test('script in a text is text', () => {
  expect(contentOf({ summary: '<script>alert(1)</script>' }).summary).toBe('<script>alert(1)</script>')
})

test('a new offer needs its key', () => {
  const form = new FormData()
  form.set('submissionKey', 'x')
  const submission = parseWithZod(form, { schema: newOfferForm })
  expect(submission.status === 'error' && submission.error?.submissionKey).toBeTruthy()
})

test('what a form shows of an offer gives the same offer when it is sent back', () => {
  const content = contentOf({
    cost: '12,50',
    postcode: '7601 ab',
    goal: 'Zien\nwat lassen is',
    girlsFocus: 'on',
  })
  expect(contentOf(fieldsOfContent(content))).toEqual(content)
  fc.assert(
    fc.property(
      fc.record({
        costCents: fc.integer({ min: 0, max: 1_000_000 }),
        groupSizeMax: fc.option(fc.integer({ min: 1, max: 500 })),
        weekdays: fc.subarray([1, 2, 3, 4, 5]),
        location: fc.constantFrom('at-school', 'at-company', 'online'),
      }),
      (facts) => {
        const offer = contentOf(fieldsOfContent({ ...content, ...facts } as OfferContent))
        expect(contentOf(fieldsOfContent(offer))).toEqual(offer)
        expect(offer).toMatchObject(facts)
      },
    ),
  )
})

test('of several topics the one that is said to be the main one comes first', () => {
  const topics = ['bouw', 'ict', 'robotica']
  expect(contentOf({ topics, mainTopic: 'robotica' }).topicIds).toEqual(['robotica', 'bouw', 'ict'])
  expect(contentOf({ topics, mainTopic: '' }).topicIds).toEqual(topics)
  expect(contentOf({ topics }).topicIds).toEqual(topics)
  const shown = fieldsOfContent(contentOf({ topics, mainTopic: 'robotica' }))
  expect([shown.mainTopic, fieldsOfContent(contentOf({ topics: ['ict'] })).mainTopic]).toEqual([
    'robotica',
    '',
  ])
})

test('a main topic that is not among several is refused at its field; of one there is nothing to choose', () => {
  expect(Object.keys(errorsOf({ topics: ['bouw', 'ict'], mainTopic: 'robotica' }))).toEqual(['mainTopic'])
  expect(contentOf({ topics: ['bouw'], mainTopic: 'robotica' }).topicIds).toEqual(['bouw'])
})

test('in steps a suggested topic can be the main one by the press that takes it, and other steps keep the order', () => {
  const before = contentOf({ topics: ['ict', 'bouw'], mainTopic: 'ict' })
  const step = (name: 'who' | 'practical', fields: readonly (readonly [string, string])[]) => {
    const form = new FormData()
    for (const [key, value] of [['version', '1'], ...fields] as const) form.append(key, value)
    const submission = parseWithZod(form, { schema: stepForm(name) })
    if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
    return submission.value.change(before).topicIds
  }
  const topics = [
    ['topics', 'bouw'],
    ['topics', 'ict'],
  ] as const
  expect(step('practical', [['durationMinutes', '60']])).toEqual(['ict', 'bouw'])
  expect(step('who', [...topics, ['mainTopic', 'ict']])).toEqual(['ict', 'bouw'])
  expect(step('who', [...topics, ['mainTopic', 'robotica'], ['take', 'robotica']])).toEqual([
    'robotica',
    'bouw',
    'ict',
  ])
})
