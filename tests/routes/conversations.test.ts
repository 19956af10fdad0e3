/** Conversations in the browser and the address where a mail service hands over answers. */
import { beforeAll, expect, test } from 'vitest'
import { replyAddress } from '~/features/conversations/domain/reply-address'
import { makeReplyTokens } from '~/platform/links/reply-tokens.server'
import { signatureOf } from '~/platform/mail/signed-mail.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeProposal } from '../factories/proposal'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher, makeUser } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const MAIL_IN_SECRET = 'a secret of tests for mails that come in'

let app: TestApp
let school: Client
let company: Client
let stranger: Client
let pair: string
let teacher: { readonly id: string; readonly email: string }

beforeAll(async () => {
  app = await testApp({ env: { MAIL_IN_SECRET } })
  const { db } = app.database
  const organisation = await makeOrganisation(db)
  const offer = await makeOffer(db, { organisationId: organisation.id })
  const branch = await makeSchoolBranch(db)
  teacher = await makeTeacher(db, branch.id)
  const proposal = await makeProposal(db, { branchId: branch.id, offerId: offer.id })
  pair = `request=${proposal.requestId}&organisation=${organisation.id}`
  school = await app.signIn(teacher)
  company = await app.signIn(await makeMember(db, organisation.id))
  stranger = await app.signIn(await makeMember(db, (await makeOrganisation(db)).id))
})

test('from the first question to an answer with a file, an answer by mail, and nothing for a stranger', async () => {
  const begin = `/conversations/new?${pair}`
  expect((await stranger.get(begin)).status).toBe(404)
  const empty = await company.submit(begin, { intent: 'write', text: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('write-text-error')
  const begun = await company.submit(begin, { intent: 'write', text: 'Is er een beamer?' })
  const path = begun.location ?? ''
  expect(path).toMatch(/^\/conversations\/[0-9a-f-]{36}$/)
  expect((await company.get(begin)).location).toBe(path)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await app.client().get(path)).location).toContain('/sign-in')

  const list = await school.get('/conversations')
  expect(list.text).toContain('Is er een beamer?')
  expect(list.text).toContain('Eén nieuw bericht')
  const page = await school.get(path)
  const key = /name="key" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
  const file = { field: 'files', name: 'lokaal.pdf', bytes: new TextEncoder().encode('%PDF-1.7 lokaal') }
  const virus = { ...file, name: 'x.exe', bytes: new TextEncoder().encode('MZ') }
  const wrong = await school.upload(path, { intent: 'write', key, text: 'Met plan.' }, virus)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Met plan.')
  expect((await school.upload(path, { intent: 'write', key, text: 'Ja, met plan.' }, file)).status).toBe(302)
  const read = await company.get(path)
  const download = /\/conversations\/files\/[0-9a-f-]{36}/.exec(read.text)?.[0] ?? ''
  const taken = await company.get(download)
  expect(taken.text).toBe('%PDF-1.7 lokaal')
  expect(taken.headers.get('Content-Disposition')).toContain('lokaal.pdf')
  expect((await stranger.get(download)).status).toBe(404)
  expect((await stranger.post(path, { intent: 'block' })).status).toBe(404)

  const conversationId = path.split('/').at(-1) ?? ''
  const { token } = makeReplyTokens('a secret of tests, long enough to be one').of(
    `${conversationId} ${teacher.id}`,
  )
  const raw = Buffer.from(
    `From: ${teacher.email}\r\nTo: ${replyAddress(token, 'antwoord.schakel.example')}\r\nMessage-ID: <1@x.nl>\r\n\r\nEn een scherm.\r\n`,
  )
  const hand = (secret: string) => {
    const moment = String(Math.floor(Date.now() / 1000))
    return fetch(`${app.origin}/mail/incoming`, {
      method: 'POST',
      headers: {
        'Content-Type': 'message/rfc822',
        'X-Schakel-Timestamp': moment,
        'X-Schakel-Signature': signatureOf(moment, raw, secret),
      },
      body: raw,
    })
  }
  expect((await hand('another secret that is long enough')).status).toBe(404)
  expect(await (await hand(MAIL_IN_SECRET)).json()).toMatchObject({ outcome: 'kept' })
  expect((await company.get(path)).text).toContain('En een scherm.')

  expect((await company.get('/admin/reports')).status).toBe(404)
  const reported = await school.post(path, { intent: 'report', key: crypto.randomUUID(), reason: 'other' })
  expect(reported.status).toBe(302)
  const administrator = await app.signIn(await makeUser(app.database.db, { isAdministrator: true }))
  const reports = await administrator.submit('/admin/reports', { note: '' })
  expect(reports.status).toBe(422)
  expect((await administrator.submit('/admin/reports', { note: 'Gebeld.' })).status).toBe(302)
  expect((await administrator.get('/admin/reports')).text).toContain('Gebeld.')
})
