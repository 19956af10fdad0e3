/** Colleagues on real PostgreSQL: nobody leaves an organisation without an owner, and an invitation works once. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { parseEnv } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { makeLinks } from '~/platform/links/links.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOffer } from '../../../tests/factories/offer'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeProposal } from '../../../tests/factories/proposal'
import { makeSchoolBranch } from '../../../tests/factories/school-branch'
import { makeMember, makeUser } from '../../../tests/factories/user'
import { testDatabase } from '../../../tests/setup/database'
import { mailColleagueJoined, mailInvitation, mailOwnAccess } from './reactions/mail-colleagues.server'
import { acceptInvitation, accountByInvitation } from './use-cases/answer-invitation.server'
import { changeColleagues } from './use-cases/change-colleagues.server'
import { inviteColleague, withdrawInvitation } from './use-cases/invite-colleague.server'

let wiring: Wiring
let now = new Date('2026-11-24T09:00:00Z')
let organisationId: string
let owner: { readonly id: string; readonly email: string }
const sent: OutgoingMail[] = []

beforeAll(async () => {
  installLocale()
  const database = await testDatabase()
  const env = parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    SECRET: 'a secret of at least thirty-two characters',
    LOG_LEVEL: 'silent',
  })
  wiring = makeWiring(env, { clock: { now: () => now } })
  return () => wiring.close()
})
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  sent.length = 0
  organisationId = (await makeOrganisation(wiring.db, { name: 'Metaal & Zonen' })).id
  owner = await makeMember(wiring.db, organisationId, 'owner', { name: 'Noor Bos' })
})

const actorOf = (user: { readonly id: string }, role: 'owner' | 'editor' | 'viewer' = 'owner') =>
  makeActor({ userId: user.id, organisations: { [organisationId]: role } })
const rolesOf = async () =>
  Object.fromEntries(
    (await wiring.db.organisationMembership.findMany({ where: { organisationId } })).map((row) => [
      row.userId,
      row.role,
    ]),
  )
const invite = (email: string, role: 'owner' | 'editor' | 'viewer' = 'editor') =>
  inviteColleague(wiring, actorOf(owner), { organisationId, email, role, locale: 'en' })

/** Runs the reaction to the last event of a type, with a mailer that keeps what it is given. */
async function react(type: string, reaction: typeof mailInvitation) {
  const event = await wiring.db.outboxEvent.findFirstOrThrow({ where: { type }, orderBy: { id: 'desc' } })
  // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
  const mailer = { send: async (mail: OutgoingMail) => sent.push(mail) > 0 }
  const payload = event.payload as Record<string, string>
  await reaction({ ...wiring, links: makeLinks(wiring.env.SECRET), mailer }, { ...event, payload })
}
async function tokenOf(type = 'ColleagueInvited') {
  await react(type, mailInvitation)
  return /token=([\w.-]+)/.exec(sent.at(-1)?.content.text ?? '')?.[1] ?? ''
}

test('of two owners who leave at the same moment one stays', async () => {
  const other = await makeMember(wiring.db, organisationId, 'owner')
  const leave = (user: { readonly id: string }) =>
    changeColleagues(wiring, actorOf(user), { organisationId, change: { kind: 'remove', userId: user.id } })
  const ends = await Promise.allSettled([leave(owner), leave(other)])
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(Object.values(await rolesOf())).toEqual(['owner'])
})

test('two owners who make each other editors leave one owner', async () => {
  const other = await makeMember(wiring.db, organisationId, 'owner')
  const demote = (by: { readonly id: string }, userId: string) =>
    changeColleagues(wiring, actorOf(by), {
      organisationId,
      change: { kind: 'role', userId, role: 'editor' },
    })
  await Promise.allSettled([demote(owner, other.id), demote(other, owner.id)])
  expect(Object.values(await rolesOf()).sort()).toEqual(['editor', 'owner'])
})

