import { describe, expect, test } from 'vitest'
import type { UserId } from '~/kernel/ids'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeRequest } from '../../../tests/factories/request'
import { makeSchoolBranch } from '../../../tests/factories/school-branch'
import { makeMember, makeTeacher, makeUser } from '../../../tests/factories/user'
import { atTheEnd } from '../../../tests/setup/at-the-end'
import { testDatabase } from '../../../tests/setup/database'
import { columnsByPerson } from './domain/holdings'
import { erasePage } from './queries/erase-page.server'
import { myData } from './queries/my-data.server'
import { mailErased } from './reactions/mail-erased.server'
import { applyRetention } from './use-cases/apply-retention.server'
import { eraseAccount } from './use-cases/erase-account.server'

const { db, url } = await testDatabase()
const NOW = new Date('2026-11-30T10:00:00Z')
const wiring = makeWiring(
  parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: url,
    SECRET: 'a secret of tests, long enough to be one',
    LOG_LEVEL: 'silent',
  }),
  { clock: { now: () => NOW } },
)
atTheEnd(() => wiring.close())
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

describe('taking along', () => {
  test('every column of the table finds rows of who asks and of nobody else, without secrets', async () => {
    const branch = await makeSchoolBranch(db)
    const me = await makeTeacher(db, branch.id, 'lead', { passwordHash: 'argon2id-of-me' })
    const other = await makeTeacher(db, branch.id, 'member')
    await makeRequest(db, { branchId: branch.id, createdById: me.id, title: 'Robots van mij' })
    await makeRequest(db, { branchId: branch.id, createdById: other.id, title: 'Robots van een ander' })
    await db.searchSubscriber.create({ data: { email: me.email } })
    await db.session.create({ data: { id: 'hash-of-a-session', userId: me.id, expiresAt: daysAgo(-1) } })
    const data = await myData(db, makeActor({ userId: me.id }))
    const found = data.map(({ table, column, rows }) => `${table}.${column} ${rows.length}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'app_user.id 1',
        'session.user_id 1',
        'school_membership.user_id 1',
        'support_request.created_by_id 1',
        'search_subscriber.email 1',
        'audit_entry.actor_id 1',
      ]),
    )
    const text = JSON.stringify(data)
    expect(text).toContain('Robots van mij')
    for (const secret of ['argon2id-of-me', 'hash-of-a-session', 'van een ander', other.email])
      expect(text).not.toContain(secret)
  })
})

describe('erasing', () => {
  test('makes the account nameless, keeps what others need of it, and tells once', async () => {
    const branch = await makeSchoolBranch(db)
    const me = await makeTeacher(db, branch.id, 'lead')
    const colleague = await makeTeacher(db, branch.id, 'member')
    const company = await makeOrganisation(db)
    await makeMember(db, company.id, 'owner')
    await db.organisationMembership.create({
      data: { userId: me.id, organisationId: company.id, role: 'owner' },
    })
    const request = await makeRequest(db, { branchId: branch.id, createdById: me.id })
    await db.session.create({ data: { id: 'a-session-of-mine', userId: me.id, expiresAt: daysAgo(-1) } })
    await db.searchSubscriber.create({ data: { email: me.email } })
    await db.mailLog.create({
      data: { reason: `of ${me.id}`, template: 'x', locale: 'nl', recipient: me.email },
    })
    const actor = makeActor({
      userId: me.id,
      schools: { [branch.id]: 'lead' },
      organisations: { [company.id]: 'owner' },
    })
    await expect(eraseAccount(wiring, actor, { email: 'iemand@anders.example' })).rejects.toMatchObject({
      code: 'privacy.wrong-address',
    })
    await eraseAccount(wiring, actor, { email: me.email.toUpperCase() })

    expect(await db.user.findUniqueOrThrow({ where: { id: me.id } })).toMatchObject({
      email: `erased-${me.id}@erased.invalid`,
      name: 'Oud-collega',
      passwordHash: null,
      erasedAt: NOW,
      farewellEmail: me.email,
    })
    expect((await db.supportRequest.findUniqueOrThrow({ where: { id: request.id } })).createdById).toBe(me.id)
    expect(await db.schoolMembership.findMany({ where: { branchId: branch.id } })).toMatchObject([
      { userId: colleague.id, role: 'lead' },
    ])
    const count = (table: string, where: string) =>
      db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)
    expect(await count('session', `user_id = '${me.id}'`)).toEqual([{ n: 0 }])
    expect(await count('organisation_membership', `user_id = '${me.id}'`)).toEqual([{ n: 0 }])
    // Nowhere else the address is left.
    for (const { table, column } of columnsByPerson().filter(({ by }) => by === 'email'))
      expect(await count(table, `${column} = '${me.email}'`), table).toEqual([{ n: 0 }])

    const sent: string[] = []
    const event = await db.outboxEvent.findFirstOrThrow({
      where: { type: 'AccountErased', subjectId: me.id },
    })
    const mailer = {
      async send({ to }: { readonly to: string }) {
        sent.push(to)
        return true
      },
    }
    for (let tries = 0; tries < 2; tries++) await mailErased({ ...wiring, mailer }, { ...event, payload: {} })
    expect(sent).toEqual([me.email])
    expect((await db.user.findUniqueOrThrow({ where: { id: me.id } })).farewellEmail).toBeNull()
    expect(await db.auditEntry.count({ where: { kind: 'AccountErased', subjectId: me.id } })).toBe(1)
  })

  test('nothing is left without people: the only owner, the last of a school that asks, an administrator', async () => {
    const company = await makeOrganisation(db)
    const owner = await makeMember(db, company.id, 'owner')
    const branch = await makeSchoolBranch(db)
    const teacher = await makeTeacher(db, branch.id)
    await makeRequest(db, { branchId: branch.id, createdById: teacher.id, state: 'open' })
    const administrator = await makeUser(db, { isAdministrator: true })
    const actors = [
      makeActor({ userId: owner.id, organisations: { [company.id]: 'owner' } }),
      makeActor({ userId: teacher.id, schools: { [branch.id]: 'lead' } }),
      makeActor({ userId: administrator.id, isAdministrator: true }),
    ]
    for (const [i, person] of [owner, teacher, administrator].entries())
      await expect(
        eraseAccount(wiring, actors[i] ?? makeActor(), { email: person.email }),
      ).rejects.toMatchObject({ code: 'privacy.settle-first' })
    expect(await db.user.count({ where: { id: { in: [owner.id, teacher.id] }, erasedAt: null } })).toBe(2)
    const page = (id: string) => erasePage(db, makeActor({ userId: id as UserId }))
    expect((await page(owner.id)).companies).toEqual([{ id: company.id, name: company.name }])
    expect((await page(teacher.id)).schools).toEqual([{ id: branch.id, name: branch.name, requests: 1 }])
    // A company that was stopped needs no owner.
    await db.organisation.update({ where: { id: company.id }, data: { stoppedAt: NOW } })
    expect((await page(owner.id)).companies).toEqual([])
    await eraseAccount(wiring, actors[0] ?? makeActor(), { email: owner.email })
    expect(await db.organisationMembership.count({ where: { organisationId: company.id } })).toBe(0)
  })
})

test('retention: a dry run counts what the job then takes away, and nothing younger', async () => {
  const { id: userId } = await makeUser(db)
  await makeUser(db, { emailVerifiedAt: null, createdAt: daysAgo(91), email: 'never@schakel.example' })
  await makeUser(db, { emailVerifiedAt: null, createdAt: daysAgo(89) })
  await db.mailLog.createMany({
    data: [181, 179].map((days) => ({
      reason: `old ${days}`,
      template: 'x',
      locale: 'nl',
      recipient: 'x@schakel.example',
      state: 'sent' as const,
      createdAt: daysAgo(days),
    })),
  })
  await db.session.create({ data: { id: 'ended', userId, expiresAt: daysAgo(1) } })
  const rows = (lines: Awaited<ReturnType<typeof applyRetention>>) =>
    Object.fromEntries(lines.map((line) => [`${line.rule} ${line.table}`, line.rows]))
  const told = rows(await applyRetention(wiring, { dryRun: true }))
  expect(told).toMatchObject({
    'mails mail_log': 1,
    'sessions session': 1,
    'unconfirmed-accounts app_user': 1,
  })
  expect(await db.mailLog.count({ where: { reason: 'old 181' } })).toBe(1)
  expect(rows(await applyRetention(wiring, { dryRun: false }))).toEqual(told)
  expect(await db.mailLog.count({ where: { reason: { in: ['old 181', 'old 179'] } } })).toBe(1)
  expect(await db.user.count({ where: { email: 'never@schakel.example' } })).toBe(0)
  expect(Object.values(rows(await applyRetention(wiring, { dryRun: true }))).every((n) => n === 0)).toBe(true)
})
