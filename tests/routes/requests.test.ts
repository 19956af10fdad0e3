import { beforeAll, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const ANSWERS = {
  kind: 'guest-lesson',
  topic: 'robotica',
  year: 'vmbo-3',
  groups: '2',
  groupSize: '25',
  title: 'Een les over robots',
  text: 'Wij willen robots zien.',
}

let app: TestApp
let teacher: Client
let branchId: string
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
  const branch = await makeSchoolBranch(app.database.db, { municipalityCode: 'GM0141' })
  branchId = branch.id
  teacher = await app.signIn(await makeTeacher(app.database.db, branch.id))
})

const requests = () => app.database.db.supportRequest.count()
const key = () => crypto.randomUUID()

async function post(fields: Record<string, string> = {}): Promise<string> {
  const answer = await teacher.post('/requests/new', { ...ANSWERS, submissionKey: key(), ...fields })
  expect(answer.status).toBe(302)
  return answer.location ?? ''
}

/** An offer with that many places this school year. */
async function makeOfferWithPlaces(facts: Parameters<typeof makeOffer>[1] = {}) {
  const { db } = app.database
  const offer = await makeOffer(db, { municipalityCode: 'GM0141', ...facts })
  await db.capacitySlot.create({
    data: {
      offerId: offer.id,
      startsOn: new Date('2020-08-01'),
      endsOn: new Date('2099-07-31'),
      places: 5,
    },
  })
  return offer
}

test('a visitor names a school, fills in everything, and signs in at the last press with nothing lost', async () => {
  const visitor = app.client()
  const { name } = await app.database.db.schoolBranch.findUniqueOrThrow({ where: { id: branchId } })
  const choice = await visitor.get(`/requests/new?kind=excursion&q=${encodeURIComponent(name)}`)
  expect(choice.text).toContain(`branch=${branchId}`)
  expect(choice.text).toContain('kind=excursion')
  const step = await visitor.get(`/requests/new?branch=${branchId}&kind=guest-lesson&topic=robotica&step=who`)
  expect(step.status).toBe(200)
  expect(step.text).not.toContain('name="later"')
  const before = await requests()
  expect((await visitor.post('/requests/new', { ...ANSWERS, branch: branchId, groups: '0' })).status).toBe(
    422,
  )
  expect((await visitor.post('/requests/new', { ...ANSWERS, branch: '00AA99' })).status).toBe(404)
  const posted = await visitor.post('/requests/new', { ...ANSWERS, branch: branchId })
  expect(posted.location).toBe(`/sign-in?to=${encodeURIComponent('/requests/new?kept=1')}`)
  expect(await requests()).toBe(before)
  const back = await visitor.get('/requests/new?kept=1')
  expect(new URL(back.location ?? '', app.origin).searchParams.get('title')).toBe(ANSWERS.title)
})

test('each step is kept as a draft of the one who fills it in, until it is posted or thrown away', async () => {
  const { db } = app.database
  const kept = await teacher.post('/requests/new', { kind: 'excursion', topic: 'robotica', step: 'who' })
  const address = new URL(kept.location ?? '', app.origin)
  expect(address.searchParams.get('step')).toBe('who')
  const draft = address.searchParams.get('draft') ?? ''
  const later = await teacher.post('/requests/new', { ...ANSWERS, draft, later: 'far', title: 'Bijna af' })
  expect(later.location).toBe('/requests')
  expect((await teacher.get('/requests')).text).toContain('Bijna af')
  const goesOn = new URL((await teacher.get(`/requests/new?draft=${draft}`)).location ?? '', app.origin)
  expect(goesOn.searchParams.get('title')).toBe('Bijna af')

  const stranger = await app.signIn(await makeTeacher(db, branchId, 'member'))
  expect((await stranger.get(`/requests/new?draft=${draft}`)).status).toBe(404)
  expect((await stranger.post('/requests/new', { ...ANSWERS, draft, step: 'who' })).status).toBe(404)
  expect((await stranger.post('/requests?index', { draft })).status).toBe(404)
  expect((await stranger.get('/requests')).text).not.toContain('Bijna af')

  await post({ draft, title: 'Nu geplaatst' })
  expect(await db.requestDraft.count({ where: { id: draft } })).toBe(0)
  const check = await teacher.get(`/requests/new?${new URLSearchParams({ ...ANSWERS, step: 'check' })}`)
  expect(check.text).toContain('Jullie vroegen deze week al')
  const second = await teacher.post('/requests/new', { kind: 'event', topic: 'robotica', step: 'who' })
  const id = new URL(second.location ?? '', app.origin).searchParams.get('draft') ?? ''
  expect((await teacher.post('/requests?index', { draft: id })).location).toBe('/requests')
  expect(await db.requestDraft.count({ where: { id } })).toBe(0)
})

