import { beforeAll, describe, expect, test } from 'vitest'
import { runInRequest } from '~/platform/http/request-context.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { makeActor } from '../../../tests/factories/actor'
import { makeOrganisation } from '../../../tests/factories/organisation'
import { makeRegion } from '../../../tests/factories/region'
import { makeUser } from '../../../tests/factories/user'
import { testDatabase } from '../../../tests/setup/database'
import { auditOf } from './domain/audited'
import { auditEntries } from './queries/audit-entries.server'

const { db } = await testDatabase()
const clock = { now: () => new Date() }
const ADMINISTRATOR = makeActor({ isAdministrator: true })

const tell = (...events: { type: string; subjectId: string }[]) =>
  db.$transaction((tx) =>
    makeOutbox(tx, { subscribersOf: () => [], auditOf }).append(
      ...events.map((event) => ({ ...event, payload: { by: 'school' } })),
    ),
  )
const context = () => ({
  requestId: 'r',
  locale: 'nl' as const,
  nonce: 'n',
  clientAddress: '203.0.113.77',
  queryCount: 0,
  kept: new Map(),
})
const all = (query = {}) => auditEntries({ db, clock }, ADMINISTRATOR, { view: 'all', query, limit: 50 })

describe('the log', () => {
  let regionId: string
  let here: string
  let elsewhere: string

  beforeAll(async () => {
    regionId = (await makeRegion(db)).id
    here = (await makeOrganisation(db)).id
    elsewhere = (await makeOrganisation(db, { municipalityCode: 'GM0363' })).id
  })

  test('keeps with the event who did it, and the address without its last part where it is of security', async () => {
    const user = await makeUser(db)
    await runInRequest({ ...context(), acting: { kind: 'user', userId: user.id } }, () =>
      tell(
        { type: 'OrganisationVerified', subjectId: here },
        { type: 'PasswordChanged', subjectId: user.id },
      ),
    )
    await runInRequest(context(), () => tell({ type: 'OrganisationRefused', subjectId: elsewhere }))
    await tell({ type: 'AnswersDue', subjectId: here }, { type: 'RequestExpired', subjectId: 'x' })
    expect(
      (await all()).map((e) => [e.kind, e.actor, e.actorName, e.subjectName === null, e.network]),
    ).toEqual([
      ['RequestExpired', 'system', null, true, null],
      ['OrganisationRefused', 'visitor', null, false, null],
      ['PasswordChanged', 'user', user.name, false, '203.0.113.0'],
      ['OrganisationVerified', 'user', user.name, false, null],
    ])
    expect((await all({ by: user.id, kind: 'PasswordChanged' })).map((e) => e.subjectId)).toEqual([user.id])
  })

  test('a coordinator reads what is about the own regions, somebody else nothing', async () => {
    const ask = (actor: ReturnType<typeof makeActor>, view: 'all' | 'regions') =>
      auditEntries({ db, clock }, actor, { view, query: {}, limit: 50 })
    const kinds = (await ask(makeActor({ regions: [regionId] }), 'regions')).map((e) => [e.kind, e.subjectId])
    expect(kinds).toEqual([['OrganisationVerified', here]])
    await expect(ask(makeActor({ regions: [regionId] }), 'all')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(ask(makeActor(), 'regions')).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('is undone with what it tells of', async () => {
    const before = await db.auditEntry.count()
    const failing = db.$transaction(async (tx) => {
      await makeOutbox(tx, { subscribersOf: () => [], auditOf }).append({
        type: 'OrganisationVerified',
        subjectId: here,
        payload: {},
      })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await db.auditEntry.count()).toBe(before)
  })

  test('is written when a session begins, however it does', async () => {
    const { id: userId } = await makeUser(db)
    await db.session.create({ data: { id: 'of-a-test', userId, expiresAt: new Date(Date.now() + 1000) } })
    expect((await all({ about: userId })).map((e) => [e.kind, e.actorId])).toEqual([['SignedIn', userId]])
  })

  test('nobody changes or empties it; only what is older than two years goes, by its one routine', async () => {
    const old = new Date(Date.now() - 3 * 366 * 86_400_000)
    await db.auditEntry.create({
      data: { at: old, kind: 'SignedIn', actor: 'system', subject: 'other', subjectId: 'x' },
    })
    const count = await db.auditEntry.count()
    const refused = 'the audit log is only added to'
    await expect(db.auditEntry.updateMany({ data: { kind: 'Nothing' } })).rejects.toThrow(refused)
    await expect(db.auditEntry.deleteMany({})).rejects.toThrow(refused)
    await expect(db.auditEntry.deleteMany({ where: { at: old } })).rejects.toThrow(refused)
    await expect(db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(refused)
    const [gone] = await db.$queryRaw<{ n: number }[]>`SELECT forget_audit_entries() AS n`
    expect(gone).toEqual({ n: 1 })
    expect(await db.auditEntry.count()).toBe(count - 1)
    await expect(db.auditEntry.deleteMany({})).rejects.toThrow(refused)
  })
})
