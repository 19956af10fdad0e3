/** The bell, its page and its stream; how mails come; the link under a mail; what an administrator sees. */
import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeLinkStore } from '~/platform/links/link-store.server'
import { makeLinks } from '~/platform/links/links.server'
import { makeMailTroubles } from '~/platform/mail/mail-troubles.server'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeTeacher, makeUser } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp()
const { db } = app.database
const branch = await makeSchoolBranch(db)

function tell(userId: string, over: Readonly<Record<string, unknown>> = {}) {
  const reason = randomUUID()
  const words = { title: 'Robots Almelo zegt nee', preview: 'Vraag een ander bedrijf.', locale: 'nl' }
  return db.notification.create({
    data: { userId, kind: 'answer', reason, ...words, path: '/requests', delivery: 'now', ...over },
  })
}

/** A session as the browser of the user has it. */
async function sessionOf(userId: string) {
  const value = randomUUID().replaceAll('-', '') + 'a'.repeat(8)
  const id = createHash('sha256').update(value).digest('hex')
  await db.session.create({ data: { id, userId, expiresAt: new Date(Date.now() + 86_400_000) } })
  return { id, headers: { Cookie: `session=${value}` } }
}

/** What a stream says, one event after the other. */
async function openStream(headers: HeadersInit) {
  const answer = await fetch(`${app.origin}/notifications/stream`, { headers })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  return {
    answer,
    async next(): Promise<{ unread: number; newest: { title: string } | null } | null> {
      for (;;) {
        const [, data, rest] = /data: ([^\n]*)\n\n(.*)$/s.exec(heard) ?? []
        if (data !== undefined) {
          heard = rest ?? ''
          return JSON.parse(data)
        }
        const { value, done } = (await reader?.read()) ?? { done: true }
        if (done) return null
        heard += value
      }
    },
  }
}

test('the page lists what was told, marks one and all as read, opens one, and the bell counts', async () => {
  const user = await makeTeacher(db, branch.id)
  const client = await app.signIn(user)
  expect((await client.get('/notifications')).text).toContain('Nog geen meldingen')
  const [first, second] = [await tell(user.id), await tell(user.id, { title: '<b>vet</b>', path: null })]
  const page = await client.get('/notifications')
  expect(page.text).toContain('data-unread="2"')
  expect(page.text).toContain('&lt;b&gt;vet&lt;/b&gt;')
  const opened = await client.post('/notifications', { intent: 'open', id: first.id })
  expect(opened.location).toBe('/requests')
  const read = async (id: string) => (await db.notification.findUniqueOrThrow({ where: { id } })).readAt
  expect([await read(first.id), await read(second.id)]).toEqual([expect.any(Date), null])
  await client.submit('/notifications', { intent: 'read-all' })
  expect(await read(second.id)).toBeInstanceOf(Date)
  expect((await client.get('/notifications?page=9')).text).not.toContain('data-unread')
  expect((await client.post('/notifications', { intent: 'read', id: 'x' })).status).toBe(422)
  expect((await app.client().get('/notifications')).location).toBe('/sign-in?to=%2Fnotifications')
})

test('a stream tells at once what is told to its reader, not what is told to others, and ends with the session', async () => {
  const [user, other] = [await makeUser(db), await makeUser(db)]
  const session = await sessionOf(user.id)
  const stream = await openStream({ ...session.headers, 'Accept-Encoding': 'gzip, br' })
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.answer.headers.get('content-encoding')).toBeNull()
  expect(await stream.next()).toEqual({ unread: 0, newest: null })
  await tell(other.id)
  await tell(user.id, { title: 'Live' })
  expect(await stream.next()).toMatchObject({ unread: 1, newest: { title: 'Live' } })
  await db.session.delete({ where: { id: session.id } })
  expect(await stream.next()).toBeNull()
  expect((await fetch(`${app.origin}/notifications/stream`)).status).toBe(204)
})

