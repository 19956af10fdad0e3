/** A school and a company talk: who reads what, mails out and in, what is refused, and what a mail never shows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedInActor } from '~/authorisation/actor'
import { conversationPage } from '~/features/conversations/queries/conversation-page.server'
import { conversationLinks, myConversations } from '~/features/conversations/queries/my-conversations.server'
import { reportsPage } from '~/features/conversations/queries/reports-page.server'
import {
  mailFilesLeftOut,
  mailMessage,
  mailNotTaken,
} from '~/features/conversations/reactions/mail-messages.server'
import {
  followConversation,
  handleReport,
  reportConversation,
} from '~/features/conversations/use-cases/follow-conversation.server'
import { receiveMail } from '~/features/conversations/use-cases/receive-mail.server'
import { writeMessage } from '~/features/conversations/use-cases/write-message.server'
import { acceptOffered } from '~/features/proposals/use-cases/answer-offered.server'
import { offerToRequest } from '~/features/proposals/use-cases/offer-to-request.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import type { OrganisationId } from '~/kernel/ids'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeActor } from '../factories/actor'
import { makeMember, makeUser } from '../factories/user'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk(20)
})
afterAll(() => desk.close())

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const companyOf = ({ actor }: { readonly actor: SignedInActor }) =>
  [...actor.organisations.keys()][0] as OrganisationId

async function asked() {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const company = await desk.offer(3)
  const requestId = await desk.post(school)
  await desk.propose(school, requestId, company.id)
  return { school, company, requestId, pair: { requestId, organisationId: companyOf(company) } }
}

let minute = 0
/** Each a minute after the one before. */
function later() {
  desk.setNow(new Date(Date.parse('2026-11-24T10:00:00Z') + ++minute * 60_000).toISOString())
}
const write = (actor: SignedInActor, to: Parameters<typeof writeMessage>[2]['to'], text: string) => {
  later()
  return writeMessage(desk.wiring, actor, { to, key: crypto.randomUUID(), text, files: [] })
}

