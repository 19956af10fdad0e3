import { expect, test } from 'vitest'
import { makeLoad } from '../../../../tests/factories/load'
import { makeOrganisation } from '../../../../tests/factories/organisation'
import { makeMember } from '../../../../tests/factories/user'
import { testDatabase } from '../../../../tests/setup/database'
import { mailLoadDone } from './mail-load-done.server'

const STARTED = new Date('2026-11-02T08:00:00Z')
const after = (seconds: number) => new Date(STARTED.getTime() + seconds * 1000)

test('who waited long for a load is told in the own language when it is done; who did not is not', async () => {
  const { db } = await testDatabase()
  const organisation = await makeOrganisation(db, { name: 'Lasbedrijf De Vonk' })
  const sent: { to: string; locale: string; subject: string; text: string }[] = []
  const mailer = {
    send: async ({
      to,
      locale,
      content,
    }: {
      to: string
      locale: string
      content: { subject: string; text: string }
    }) => {
      sent.push({ to, locale, subject: content.subject, text: content.text })
    },
  } as unknown as Parameters<typeof mailLoadDone>[0]['mailer']
  const load = async (seconds: number, locale: string, rows: readonly ('loaded' | 'failed')[]) => {
    const user = await makeMember(db, organisation.id, 'editor', { locale })
    const { id } = await makeLoad(db, {
      organisationId: organisation.id,
      byUserId: user.id,
      state: 'done',
      rowCount: 2,
      startedAt: STARTED,
      finishedAt: after(seconds),
      rows: { create: rows.map((state, i) => ({ number: i + 2, cells: [], state })) },
    })
    await mailLoadDone({ db, mailer, env: { ORIGIN: 'https://schakel.example' } }, { subjectId: id, id: 1n })
    return { id, email: user.email }
  }
  await load(19, 'nl', ['loaded', 'loaded'])
  expect(sent).toEqual([])
  const dutch = await load(20, 'nl', ['loaded', 'loaded'])
  const english = await load(60, 'en', ['loaded', 'failed'])
  expect(sent).toMatchObject([
    { to: dutch.email, locale: 'nl', subject: 'Het inladen voor Lasbedrijf De Vonk is klaar' },
    { to: english.email, locale: 'en', subject: 'The load for Lasbedrijf De Vonk is done' },
  ])
  expect(sent[0]?.text).toContain('2 aanbiedingen')
  expect(sent[0]?.text).toContain(`https://schakel.example/my/organisation/loads/${dutch.id}`)
  expect(sent[0]?.text).not.toContain('lukte')
  expect(sent[1]?.text).toContain('1 row did not work')
})