test('a reader has four streams; one more is told not to ask again', async () => {
  const session = await sessionOf((await makeUser(db)).id)
  const streams = await Promise.all([1, 2, 3, 4].map(() => openStream(session.headers)))
  expect(streams.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200])
  expect((await openStream(session.headers)).answer.status).toBe(204)
  await db.session.delete({ where: { id: session.id } })
  await Promise.all(
    streams.map(async (stream) => expect(await stream.next().then(() => stream.next())).toBeNull()),
  )
})

test('mails are chosen per kind; what cannot be chosen is left; a mistake keeps what was typed', async () => {
  const user = await makeTeacher(db, branch.id)
  const client = await app.signIn(user)
  const path = '/account/notifications'
  const page = await client.get(path)
  expect(page.text).toContain('Een bedrijf biedt je iets aan')
  expect(page.text).not.toContain('Een school vraagt je iets')
  const wrong = await client.submit(path, {
    intent: 'save',
    from: '22:00',
    until: '',
    'mail.answer': 'weekly',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('laat beide leeg')
  expect(wrong.text).toContain('value="22:00"')
  expect(wrong.text).toMatch(/<option value="weekly" selected/)
  const fields = { intent: 'save', from: '22.00', until: '7:00', weekends: 'on' }
  const saved = await client.submit(path, { ...fields, 'mail.answer': 'weekly', 'mail.hold': 'off' })
  expect(saved.location).toBe(path)
  expect(await db.notificationChoice.findMany({ where: { userId: user.id } })).toEqual([
    { userId: user.id, kind: 'answer', delivery: 'weekly' },
  ])
  expect(await db.quietHours.findUnique({ where: { userId: user.id } })).toMatchObject({
    fromTime: '22:00',
    untilTime: '07:00',
    weekends: true,
  })
})

test('one click of a mail program ends the mails of a kind without a session; a look does not', async () => {
  const user = await makeUser(db)
  const expiresAt = new Date(Date.now() + 86_400_000)
  const purpose = 'stop-notifications'
  const { token, id } = makeLinks('a secret of tests, long enough to be one').sign({
    ...{ purpose, key: user.id, expiresAt },
  })
  await makeLinkStore(db).keep({ id, purpose, subjectId: user.id, payload: { kind: 'answer' }, expiresAt })
  const path = `/notifications/stop?token=${token}`
  expect((await app.client().get(path)).text).toContain('Een bedrijf zegt nee of antwoordt niet')
  expect(await db.notificationChoice.count({ where: { userId: user.id } })).toBe(0)
  const ended = await fetch(app.origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  })
  expect(ended.status).toBe(200)
  expect(await ended.text()).toContain('Je krijgt deze mails niet meer')
  expect(await db.notificationChoice.findMany({ where: { userId: user.id } })).toMatchObject([
    { kind: 'answer', delivery: 'off' },
  ])
})

test('whose mails do not arrive reads so on every page until it is over; an administrator sees the account', async () => {
  const user = await makeUser(db, { name: 'Bas Bouncer' })
  const client = await app.signIn(user)
  const says = async (path: string) => (await client.get(path)).text.includes('komen niet aan')
  expect(await says('/help')).toBe(false)
  await makeMailTroubles(db).failed(user.email.toUpperCase(), 'refused', new Date())
  expect(await says('/help')).toBe(true)
  expect((await client.get('/account/notifications')).text).toContain('Mails naar jou komen niet aan')
  expect((await client.get('/admin/mail')).status).toBe(404)
  const administrator = await app.signIn(await makeUser(db, { isAdministrator: true }))
  const list = await administrator.get('/admin/mail')
  expect(list.text).toContain('Bas Bouncer (@')
  expect(list.text).not.toContain(user.email)
  await client.submit('/account/notifications', { intent: 'arrives' })
  expect(await says('/help')).toBe(false)
})
