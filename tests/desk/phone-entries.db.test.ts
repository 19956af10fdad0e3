/** A school or company rings: what its coordinator enters is theirs, and they read what and by whom. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { holdReaders } from '~/features/clearing/queries/hold-readers.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { mailOfferEntered, mailRequestEntered } from '~/features/phone-entries/reactions/mail-entries.server'
import {
  accountByLink,
  joinByLink,
  openEntryLink,
  withdrawByLink,
} from '~/features/phone-entries/use-cases/answer-entry.server'
import { changeForSchool } from '~/features/phone-entries/use-cases/change-for-school.server'
import { changeForCompany } from '~/features/phone-entries/use-cases/enter-offer.server'
import { enterRequest } from '~/features/phone-entries/use-cases/enter-request.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import type { BranchId, RegionId } from '~/kernel/ids'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { makeActor } from '../factories/actor'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeTeacher, makeUser } from '../factories/user'
import { type Desk, NEED, openDesk } from './desk'

const CALLER = { name: 'Noor Bos', email: 'n.bos@school.example' }

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE phone_entry, clearing_round, hold, booking, place_claim, proposal, request_group,
    support_request, capacity_slot, offer, outbox_event, one_use_link CASCADE`
  await desk.db.user.deleteMany({ where: { email: CALLER.email } })
})

async function branchWithoutAccount(): Promise<BranchId> {
  return (await makeSchoolBranch(desk.db, { municipalityCode: 'GM0141' })).id as BranchId
}
const asked = (branchId: BranchId) => ({ branchId, need: NEED, groups: 1, submissionKey: null })
const enter = async (branchId: BranchId, contact: typeof CALLER | null = CALLER) =>
  enterRequest(desk.wiring, desk.coordinator, { ...asked(branchId), contact })

function mailing() {
  const sent: OutgoingMail[] = []
  const mailer = {
    // why: what is said is looked at here; that it leaves at most once is tested where it is sent
    send: async (mail: OutgoingMail) => sent.push(mail) > 0,
    close: async () => {},
  }
  return { sent, needs: { ...desk.wiring, mailer } }
}
async function lastEvent(type: string): Promise<StoredEvent> {
  return (await desk.db.outboxEvent.findFirstOrThrow({
    where: { type },
    orderBy: { id: 'desc' },
  })) as unknown as StoredEvent
}
async function linkOf(): Promise<string> {
  const { sent, needs } = mailing()
  await mailRequestEntered(needs, await lastEvent('RequestEntered'))
  return /entered\/request\?token=([\w.-]+)/.exec(sent[0]?.content.text ?? '')?.[1] ?? ''
}
const account = (token: string, password = 'regen-op-het-schoolplein-7') =>
  accountByLink(desk.wiring, {
    ...{ token, password, name: CALLER.name },
    ...{ locale: 'nl', clientAddress: '192.0.2.7' },
  })

describe('a request that is entered for a school', () => {
  test('is the school’s, says who entered it, and tells its staff in their own language what to do', async () => {
    const school = await desk.school()
    await makeTeacher(desk.db, school.branchId, 'member', { locale: 'en' })
    await makeUser(desk.db, {
      emailVerifiedAt: null,
      schoolMemberships: { create: { branchId: school.branchId, role: 'member' } },
    })
    const id = await enter(school.branchId)
    const page = await requestPage(desk.db, school.actor, desk.wiring.clock.now(), id)
    expect(page).toMatchObject({ mayEdit: true, phoneEntry: { kind: 'entered', on: '2026-11-24' } })
    expect(await desk.db.phoneEntry.findMany()).toMatchObject([{ requestId: id, contactEmail: null }])
    const { sent, needs } = mailing()
    await mailRequestEntered(needs, await lastEvent('RequestEntered'))
    expect(sent.map(({ locale }) => locale).sort()).toEqual(['en', 'nl'])
    const dutch = sent.find(({ locale }) => locale === 'nl')?.content
    expect(dutch?.subject).toMatch(/vulde een hulpvraag in voor/)
    for (const path of [`/requests/${id}`, `/requests/${id}/edit`, `/requests/${id}/withdraw`])
      expect(dutch?.text).toContain(path)
    expect(sent.find(({ locale }) => locale === 'en')?.content.subject).toMatch(/entered a request for/)
  })

  test('is made once by a form that is posted twice, also at the same moment', async () => {
    const { branchId } = await desk.school()
    const input = { ...asked(branchId), submissionKey: crypto.randomUUID(), contact: null }
    const ids = await Promise.all([1, 2, 3].map(() => enterRequest(desk.wiring, desk.coordinator, input)))
    expect(new Set(ids).size).toBe(1)
    expect(await desk.db.phoneEntry.count()).toBe(1)
  })

  test('needs somebody to write to where the school has no account, and is only for its own coordinators', async () => {
    const branchId = await branchWithoutAccount()
    await expect(enter(branchId, null)).rejects.toMatchObject({ code: 'phone-entry.contact-missing' })
    const other = await makeCoordinator(desk.db, 'AM35')
    for (const actor of [
      makeActor({ userId: other.id, regions: ['AM35'] }),
      makeActor({ isAdministrator: true }),
      makeActor(),
    ])
      await expect(
        enterRequest(desk.wiring, actor, { ...asked(branchId), contact: CALLER }),
      ).rejects.toMatchObject({ kind: 'not-found' })
    expect(await desk.db.supportRequest.count()).toBe(0)
  })

  test('is changed by the same rules as by the school, and every change is told', async () => {
    const school = await desk.school()
    const id = await desk.post(school)
    const { version } = await desk.request(id)
    const change = { id, version, need: { ...NEED, title: 'Een les over lassen' }, groups: 2 }
    const stranger = makeActor({ regions: ['AM35'] })
    await expect(changeForSchool(desk.wiring, stranger, change)).rejects.toMatchObject({ kind: 'not-found' })
    await changeForSchool(desk.wiring, desk.coordinator, change)
    await expect(changeForSchool(desk.wiring, desk.coordinator, change)).rejects.toMatchObject({
      code: 'request.changed-meanwhile',
    })
    const { sent, needs } = mailing()
    await mailRequestEntered(needs, await lastEvent('RequestEntered'))
    expect(sent[0]?.content.subject).toMatch(/wijzigde de hulpvraag van/)
    expect(sent[0]?.content.text).toContain('Een les over lassen')
    await desk.db.supportRequest.update({ where: { id }, data: { state: 'booked' } })
    await expect(
      changeForSchool(desk.wiring, desk.coordinator, { ...change, version: version + 1 }),
    ).rejects.toMatchObject({ code: 'request.is-booked' })
  })
})

describe('who rang for a school without an account', () => {
  test('gets the mails, also about a place, until the school has somebody of its own', async () => {
    await desk.offer(1)
    const branchId = await branchWithoutAccount()
    const id = await enter(branchId)
    await desk.db.supportRequest.update({
      where: { id },
      data: { state: 'waiting', waitingSince: new Date('2026-11-01'), waitingReason: 'asked' },
    })
    const round = await previewRound(desk.wiring, desk.coordinator, {
      regionIds: [desk.regionId as RegionId],
    })
    await publishRound(desk.wiring, desk.coordinator, round)
    const hold = await desk.db.hold.findFirstOrThrow()
    expect(await holdReaders(desk.db, hold.id)).toMatchObject([{ userId: id, email: CALLER.email }])
    const teacher = await makeTeacher(desk.db, branchId)
    expect(await holdReaders(desk.db, hold.id)).toMatchObject([{ userId: teacher.id }])
  })

  test('makes an account by the link once: verified, of the school, and no longer kept as who rang', async () => {
    const branchId = await branchWithoutAccount()
    const id = await enter(branchId)
    const token = await linkOf()
    expect(await openEntryLink(desk.wiring, token)).toEqual({ requestId: id, contact: CALLER })
    await expect(account(token, 'n.bos@school.example')).rejects.toMatchObject({
      code: 'account.password-personal',
    })
    const made = await account(token)
    expect(made).toMatchObject({ requestId: id, way: 'joined', email: CALLER.email })
    const user = await desk.db.user.findUniqueOrThrow({
      where: { id: made.userId },
      include: { schoolMemberships: true },
    })
    expect(user).toMatchObject({ schoolMemberships: [{ branchId, role: 'lead' }] })
    expect(user.emailVerifiedAt).not.toBeNull()
    expect(await desk.db.phoneEntry.count({ where: { contactEmail: { not: null } } })).toBe(0)
    await expect(account(token)).rejects.toMatchObject({ kind: 'gone' })
    await expect(withdrawByLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
  })

  test('with an account already comes to the school by it; with people there it waits for a lead', async () => {
    const branchId = await branchWithoutAccount()
    await enter(branchId)
    const token = await linkOf()
    await expect(joinByLink(desk.wiring, token)).rejects.toMatchObject({ code: 'phone-entry.account-moved' })
    await makeUser(desk.db, { email: CALLER.email })
    await makeTeacher(desk.db, branchId, 'lead', { email: 'lead@elders.example' })
    await expect(account(token)).rejects.toMatchObject({ code: 'phone-entry.account-moved' })
    expect(await joinByLink(desk.wiring, token)).toMatchObject({ way: 'asked' })
  })

  test('withdraws by the link; a forged, late or used one does nothing', async () => {
    const id = await enter(await branchWithoutAccount())
    const token = await linkOf()
    await expect(withdrawByLink(desk.wiring, `${token}x`)).rejects.toMatchObject({ kind: 'gone' })
    desk.setNow('2026-12-25T09:00:00Z')
    await expect(withdrawByLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
    desk.setNow('2026-11-25T09:00:00Z')
    await withdrawByLink(desk.wiring, token)
    expect((await desk.request(id)).state).toBe('withdrawn')
    await expect(openEntryLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
    const { sent, needs } = mailing()
    await mailRequestEntered(needs, await lastEvent('RequestEntered'))
    expect(sent).toEqual([])
  })
})

test('an offer that is changed for a company tells its leads, by the company’s own rules', async () => {
  const { id, actor } = await desk.offer(3)
  const { organisationId } = await desk.db.offer.findUniqueOrThrow({ where: { id } })
  const offer = await desk.wiring.transact(({ offers }) => offers.lock(id))
  const change = {
    id,
    version: 1,
    content: { ...offer!.content, title: 'Lassen met robots' },
    publish: false,
  }
  for (const stranger of [makeActor({ regions: ['AM35'] }), makeActor({ isAdministrator: true })])
    await expect(changeForCompany(desk.wiring, stranger, change)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await changeForCompany(desk.wiring, desk.coordinator, change)).toBe('published')
  expect(await desk.events()).toEqual(['OfferChanged', 'OfferEntered'])
  const { sent, needs } = mailing()
  await mailOfferEntered(needs, await lastEvent('OfferEntered'))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.content.subject).toMatch(/wijzigde aanbod van/)
  expect(sent[0]?.content.text).toContain(`/my/organisation/offers/${id}/edit`)
  expect(sent[0]?.content.text).toContain(`/my/organisation?of=${organisationId}`)
  expect(actor.organisations.has(organisationId as never)).toBe(true)
})

test('the database keeps an entry of one thing, with a whole contact or none', async () => {
  const { id: offerId } = await desk.offer(1)
  const requestId = await enter(await branchWithoutAccount())
  const entry = { kind: 'entered' as const, at: new Date() }
  for (const wrong of [
    {},
    { offerId, requestId },
    { requestId, contactName: 'Noor' },
    { offerId, contactName: 'Noor', contactEmail: 'noor@school.example' },
  ])
    await expect(desk.db.phoneEntry.create({ data: { ...entry, ...wrong } })).rejects.toThrow(/phone_entry/)
})
