/** The page of colleagues and the link of an invitation over HTTP, and what a viewer may not. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeLinks } from '~/platform/links/links.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeProposal } from '../factories/proposal'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client, FormFields } from '../setup/browser'

const PAGE = '/my/organisation/colleagues'
let app: TestApp
let organisation: string
let owner: Client
beforeAll(async () => {
  app = await testApp({ with: 'geography' })
})
beforeEach(async () => {
  organisation = (await makeOrganisation(app.database.db, { municipalityCode: 'GM0141' })).id
  owner = await app.signIn(await makeMember(app.database.db, organisation))
})
const press = (client: Client, fields: FormFields) => client.post(PAGE, { organisation, ...fields })

/** The link that the worker would mail. */
async function invited(email: string): Promise<string> {
  const { db } = app.database
  const { id, expiresAt } = await db.organisationInvitation.findFirstOrThrow({ where: { email } })
  const links = makeLinks('a secret of tests, long enough to be one')
  const { token, id: linkId } = links.sign({ purpose: 'join-organisation', key: id, expiresAt })
  await db.oneUseLink.create({
    data: { id: linkId, purpose: 'join-organisation', subjectId: id, payload: {}, expiresAt },
  })
  return `/join/organisation?token=${token}`
}

test('an owner invites; looking at the link changes nothing; who answers comes in and is signed in', async () => {
  const wrong = await press(owner, { intent: 'invite', email: 'geen adres', role: 'editor' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="invite-email-error"')
  expect(wrong.text).toContain('value="geen adres"')
  const email = 'nieuw@metaal.example'
  expect((await press(owner, { intent: 'invite', email, role: 'editor' })).status).toBe(302)
  expect((await owner.get(PAGE)).text).toContain(email)
  const link = await invited(email)
  const guest = app.client()
  for (const _twice of [1, 2]) expect((await guest.get(link)).text).toContain('Maak een account en doe mee')
  const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
  const account = { intent: 'account', token, name: 'Sanne Las', password: 'een lange zin met hamers' }
  expect((await guest.post('/join/organisation', { ...account, password: 'kort' })).status).toBe(422)
  expect((await guest.post(link, account)).location).toBe(`/my/organisation?of=${organisation}`)
  expect((await guest.get('/my/organisation')).status).toBe(200)
  expect((await app.client().get(link)).status).toBe(410)
})

test('an editor and a viewer change no colleague, the last owner does not leave', async () => {
  const { db } = app.database
  const editor = await makeMember(db, organisation, 'editor')
  const own = await db.organisationMembership.findFirstOrThrow({
    where: { organisationId: organisation, role: 'owner' },
  })
  for (const client of [
    await app.signIn(editor),
    await app.signIn(await makeMember(db, organisation, 'viewer')),
  ]) {
    expect((await client.get(PAGE)).text).not.toContain('value="invite"')
    const tries: readonly FormFields[] = [
      { intent: 'invite', email: 'x@metaal.example', role: 'owner' },
      { intent: 'remove', colleague: own.userId },
      { intent: 'role', colleague: editor.id, role: 'owner' },
    ]
    for (const fields of tries) expect((await press(client, fields)).status).toBe(403)
  }
  const stays = await press(owner, { intent: 'remove', colleague: own.userId })
  expect(stays.status).toBe(409)
  expect(stays.text).toContain('Een organisatie heeft altijd een eigenaar')
  expect((await press(owner, { intent: 'hand-over', colleague: editor.id })).status).toBe(302)
  expect((await press(owner, { intent: 'remove', colleague: own.userId })).location).toBe('/my/organisation')
})

test('a viewer reads offers and requests, and finds no button that answers 403', async () => {
  const { db } = app.database
  const viewer = await app.signIn(await makeMember(db, organisation, 'viewer'))
  const offer = await makeOffer(db, { organisationId: organisation })
  const branch = await makeSchoolBranch(db)
  const proposal = await makeProposal(db, { branchId: branch.id, offerId: offer.id })
  const page = await viewer.get('/my/organisation')
  expect(page.text).toContain(offer.title)
  expect(page.text).not.toContain(`/my/organisation/offers/${offer.id}/`)
  expect(page.text).not.toContain('href="/my/organisation/offers/begin')
  const request = await viewer.get(`/inbox/${proposal.id}`)
  expect(request.status).toBe(200)
  expect(request.text).toContain('Je bent lezer bij deze organisatie')
  for (const path of [
    'offers/begin',
    'loads',
    'feeds',
    `offers/${offer.id}/what`,
    `offers/${offer.id}/edit`,
    'edit',
  ])
    expect.soft((await viewer.get(`/my/organisation/${path}`)).status, path).toBe(403)
  expect((await viewer.post(`/inbox/${proposal.id}`, { intent: 'consider' })).status).toBe(403)
})