/** What the worker would send about a conversation from now on. */
async function mailsAfter(work: () => Promise<unknown>): Promise<readonly OutgoingMail[]> {
  const last = (await desk.db.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n
  await work()
  const sent: OutgoingMail[] = []
  const needs = {
    ...desk.wiring,
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: { send: async (mail: OutgoingMail) => sent.push(mail) > 0 },
  }
  const events = await desk.db.outboxEvent.findMany({ where: { id: { gt: last } }, orderBy: { id: 'asc' } })
  for (const row of events) {
    const event = { ...row, payload: row.payload as Record<string, string> }
    if (event.type === 'MessageWritten') await mailMessage(needs, event)
    if (event.type === 'MailRefused') await mailNotTaken(needs, event)
    if (event.type === 'MailFilesRefused') await mailFilesLeftOut(needs, event)
  }
  return sent
}

const emailOf = async ({ userId }: SignedInActor) =>
  (await desk.db.user.findUniqueOrThrow({ where: { id: userId } })).email

type Over = Partial<Awaited<ReturnType<Desk['wiring']['readMail']>>>
/** An answer to a mail, as it would come in. */
async function answer(
  mail: OutgoingMail | undefined,
  over: Over = {},
  returnPath: string | null = mail?.to ?? '',
) {
  later()
  const to = [mail?.masked?.address ?? '']
  const incoming = {
    ...{
      messageId: `<${crypto.randomUUID()}@elders.nl>`,
      from: mail?.to.toLowerCase() ?? '',
      recipients: [],
    },
    ...{ headers: new Map<string, string>(), text: 'Ja, graag.', files: [], failure: null },
    ...over,
  }
  return receiveMail(desk.wiring, incoming, { to, returnPath })
}

describe('between a school and a company that it asked', () => {
  test('both read and write, others do not, and a viewer only reads', async () => {
    const { school, company, pair } = await asked()
    const [other, rival] = [await desk.school(), await desk.offer(3)]
    expect(await codeOf(write(rival.actor, pair, 'Hallo'))).toBe('page.not-found')
    expect(await codeOf(write(other.actor, pair, 'Hallo'))).toBe('page.not-found')
    expect(await codeOf(write(desk.coordinator, pair, 'Hallo'))).toBe('page.not-found')
    expect(await codeOf(write(company.actor, { ...pair, organisationId: companyOf(rival) }, 'Hallo'))).toBe(
      'page.not-found',
    )
    const id = await write(company.actor, pair, 'Hoeveel stopcontacten zijn er?')
    expect(await write(school.actor, pair, 'Zes.')).toBe(id)
    for (const actor of [rival.actor, other.actor, desk.coordinator])
      expect(await codeOf(conversationPage(desk.wiring, actor, { id }))).toBe('page.not-found')
    const page = await conversationPage(desk.wiring, company.actor, { id })
    expect(page.messages.map(({ text, isOwnSide, isNew }) => [text, isOwnSide, isNew])).toEqual([
      ['Hoeveel stopcontacten zijn er?', true, false],
      ['Zes.', false, true],
    ])
    const viewer = await makeMember(desk.db, pair.organisationId, 'viewer')
    const reads = makeActor({ userId: viewer.id, organisations: { [pair.organisationId]: 'viewer' } })
    expect((await conversationPage(desk.wiring, reads, { id })).cannotWrite).toBe('viewer')
    expect(await codeOf(write(reads, pair, 'Hallo'))).toBe('account.not-allowed')
    const unread = async (actor: SignedInActor) =>
      (await myConversations(desk.db, actor, 1)).rows.map((row) => row.unread)
    expect([await unread(company.actor), await unread(school.actor)]).toEqual([[1], [0]])
    const [link] = await conversationLinks(desk.db, company.actor, { requestId: pair.requestId })
    expect(link).toMatchObject({ id, messages: 2, unread: 1 })
    expect(await conversationLinks(desk.db, rival.actor, { requestId: pair.requestId })).toEqual([])
    await followConversation(desk.wiring, company.actor, { id, what: 'read' })
    expect(await unread(company.actor)).toEqual([0])
  })

  test('a form sent twice is one message, and two at once begin one conversation', async () => {
    const { school, company, pair } = await asked()
    const key = crypto.randomUUID()
    const once = () => writeMessage(desk.wiring, school.actor, { to: pair, key, text: 'Hallo', files: [] })
    const [one, two] = await Promise.all([once(), write(company.actor, pair, 'Dag')])
    expect(one).toBe(two)
    await once()
    expect(await desk.db.conversationMessage.count({ where: { conversationId: one } })).toBe(2)
  })

  test('one side stops it for both and starts it again; after the request it ends in 60 days', async () => {
    const { school, company, pair } = await asked()
    const id = await write(company.actor, pair, 'Hallo')
    await followConversation(desk.wiring, school.actor, { id, what: 'block' })
    expect(await codeOf(write(company.actor, pair, 'Toch?'))).toBe('conversation.blocked-by-other')
    await followConversation(desk.wiring, company.actor, { id, what: 'unblock' })
    expect(await codeOf(write(company.actor, pair, 'Toch?'))).toBe('conversation.blocked-by-other')
    await followConversation(desk.wiring, school.actor, { id, what: 'unblock' })
    expect(await codeOf(write(company.actor, pair, 'Toch?'))).toBe('done')
    const closedAt = new Date('2026-09-01T09:00:00Z')
    await desk.db.supportRequest.update({
      where: { id: pair.requestId },
      data: { state: 'withdrawn', closedAt },
    })
    expect(await codeOf(write(school.actor, pair, 'Nog iets'))).toBe('conversation.over')
    expect((await conversationPage(desk.wiring, school.actor, { id })).messages).toHaveLength(2)
  })

  test('what is reported is read and handled by an administrator alone', async () => {
    const { school, company, pair } = await asked()
    const id = await write(company.actor, pair, 'Koop nu een robot')
    const report = { id, key: crypto.randomUUID(), reason: 'spam', text: 'Dit is reclame.' } as const
    await reportConversation(desk.wiring, school.actor, report)
    const admin = { ...makeActor({ userId: (await makeUser(desk.db)).id }), isAdministrator: true }
    const { rows, open } = await reportsPage(desk.db, admin, 1)
    expect([open, rows[0]?.messages.map(({ text }) => text)]).toEqual([1, ['Koop nu een robot']])
    const done = { report: report.key, note: 'Bedrijf gebeld.' }
    expect(await codeOf(handleReport(desk.wiring, company.actor, done))).toBe('page.not-found')
    expect(await codeOf(handleReport(desk.wiring, admin, done))).toBe('done')
    expect(await codeOf(handleReport(desk.wiring, admin, done))).toBe('conversation.report-handled')
  })
})

test('a company that offered by itself reads no name before the yes, on the page or by mail', async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const company = await desk.offer(3)
  const requestId = await desk.post(school)
  await askWaitingList(desk.wiring, school.actor, { id: requestId, wait: true })
  const offered = { requestId, offerId: company.id, message: null, days: [], period: null }
  const proposalId = await offerToRequest(desk.wiring, company.actor, offered)
  const pair = { requestId, organisationId: companyOf(company) }
  let id = ''
  const mails = await mailsAfter(async () => {
    id = await write(school.actor, pair, 'Neem je ook iets mee?')
  })
  const branch = await desk.db.schoolBranch.findUniqueOrThrow({ where: { id: school.branchId } })
  const teacher = await desk.db.user.findUniqueOrThrow({ where: { id: school.actor.userId } })
  const reads = async () =>
    JSON.stringify([
      await conversationPage(desk.wiring, company.actor, { id }),
      await myConversations(desk.db, company.actor, 1),
      mails.map(({ content, masked }) => [content, masked]),
    ])
  const told = await reads()
  expect(mails).toHaveLength(1)
  expect(told).toContain('Neem je ook iets mee?')
  for (const secret of [branch.name, teacher.name, teacher.email, 'Een les over robots'])
    expect(told).not.toContain(secret)
  await acceptOffered(desk.wiring, school.actor, { id: proposalId, groups: 1, day: null })
  expect(await reads()).toContain(branch.name)
})