test('a step comes after the one before it is right, and says what is missing', async () => {
  const answer = await teacher.get('/requests/new?kind=guest-lesson&step=who')
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="request-topic-error"')
  expect((await teacher.get('/requests/new?kind=guest-lesson&topic=robotica&step=who')).status).toBe(200)
})

test('the same form posted twice makes one request, whose page ranks the offers', async () => {
  const offer = await makeOfferWithPlaces()
  const submissionKey = key()
  const before = await requests()
  const first = await post({ submissionKey })
  expect(await post({ submissionKey })).toBe(first)
  expect(await requests()).toBe(before + 1)
  const page = await teacher.get(first)
  expect(page.status).toBe(200)
  expect(page.text).toContain(offer.title)
})

test.each([
  ['a group that is larger than the maximum', { groupSize: '10000' }, 'groupSize'],
  ['more groups than the maximum', { groups: '21' }, 'groups'],
  ['a year of another school', { year: 'vwo-3' }, 'year'],
  ['a period in the past', { from: '2020-01-01', until: '2020-02-01' }, 'until'],
  ['a radius of -1', { km: '-1' }, 'km'],
  ['a topic that does not exist', { topic: 'onzin' }, 'topic'],
  ['a text that is too long', { text: 'x'.repeat(2001) }, 'text'],
])('%s is refused with what was typed', async (_what, wrong, field) => {
  const before = await requests()
  const answer = await teacher.post('/requests/new', { ...ANSWERS, submissionKey: key(), ...wrong })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`request-${field}-error`)
  expect(answer.text).toContain(ANSWERS.title)
  expect(await requests()).toBe(before)
})

