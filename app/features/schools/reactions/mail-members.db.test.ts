import { beforeAll, expect, test } from 'vitest'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeSchoolBranch } from '../../../../tests/factories/school-branch'
import { makeTeacher, makeUser } from '../../../../tests/factories/user'
import { type TestDatabase, testDatabase } from '../../../../tests/setup/database'
import { mailJoinAnswered, mailJoinAsked } from './mail-members.server'

let database: TestDatabase
beforeAll(async () => {
  installLocale()
  database = await testDatabase()
})

function needs(sent: OutgoingMail[]) {
  return {
    db: database.db,
    env: { ORIGIN: 'https://schakel.example' },
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: { send: async (mail: OutgoingMail) => sent.push(mail) > 0 },
  }
}
const event = (type: string, subjectId: string, userId: string) => ({
  id: 7n,
  type,
  subjectId,
  payload: { userId },
  occurredAt: new Date(),
})

test('each lead with a confirmed address hears who asks, in the own language, while that person waits', async () => {
  const { db } = database
  const branch = await makeSchoolBranch(db)
  const lead = await makeTeacher(db, branch.id)
  await makeTeacher(db, branch.id, 'member')
  const english = await makeUser(db, {
    locale: 'en',
    schoolMemberships: { create: { branchId: branch.id, role: 'lead' } },
  })
  await makeUser(db, {
    emailVerifiedAt: null,
    schoolMemberships: { create: { branchId: branch.id, role: 'lead' } },
  })
  const asker = await makeUser(db, { name: 'Noor <b>Bos</b>' })
  await db.schoolJoinRequest.create({ data: { branchId: branch.id, userId: asker.id, askedAt: new Date() } })
  const sent: OutgoingMail[] = []
  await mailJoinAsked(needs(sent), event('SchoolJoinAsked', branch.id, asker.id))
  expect(sent.map(({ to }) => to).sort()).toEqual([lead.email, english.email].sort())
  const [dutch] = sent.filter(({ to }) => to === lead.email)
  expect(dutch?.content.subject).toBe(`Noor <b>Bos</b> wil bij ${branch.name} horen`)
  expect(dutch?.content.text).toContain('https://schakel.example/account/school')
  expect(dutch?.content.html).not.toContain('<b>Bos')
  expect(sent.find(({ to }) => to === english.email)?.content.subject).toContain('wants to belong')

  await db.schoolJoinRequest.deleteMany()
  sent.length = 0
  await mailJoinAsked(needs(sent), event('SchoolJoinAsked', branch.id, asker.id))
  expect(sent).toEqual([])
})

test('who asked hears the answer, and nothing that has been turned round since', async () => {
  const { db } = database
  const branch = await makeSchoolBranch(db)
  const asker = await makeUser(db)
  const sent: OutgoingMail[] = []
  await mailJoinAnswered(needs(sent), event('SchoolJoinAccepted', branch.id, asker.id))
  expect(sent).toEqual([])
  await mailJoinAnswered(needs(sent), event('SchoolJoinRefused', branch.id, asker.id))
  expect(sent[0]?.content.subject).toBe(`Je hoort niet bij ${branch.name}`)
  await db.schoolMembership.create({ data: { branchId: branch.id, userId: asker.id, role: 'member' } })
  await mailJoinAnswered(needs(sent), event('SchoolJoinRefused', branch.id, asker.id))
  await mailJoinAnswered(needs(sent), event('SchoolJoinAccepted', branch.id, asker.id))
  expect(sent.map(({ to, content }) => [to, content.subject])).toEqual([
    [asker.email, `Je hoort niet bij ${branch.name}`],
    [asker.email, `Je hoort nu bij ${branch.name}`],
  ])
})