describe('by mail', () => {
  test('the other side is mailed from an address that stands for the reader, in a thread; its answer comes in once, without the quote', async () => {
    const { school, company, pair } = await asked()
    const [first] = await mailsAfter(() => write(company.actor, pair, `Mail me op ${'x'}`))
    const staff = await emailOf(school.actor)
    expect(first).toMatchObject({ to: staff })
    expect(first?.masked?.address).toMatch(/^c\+[0-9a-f]{40}@antwoord\.schakel\.example$/)
    const own = await emailOf(company.actor)
    expect(JSON.stringify(first)).not.toContain(own)
    const text = `Ja, dinsdag. Mail ${staff} of ${own}.\n\nOp ma 30 nov 2026 om 10:03 schreef X <c@d.nl>:\n> Mail me`
    const messageId = '<een@college.nl>'
    const back = await mailsAfter(async () => {
      expect(await answer(first, { text, messageId })).toMatchObject({ outcome: 'kept' })
      expect(await answer(first, { text, messageId })).toMatchObject({ outcome: 'kept' })
    })
    const page = await conversationPage(desk.wiring, company.actor, pair)
    expect(page.messages.map((message) => [message.text, message.isByMail])).toEqual([
      ['Mail me op x', false],
      ['Ja, dinsdag. Mail …@… of …@….', true],
    ])
    expect(back.map(({ to }) => to)).toEqual([own])
    expect(JSON.stringify(back)).not.toContain(staff)
    expect(back[0]?.masked?.address).not.toBe(first?.masked?.address)
    const [third] = await mailsAfter(() => write(company.actor, pair, 'Mooi'))
    expect(third?.thread?.at(-1)).toBe(messageId)
    expect(third?.thread?.[0]).toBe(first?.thread?.[0])
  })

  test('somebody else, a program, and an address of nobody come to nothing and to no mail', async () => {
    const { company, pair } = await asked()
    const [mail] = await mailsAfter(() => write(company.actor, pair, 'Hallo'))
    const automatic = new Map([['auto-submitted', 'auto-replied']])
    const sent = await mailsAfter(async () => {
      expect(await answer(mail, { from: 'vreemd@elders.nl' })).toEqual({ outcome: 'foreign' })
      expect(await answer(mail, { headers: automatic })).toEqual({ outcome: 'automatic' })
      expect(await answer(mail, {}, '')).toEqual({ outcome: 'automatic' })
      const address = `c+${'0'.repeat(40)}@antwoord.schakel.example`
      expect(await answer(mail && { ...mail, masked: { name: '', address } })).toEqual({ outcome: 'unknown' })
    })
    expect(sent).toEqual([])
    expect((await conversationPage(desk.wiring, company.actor, pair)).messages).toHaveLength(1)
  })

  test('what is not taken in is told once to who sent it; a file that is too large is left out and the words stay', async () => {
    const { school, company, pair } = await asked()
    const [mail] = await mailsAfter(() => write(company.actor, pair, 'Hallo'))
    const big = { name: 'film.pdf', content: new Uint8Array(11 * 1024 * 1024), isInText: false }
    const pdf = { name: 'blad.pdf', content: new TextEncoder().encode('%PDF-1.7'), isInText: false }
    const logo = { name: 'logo.png', content: new Uint8Array(900), isInText: true }
    const told = await mailsAfter(() => answer(mail, { files: [logo, big, pdf] }))
    expect(told.map(({ template }) => template)).toEqual(['message', 'message-not-taken'])
    expect(told[1]?.content.text).toContain('film.pdf: groter dan 10 MB')
    const { messages, id } = await conversationPage(desk.wiring, school.actor, pair)
    expect(messages.at(-1)).toMatchObject({
      text: 'Ja, graag.',
      files: [{ name: 'blad.pdf', type: 'application/pdf' }],
      refused: [{ name: 'film.pdf', why: 'too-large' }],
    })
    await followConversation(desk.wiring, company.actor, { id: id ?? '', what: 'block' })
    const refused = await mailsAfter(async () => {
      expect(await answer(mail)).toEqual({ outcome: 'refused', why: 'blocked-by-other' })
    })
    expect(refused[0]?.content.text).toContain('gestopt')
    expect(refused[0]?.to).toBe(await emailOf(school.actor))
  })

  test('a mail that comes back is shown to who wrote, and nobody is mailed who wants none', async () => {
    const { school, company, pair } = await asked()
    const [mail] = await mailsAfter(() => write(company.actor, pair, 'Hallo'))
    const conversation = await desk.db.conversationDelivery.findFirstOrThrow({ orderBy: { at: 'desc' } })
    const messageId = conversation.mailId.replace(/^<|>$/g, '')
    const logged = { reason: `message ${messageId}`, template: 'message', locale: 'nl', messageId }
    await desk.db.mailLog.create({ data: { ...logged, recipient: mail?.to ?? '', createdAt: new Date() } })
    const failure = { mailIds: ['<iets@anders.nl>'], isForGood: true }
    expect(await answer(mail, { failure }, '')).toEqual({ outcome: 'failure-noted' })
    expect((await desk.db.mailLog.findFirstOrThrow({ where: { messageId } })).bouncedAt).not.toBeNull()
    const undelivered = async ({ actor }: { actor: SignedInActor }) =>
      (await conversationPage(desk.wiring, actor, pair)).messages.map((message) => message.undelivered)
    expect([await undelivered(company), await undelivered(school)]).toEqual([[1], [0]])
    const { id } = await conversationPage(desk.wiring, school.actor, pair)
    await followConversation(desk.wiring, school.actor, { id: id ?? '', what: 'mute' })
    expect(await mailsAfter(() => write(company.actor, pair, 'Nog iets'))).toEqual([])
  })
})