test('several groups may be asked for whole, which the page and the form to change it say', async () => {
  const steps = new URLSearchParams({ ...ANSWERS, step: 'check' })
  expect((await teacher.get(`/requests/new?${steps}`)).text).toContain('value="together"')
  steps.set('groups', '1')
  expect((await teacher.get(`/requests/new?${steps}`)).text).not.toContain('value="together"')

  const stored = async (path: string) => {
    const id = path.split('/').at(-1)?.split('?')[0] ?? ''
    return (await app.database.db.supportRequest.findUniqueOrThrow({ where: { id } })).allOrNone
  }
  expect(await stored(await post())).toBe(false)
  expect(await stored(await post({ groups: '1', placing: 'together' }))).toBe(false)
  const path = await post({ placing: 'together' })
  expect(await stored(path)).toBe(true)
  expect((await teacher.get(path)).text).toContain('Alleen als alle groepen een plek krijgen')
  const edit = await teacher.get(`${path.split('?')[0]}/edit`)
  expect(edit.text).toMatch(/<input(?=[^>]*value="together")(?=[^>]*checked)[^>]*>/)
  const wrong = await teacher.post('/requests/new', { ...ANSWERS, submissionKey: key(), placing: 'soms' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('request-placing-error')
})

test('a small group may be shared: asked of who has one, off by itself, gone when the group is large', async () => {
  const steps = new URLSearchParams({ ...ANSWERS, groupSize: '12', step: 'check' })
  const asked = await teacher.get(`/requests/new?${steps}`)
  expect(asked.text).toMatch(/<input(?=[^>]*name="share")(?![^>]*checked)[^>]*>/)
  steps.set('groupSize', '25')
  expect((await teacher.get(`/requests/new?${steps}`)).text).not.toContain('name="share"')

  const stored = async (path: string) => {
    const id = path.split('/').at(-1)?.split('?')[0] ?? ''
    return (await app.database.db.supportRequest.findUniqueOrThrow({ where: { id } })).mayShare
  }
  expect(await stored(await post({ groupSize: '12' }))).toBe(false)
  expect(await stored(await post({ groupSize: '25', share: 'on' }))).toBe(false)
  const path = await post({ groupSize: '12', share: 'on' })
  expect(await stored(path)).toBe(true)
  expect((await teacher.get(path)).text).toContain('Een andere kleine groep mag erbij')
  const edit = await teacher.get(`${path.split('?')[0]}/edit`)
  expect(edit.text).toMatch(/<input(?=[^>]*name="share")(?=[^>]*checked)[^>]*>/)
})

test('a teacher of another branch sees nothing', async () => {
  const path = await post()
  const other = await makeSchoolBranch(app.database.db)
  const stranger = await app.signIn(await makeTeacher(app.database.db, other.id))
  for (const page of [path, `${path}/edit`, `${path}/withdraw`, '/requests/niets'])
    expect((await stranger.get(page)).status).toBe(404)
  const posted = await stranger.post('/requests/new', { ...ANSWERS, branch: branchId, submissionKey: key() })
  expect(posted.status).toBe(404)
})

test('several offers are asked at once; a paused one is refused with a clear word', async () => {
  const [one, two] = [await makeOfferWithPlaces(), await makeOfferWithPlaces()]
  const paused = await makeOfferWithPlaces({ state: 'paused' })
  const path = await post()
  const refused = await teacher.post(path, {
    intent: 'send',
    offerIds: [one.id, paused.id],
    message: 'Graag',
  })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Graag')
  expect(await app.database.db.proposal.count({ where: { offerId: one.id } })).toBe(0)
  const shown = /name="scores" value="([^"]+)"/.exec((await teacher.get(path)).text)?.[1] ?? ''
  expect(shown).toMatch(/^[0-9a-f-]{36} \d+$/)
  const sent = await teacher.post(path, {
    intent: 'send',
    offerIds: [one.id, two.id],
    scores: [`${one.id} 812`, `${two.id} 4000`],
    message: 'Graag',
  })
  expect(sent.status).toBe(302)
  expect((await teacher.get(path)).text).toContain('Wie je vroeg')
  const kept = await app.database.db.proposal.findMany({ where: { offerId: { in: [one.id, two.id] } } })
  expect(new Map(kept.map(({ offerId, score }) => [offerId, score]))).toEqual(
    new Map([
      [one.id, 812],
      [two.id, null],
    ]),
  )
})

test('who was asked this week stands with the request that asked, not with a box', async () => {
  const offer = await makeOfferWithPlaces({ title: 'Deze week gevraagd' })
  const first = await post()
  await teacher.post(first, { intent: 'send', offerIds: [offer.id], message: '' })
  const page = await teacher.get(`${await post()}?offer=${offer.id}`)
  expect(page.text).toContain('deze week al over dit onderwerp')
  expect(page.text).toContain(`href="${first}"`)
  expect(page.text).not.toContain(`value="${offer.id}"`)
})

test('nothing ticked is said', async () => {
  expect((await teacher.post(await post(), { intent: 'send', message: '' })).status).toBe(422)
})

test('a request is changed, and withdrawn once', async () => {
  const path = await post()
  const changed = await teacher.submit(`${path}/edit`, { ...ANSWERS, title: 'Iets anders' })
  expect(changed.location).toBe(path)
  expect((await teacher.get(path)).text).toContain('Iets anders')
  expect((await teacher.post(`${path}/withdraw`, {})).status).toBe(302)
  expect((await teacher.post(`${path}/withdraw`, {})).status).toBe(409)
  expect((await teacher.get('/requests')).text).toContain('Ingetrokken')
})

test('an earlier request is asked again with its answers, by its own school alone', async () => {
  const path = await post({ title: 'Robots, nog een keer' })
  const id = path.slice('/requests/'.length)
  expect((await teacher.get(path)).text).not.toContain('?again=')
  await teacher.post(`${path}/withdraw`, {})
  const to = `/requests/new?again=${id}`
  expect((await teacher.get(path)).text).toContain(to)
  const form = await teacher.get(to)
  expect(form.status).toBe(200)
  expect(form.text).toContain('<option value="robotica" selected="">')
  expect(form.text).toContain('Robots, nog een keer')
  const elsewhere = await makeSchoolBranch(app.database.db)
  const stranger = await app.signIn(await makeTeacher(app.database.db, elsewhere.id))
  expect((await stranger.get(to)).status).toBe(404)
})
