/** A partner loads for a company that let it, over HTTP: nobody else does, and nothing else may be done there. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { mailDelegation, mailLoadedForYou } from '~/features/delegations/reactions/mail-delegations.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type TestApp, testApp } from '../setup/app'
import type { Client } from '../setup/browser'

const PAGE = '/my/organisation/partners'
const TABLE = 'Eigen nummer;Soort;Titel;Waar\nA-1;gastles;Lassen met een robot;op school\n'

let app: TestApp
let member: { readonly id: string; readonly name: string }
let partner: { readonly id: string; readonly name: string; readonly slug: string }
let owner: Client
let loader: Client
const sent: OutgoingMail[] = []

beforeAll(async () => {
  installLocale()
  app = await testApp({ with: 'geography' })
})
beforeEach(async () => {
  const { db } = app.database
  sent.length = 0
  member = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  partner = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  owner = await app.signIn(await makeMember(db, member.id))
  loader = await app.signIn(await makeMember(db, partner.id, 'editor', { name: 'Pim Vos' }))
  await makeMember(db, partner.id, 'owner', { locale: 'en' })
})
const grant = (client = owner, name = partner.name) =>
  client.post(PAGE, { intent: 'grant', organisation: member.id, partner: name })
const load = (client: Client) =>
  client.post('/my/organisation/loads?index', {
    organisation: member.id,
    file: new File([TABLE], 'leden.csv', { type: 'text/csv' }),
  })
/** Runs a reaction to the last event of a type, with a mailer that keeps what it is given. */
async function react(
  reaction: typeof mailDelegation,
  event: { type: string; subjectId: string; id: bigint },
) {
  // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
  const mailer = { send: async (mail: OutgoingMail) => sent.push(mail) > 0 }
  await reaction({ db: app.database.db, mailer, env: { ORIGIN: 'https://schakel.example' } }, event)
}
const last = (type: string) =>
  app.database.db.outboxEvent.findFirstOrThrow({ where: { type }, orderBy: { id: 'desc' } })

test('a partner loads once it may, its loads say so, and the company is told', async () => {
  const { db } = app.database
  expect((await load(loader)).status).toBe(404)
  expect((await grant(owner, 'Niemand hier')).text).toContain('id="partner-error"')
  expect((await grant(owner, member.name)).status).toBe(422)
  expect((await grant(owner, `https://schakel.example/organisations/${partner.slug}`)).status).toBe(302)
  expect((await grant()).status).toBe(409)
  await react(mailDelegation, await last('LoadingDelegated'))
  expect(sent.map(({ content }) => content.subject)).toEqual([`You may load offers for ${member.name}`])

  expect((await loader.get(PAGE)).text).toContain(`Laad aanbod in voor ${member.name}`)
  expect((await loader.get(`/my/organisation/loads?of=${member.id}`)).text).toContain(
    `Je laadt in voor ${member.name}`,
  )
  const brought = await load(loader)
  expect(brought.status).toBe(302)
  const made = await db.offerLoad.findFirstOrThrow({ where: { organisationId: member.id } })
  expect(made.partnerId).toBe(partner.id)
  expect((await loader.get(`/my/organisation/loads/${made.id}`)).status).toBe(200)
  expect((await owner.get(`/my/organisation/loads?of=${member.id}`)).text).toContain(
    `Pim Vos, ${partner.name}`,
  )
  expect((await owner.get(PAGE)).text).toContain('1 keer ingeladen')

  await db.offerLoadRow.updateMany({ where: { loadId: made.id }, data: { state: 'loaded' } })
  sent.length = 0
  await react(mailLoadedForYou, { type: 'LoadDone', subjectId: made.id, id: 1n })
  expect(sent.map(({ content }) => content.subject)).toEqual([
    `${partner.name} heeft aanbod ingeladen voor ${member.name}`,
  ])
  expect(sent[0]?.content.text).toContain(`Pim Vos, ${partner.name}`)
})

test('a partner does nothing but load, its viewers not even that', async () => {
  const { db } = app.database
  await grant()
  const offer = await makeOffer(db, { organisationId: member.id })
  for (const path of [
    `?of=${member.id}`,
    `/offers/${offer.id}/edit`,
    `/colleagues?of=${member.id}`,
    `/edit?of=${member.id}`,
  ])
    expect.soft((await loader.get(`/my/organisation${path}`)).status, path).toBe(404)
  const viewer = await app.signIn(await makeMember(db, partner.id, 'viewer'))
  expect((await load(viewer)).status).toBe(404)
  const editor = await app.signIn(await makeMember(db, member.id, 'editor'))
  expect((await grant(editor)).status).toBe(403)
})

test('what is revoked ends at once, with the feeds of the partner', async () => {
  const { db } = app.database
  await grant()
  const feed = { intent: 'add', organisation: member.id, kind: 'guest-lesson', location: 'at-school' }
  expect(
    (await loader.post('/my/organisation/feeds', { ...feed, url: 'https://leden.example/a.json' })).status,
  ).toBe(302)
  const { id } = await db.loadDelegation.findFirstOrThrow({ where: { organisationId: member.id } })
  const revoke = { intent: 'revoke', organisation: member.id, delegation: id }
  expect((await owner.post(PAGE, revoke)).status).toBe(302)
  expect((await owner.post(PAGE, revoke)).status).toBe(404)
  expect((await load(loader)).status).toBe(404)
  expect(await db.offerFeed.findFirst({ where: { organisationId: member.id } })).toMatchObject({
    partnerId: partner.id,
    state: 'stopped',
  })
  const page = (await loader.get(PAGE)).text
  expect(page).toContain('Gestopt op')
  expect(page).not.toContain('Laad aanbod in voor')
  await react(mailDelegation, await last('LoadingRevoked'))
  expect(sent[0]?.content.subject).toContain('You may no longer load offers for')
})
