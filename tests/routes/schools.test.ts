/** Belonging to a school, and the pages of the register and the regions, over HTTP. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { FormFields } from '../setup/browser'

const MINE = '/account/school'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
})

const makeBranch = (facts: Parameters<typeof makeSchoolBranch>[1] = {}) =>
  makeSchoolBranch(app.database.db, { municipalityCode: 'GM0141', ...facts })
const rolesOf = async (branchId: string) =>
  Object.fromEntries(
    (await app.database.db.schoolMembership.findMany({ where: { branchId } })).map((m) => [m.userId, m.role]),
  )
const eventsOf = async (branchId: string) =>
  (
    await app.database.db.outboxEvent.findMany({ where: { subjectId: branchId }, orderBy: { id: 'asc' } })
  ).map(({ type }) => type)

describe('joining', () => {
  test('the first one leads; pressing twice, or ten times, or two people at once, makes one lead', async () => {
    const { db } = app.database
    const { id } = await makeBranch()
    const [anne, bas] = [await makeUser(db), await makeUser(db, { email: 'bas@elders.example' })]
    const clients = [await app.signIn(anne), await app.signIn(anne), await app.signIn(bas)]
    const answers = await Promise.all(
      clients.map((client) => client.post(MINE, { intent: 'join', branchId: id })),
    )
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302])
    const roles = Object.values(await rolesOf(id))
    expect(roles.filter((role) => role === 'lead')).toHaveLength(1)
    expect(roles.length + (await db.schoolJoinRequest.count({ where: { branchId: id } }))).toBe(2)
  })

  test('a colleague with the same domain is in at once; somebody else waits, and a lead says yes', async () => {
    const { db } = app.database
    const { id } = await makeBranch()
    const lead = await makeUser(db, {
      email: `lead-${id}@hetvoorbeeld.example`,
      schoolMemberships: { create: { branchId: id, role: 'lead' } },
    })
    const colleague = await makeUser(db, { email: `collega-${id}@hetvoorbeeld.example` })
    const other = await makeUser(db, { email: `ander-${id}@gmail.com` })
    const joined = await (await app.signIn(colleague)).post(MINE, { intent: 'join', branchId: id })
    expect(joined.location).toBe(`${MINE}?done=joined`)
    const waiting = await app.signIn(other)
    for (const _twice of [1, 2])
      expect((await waiting.post(MINE, { intent: 'join', branchId: id })).location).toBe(`${MINE}?done=asked`)
    expect(await eventsOf(id)).toEqual(['SchoolJoined', 'SchoolJoinAsked'])

    const answer = { intent: 'answer', branchId: id, userId: other.id, answer: 'yes' }
    // A member who is no lead does not decide, nor does who waits.
    expect((await (await app.signIn(colleague)).post(MINE, answer)).status).toBe(403)
    expect((await waiting.post(MINE, answer)).status).toBe(404)
    const leading = await app.signIn(lead)
    expect((await leading.get(MINE)).text).toContain(other.email)
    expect((await leading.post(MINE, answer)).location).toBe(`${MINE}?done=admitted`)
    const again = await leading.post(MINE, { ...answer, answer: 'no' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Deze vraag is al beantwoord of ingetrokken')
    expect(await rolesOf(id)).toEqual({ [lead.id]: 'lead', [colleague.id]: 'member', [other.id]: 'member' })
  })

  test('no leaves nothing behind, and may be asked again', async () => {
    const { db } = app.database
    const { id } = await makeBranch()
    const lead = await app.signIn(await makeTeacher(db, id))
    const stranger = await makeUser(db, { email: `vreemd-${id}@gmail.com` })
    const client = await app.signIn(stranger)
    await client.post(MINE, { intent: 'join', branchId: id })
    const no = { intent: 'answer', branchId: id, userId: stranger.id, answer: 'no' }
    expect((await lead.post(MINE, no)).location).toBe(`${MINE}?done=refused`)
    expect(await db.schoolJoinRequest.count({ where: { branchId: id } })).toBe(0)
    expect((await client.post(MINE, { intent: 'join', branchId: id })).location).toBe(`${MINE}?done=asked`)
  })

  test.each<[string, FormFields, number, string]>([
    ['a school that does not exist', { intent: 'join', branchId: '99ZZ99' }, 404, 'Deze school staat niet'],
    ['a school that is none', { intent: 'join', branchId: 'x'.repeat(21) }, 422, 'role="alert"'],
    ['nothing that can be done', { intent: 'take-over', branchId: '00AA00' }, 422, 'role="alert"'],
    ['a colleague who is none', { intent: 'remove', branchId: '00AA00', userId: 'x' }, 422, 'role="alert"'],
  ])('%s changes nothing and is said', async (_what, fields, status, text) => {
    const client = await app.signIn(await makeUser(app.database.db))
    const before = await app.database.db.outboxEvent.count()
    const answer = await client.post(MINE, fields)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
    expect(await app.database.db.outboxEvent.count()).toBe(before)
  })

  test('a closed school, an eleventh school and an unconfirmed address are refused in words', async () => {
    const { db } = app.database
    const closed = await makeBranch({ closedOn: new Date('2026-08-01') })
    const user = await makeUser(db)
    const client = await app.signIn(user)
    const refused = await client.post(MINE, { intent: 'join', branchId: closed.id })
    expect([refused.status, refused.text.includes('Deze school is gesloten')]).toEqual([409, true])
    const ten = await Promise.all(Array.from({ length: 10 }, () => makeBranch()))
    await db.schoolMembership.createMany({
      data: ten.map(({ id }) => ({ branchId: id, userId: user.id, role: 'lead' as const })),
    })
    const { id } = await makeBranch()
    const tooMany = await client.post(MINE, { intent: 'join', branchId: id })
    expect([tooMany.status, tooMany.text.includes('hoogstens 10 scholen')]).toEqual([409, true])
    const newcomer = await app.signIn(await makeUser(db, { emailVerifiedAt: null }))
    const early = await newcomer.post(MINE, { intent: 'join', branchId: id })
    expect([early.status, early.text.includes('Bevestig eerst je e-mailadres')]).toEqual([403, true])
    expect(await rolesOf(id)).toEqual({})
    expect(await rolesOf(closed.id)).toEqual({})
  })
})

describe('leaving', () => {
  test('who is there longest leads next; the last one stays while a request runs', async () => {
    const { db } = app.database
    const { id } = await makeBranch()
    const lead = await makeTeacher(db, id)
    const next = await makeTeacher(db, id, 'member')
    expect((await (await app.signIn(lead)).post(MINE, { intent: 'leave', branchId: id })).location).toBe(
      `${MINE}?done=left`,
    )
    expect(await rolesOf(id)).toEqual({ [next.id]: 'lead' })
    await db.supportRequest.create({
      data: {
        branchId: id,
        createdById: next.id,
        state: 'open',
        title: 'Een les',
        text: '',
        kinds: ['guest_lesson'],
        topicIds: ['robotica'],
        level: 'havo',
        years: [3],
        tracks: [],
        weekdays: [],
        languages: [],
        groupSize: 25,
      },
    })
    const client = await app.signIn(next)
    const held = await client.post(MINE, { intent: 'leave', branchId: id })
    expect([held.status, held.text.includes('er lopen nog 1 hulpvragen')]).toEqual([409, true])
    expect(await rolesOf(id)).toEqual({ [next.id]: 'lead' })
  })

  test('a lead removes a colleague, a colleague removes nobody, and nobody removes from another school', async () => {
    const { db } = app.database
    const { id } = await makeBranch()
    const [lead, member] = [await makeTeacher(db, id), await makeTeacher(db, id, 'member')]
    const elsewhere = await app.signIn(await makeTeacher(db, (await makeBranch()).id))
    const away = { intent: 'remove', branchId: id, userId: lead.id }
    expect((await (await app.signIn(member)).post(MINE, away)).status).toBe(403)
    expect((await elsewhere.post(MINE, away)).status).toBe(404)
    expect((await elsewhere.post(MINE, { intent: 'leave', branchId: id })).status).toBe(404)
    const removing = await app.signIn(lead)
    const remove = { intent: 'remove', branchId: id, userId: member.id }
    expect((await removing.post(MINE, remove)).location).toBe(`${MINE}?done=removed`)
    expect((await removing.post(MINE, remove)).status).toBe(404)
    expect(await rolesOf(id)).toEqual({ [lead.id]: 'lead' })
  })
})

describe('the register', () => {
  test('a school is found and opened, whatever stands in the question', async () => {
    const branch = await makeBranch()
    const found = await app.client().get(`/schools?q=${branch.brin}`)
    expect(found.text).toContain(`href="/schools/${branch.id}"`)
    const page = await app.client().get(`/schools/${branch.id}`)
    expect([page.status, page.text.includes(branch.name)]).toEqual([200, true])
    for (const q of ['<script>alert(1)</script>', '%', "'; DROP TABLE", 'x'.repeat(3000), '\u0000']) {
      const answer = await app.client().get(`/schools?q=${encodeURIComponent(q)}&page=-1`)
      expect(answer.status).toBe(200)
      expect(answer.text).not.toContain('<script>alert(1)')
    }
    for (const id of ['99ZZ99', 'x', "' OR 1=1"])
      expect((await app.client().get(`/schools/${encodeURIComponent(id)}`)).status).toBe(404)
  })

  test('a closed school says since when, and offers nothing to join', async () => {
    const { id } = await makeBranch({ closedOn: new Date('2026-08-01') })
    const page = await app.client().get(`/schools/${id}`)
    expect(page.text).toContain('1 augustus 2026')
    expect(page.text).not.toContain(`${MINE}?q=${id}`)
  })
})

describe('the regions', () => {
  test('a postcode and a place lead to their region; a name of several places asks which', async () => {
    for (const place of ['7607', '7607 AB', 'Almelo'])
      expect((await app.client().get(`/regions?place=${encodeURIComponent(place)}`)).text).toContain(
        'Almelo ligt in de regio Twente',
      )
    expect((await app.client().get('/regions?place=Hengelo')).text).toContain('Welke plaats bedoel je?')
    expect((await app.client().get('/regions?place=almelo&lang=en')).status).toBe(200)
  })

  test.each(['0000', '1000', 'Onvindbaar', '<script>alert(1)</script>', 'x'.repeat(500), '-1'])(
    'what is no place is said at the field, which keeps it: %j',
    async (place) => {
      const answer = await app.client().get(`/regions?place=${encodeURIComponent(place)}`)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('niet als plaats of postcode')
      expect(answer.text).not.toContain('<script>alert(1)')
      if (place.length < 100 && !place.includes('<')) expect(answer.text).toContain(`value="${place}"`)
    },
  )
})
