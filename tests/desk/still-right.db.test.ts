/** A company is asked once a year whether its offers are still right; the links of the mails answer. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { mailStillRight } from '~/features/offers/reactions/mail-still-right.server'
import { answerStillRight, openStillRightLink } from '~/features/offers/use-cases/answer-still-right.server'
import { askStillRight } from '~/features/offers/use-cases/ask-still-right.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeMember } from '../factories/user'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
beforeEach(async () => {
  await desk.db.$executeRaw`TRUNCATE one_use_link, capacity_slot, offer, outbox_event CASCADE`
})

const CONFIRMED = new Date('2026-01-12T10:00:00Z')

/** A company with two offers that were confirmed on 12 January, and one of last week. */
async function company() {
  const { id: organisationId } = await makeOrganisation(desk.db, { verification: 'verified' })
  await makeMember(desk.db, organisationId, 'owner')
  await makeMember(desk.db, organisationId, 'editor')
  const old = { organisationId, publishedAt: CONFIRMED, lastConfirmedAt: CONFIRMED }
  const one = await makeOffer(desk.db, { ...old, title: 'Lasrobot' })
  const two = await makeOffer(desk.db, { ...old, title: 'Windmolen' })
  await makeOffer(desk.db, { organisationId, lastConfirmedAt: new Date('2026-12-10T10:00:00Z') })
  return { organisationId, one: one.id, two: two.id }
}

/** What the worker sends after the last event of the type. */
async function mails(type: string): Promise<readonly OutgoingMail[]> {
  const sent: OutgoingMail[] = []
  const event = await desk.db.outboxEvent.findFirst({ where: { type }, orderBy: { id: 'desc' } })
  const mailer = { send: async (mail: OutgoingMail) => sent.push(mail) > 0 }
  if (event) await mailStillRight({ ...desk.wiring, mailer }, { ...event, payload: {} })
  return sent
}
const tokenOf = (mail?: OutgoingMail) =>
  /\/answer\/still-right\?token=([\w.-]+)/.exec(mail?.content.text ?? '')?.[1] ?? ''
const stateOf = async (id: string) =>
  (await desk.db.offer.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

test('eleven months on, one mail for both to who leads; the link shows and then confirms, once', async () => {
  const { one, two, organisationId } = await company()
  desk.setNow('2026-12-12T08:00:00Z')
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 0, paused: 0 })
  desk.setNow('2026-12-14T08:00:00Z')
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 2, paused: 0 })
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 0, paused: 0 })
  const sent = await mails('StillRightAsked')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.content.text).toContain('Lasrobot')
  expect(sent[0]?.content.text).toContain('Windmolen')
  const token = tokenOf(sent[0])
  expect(await openStillRightLink(desk.wiring, token)).toBe(organisationId)
  expect((await desk.db.offer.findUniqueOrThrow({ where: { id: one } })).lastConfirmedAt).toEqual(CONFIRMED)
  expect(await answerStillRight(desk.wiring, { token, offerIds: [one] })).toEqual({
    online: 1,
    incomplete: 0,
  })
  const confirmed = await desk.db.offer.findUniqueOrThrow({ where: { id: one } })
  expect(confirmed).toMatchObject({ lastConfirmedAt: new Date('2026-12-14T08:00:00Z'), askedRightOn: null })
  expect((await desk.db.offer.findUniqueOrThrow({ where: { id: two } })).lastConfirmedAt).toEqual(CONFIRMED)
  await expect(answerStillRight(desk.wiring, { token, offerIds: [two] })).rejects.toMatchObject({
    kind: 'gone',
  })
})

test('a year on it is paused, with a mail whose link brings it back with its places', async () => {
  const { one, two } = await company()
  desk.setNow('2026-12-14T08:00:00Z')
  await askStillRight(desk.wiring)
  desk.setNow('2027-01-11T08:00:00Z')
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 0, paused: 0 })
  desk.setNow('2027-01-12T08:00:00Z')
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 0, paused: 2 })
  expect([await stateOf(one), await stateOf(two)]).toEqual(['paused', 'paused'])
  expect(await askStillRight(desk.wiring)).toEqual({ asked: 0, paused: 0 })
  // The question of a month ago has nothing left to ask.
  expect(await mails('StillRightAsked')).toEqual([])
  const [mail] = await mails('OffersWentStale')
  expect(mail).toMatchObject({ template: 'offers-went-stale' })
  const foreign = await makeOffer(desk.db, { state: 'paused' })
  const answer = { token: tokenOf(mail), offerIds: [one, foreign.id] }
  expect(await answerStillRight(desk.wiring, answer)).toEqual({ online: 1, incomplete: 0 })
  expect([await stateOf(one), await stateOf(two), await stateOf(foreign.id)]).toEqual([
    'published',
    'paused',
    'paused',
  ])
  expect(await desk.db.capacitySlot.count({ where: { offerId: one } })).toBe(2)
  expect((await desk.db.offer.findUniqueOrThrow({ where: { id: one } })).staleOn).toBeNull()
})

test('who was never asked is asked first, however old it is', async () => {
  const { one } = await company()
  desk.setNow('2028-06-01T08:00:00Z')
  expect((await askStillRight(desk.wiring)).paused).toBe(0)
  expect(await stateOf(one)).toBe('published')
})

test('a link that is not of ours opens nothing', async () => {
  await expect(openStillRightLink(desk.wiring, 'nonsense')).rejects.toMatchObject({ kind: 'gone' })
})