test('who goes gives the requests back that were handed on, and is told in a mail', async () => {
  const colleague = await makeMember(wiring.db, organisationId, 'editor', { locale: 'en' })
  const offer = await makeOffer(wiring.db, { organisationId })
  const branch = await makeSchoolBranch(wiring.db)
  const proposal = await makeProposal(wiring.db, { branchId: branch.id, offerId: offer.id })
  await wiring.db.proposal.update({ where: { id: proposal.id }, data: { addressedToId: colleague.id } })
  const change = { kind: 'role', userId: colleague.id, role: 'viewer' } as const
  await changeColleagues(wiring, actorOf(owner), { organisationId, change })
  await react('ColleagueRoleChanged', mailOwnAccess)
  expect(sent.at(-1)?.content.subject).toBe('Your role at Metaal & Zonen is now: viewer')
  expect(
    (await wiring.db.proposal.findUniqueOrThrow({ where: { id: proposal.id } })).addressedToId,
  ).toBeNull()
  await changeColleagues(wiring, actorOf(owner), {
    organisationId,
    change: { kind: 'remove', userId: colleague.id },
  })
  await react('ColleagueRemoved', mailOwnAccess)
  expect(sent.at(-1)).toMatchObject({
    to: colleague.email,
    content: { subject: 'You no longer have access to Metaal & Zonen' },
  })
  expect(await rolesOf()).toEqual({ [owner.id]: 'owner' })
})

test('an invitation makes an account once, with a confirmed address and the role that was given', async () => {
  await invite('sanne@metaal.example', 'viewer')
  const token = await tokenOf()
  expect(sent.at(-1)).toMatchObject({ to: 'sanne@metaal.example', locale: 'en' })
  expect(sent.at(-1)?.content.text).toContain('Noor Bos asks you to work on Schakel')
  const account = {
    token,
    name: 'Sanne Las',
    password: 'lange zin met een hamer erin',
    locale: 'nl',
  } as const
  const tries = await Promise.allSettled(
    [1, 2].map(() => accountByInvitation(wiring, { ...account, clientAddress: '192.0.2.7' })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const user = await wiring.db.user.findUniqueOrThrow({ where: { email: 'sanne@metaal.example' } })
  expect(user.emailVerifiedAt).not.toBeNull()
  expect(await rolesOf()).toEqual({ [owner.id]: 'owner', [user.id]: 'viewer' })
  expect(await wiring.db.organisationInvitation.count({ where: { organisationId } })).toBe(0)
  await react('ColleagueJoined', mailColleagueJoined)
  expect(sent.at(-1)).toMatchObject({
    to: owner.email,
    content: { subject: 'Sanne Las werkt nu mee bij Metaal & Zonen' },
  })
})

test('an account accepts what went to its own address only; asked anew the former link opens nothing', async () => {
  const guest = await makeUser(wiring.db, { email: 'Gast@metaal.example', emailVerifiedAt: null })
  const other = await makeUser(wiring.db)
  await invite('gast@metaal.example')
  const former = await tokenOf()
  expect(sent.at(-1)?.locale).toBe('nl')
  now = new Date(now.getTime() + 1000)
  await invite('gast@metaal.example', 'owner')
  const token = await tokenOf()
  await expect(acceptInvitation(wiring, makeActor({ userId: guest.id }), former)).rejects.toThrow('gone')
  await expect(acceptInvitation(wiring, makeActor({ userId: other.id }), token)).rejects.toThrow('forbidden')
  await acceptInvitation(wiring, makeActor({ userId: guest.id }), token)
  expect((await rolesOf())[guest.id]).toBe('owner')
  expect((await wiring.db.user.findUniqueOrThrow({ where: { id: guest.id } })).emailVerifiedAt).not.toBeNull()
  await expect(invite('gast@metaal.example')).rejects.toThrow('conflict')
})

test('what was withdrawn or has expired opens nothing', async () => {
  const guest = makeActor({ userId: (await makeUser(wiring.db, { email: 'laat@metaal.example' })).id })
  await invite('laat@metaal.example')
  const token = await tokenOf()
  now = new Date('2026-12-01T09:00:01Z')
  await expect(acceptInvitation(wiring, guest, token)).rejects.toThrow('gone')
  await invite('laat@metaal.example')
  const again = await tokenOf()
  const { id } = await wiring.db.organisationInvitation.findFirstOrThrow({ where: { organisationId } })
  await withdrawInvitation(wiring, actorOf(owner), { organisationId, id })
  await expect(acceptInvitation(wiring, guest, again)).rejects.toThrow('gone')
})
