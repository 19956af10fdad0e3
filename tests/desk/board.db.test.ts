import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { USUAL_SETTINGS } from '~/features/clearing/domain/round-settings'
import type { WaitingFilter } from '~/features/clearing/domain/waiting-filter'
import { boardPage } from '~/features/clearing/queries/board-page.server'
import { heldPlace } from '~/features/clearing/queries/held-place.server'
import { roundExport } from '~/features/clearing/queries/round-export.server'
import { roundPage } from '~/features/clearing/queries/round-page.server'
import { rounds } from '~/features/clearing/queries/rounds.server'
import { waitingList } from '~/features/clearing/queries/waiting-list.server'
import { giveUnusedHoldOn } from '~/features/clearing/reactions/give-on.server'
import { mailHoldExpired, mailHoldOffered } from '~/features/clearing/reactions/write-to-school.server'
import { answerHoldByLink } from '~/features/clearing/use-cases/answer-hold-by-link.server'
import { changeRound } from '~/features/clearing/use-cases/change-round.server'
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { openHoldLink } from '~/features/clearing/use-cases/open-hold-link.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { remindHolds } from '~/features/clearing/use-cases/remind-holds.server'
import { replayRound } from '~/features/clearing/use-cases/replay-round.server'
import { coordinatorsOf } from '~/features/follow-ups/queries/coordinators.server'
import { planFollowUp } from '~/features/follow-ups/use-cases/plan-follow-up.server'
import { writeNote } from '~/features/follow-ups/use-cases/write-note.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import type { RegionId } from '~/kernel/ids'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { makeActor } from '../factories/actor'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(20)
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.setNow('2026-11-24T09:00:00Z')
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request,
    capacity_slot, offer, organisation, outbox_event, one_use_link CASCADE`
})

async function waits(groups = 1) {
  const school = await desk.school()
  const id = await desk.post(school, {}, groups)
  await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  return { school, id }
}
const preview = () => previewRound(desk.wiring, desk.coordinator, { regionIds: [desk.regionId as RegionId] })
const roundOf = (id: string, actor = desk.coordinator) =>
  roundPage(desk.wiring, actor, { id, given: 1, left: 1 })
const ALL = {
  ...{ region: null, level: null, sector: null, topic: null, reason: null },
  ...{ owner: null, due: null, age: null, sort: 'longest', page: 1 },
} as const satisfies WaitingFilter

/** Mails are taken by a list; everything else is real. */
function mailing() {
  const sent: OutgoingMail[] = []
  const mailer = {
    // why: what is said is looked at here; that it leaves at most once is tested where it is sent
    send: async (mail: OutgoingMail) => sent.push(mail) > 0,
    close: async () => {},
  }
  return { sent, needs: { ...desk.wiring, mailer } }
}
const tokenIn = (mail: OutgoingMail | undefined) =>
  /answer\/hold\?token=([\w.-]+)/.exec(mail?.content.text ?? '')?.[1] ?? ''

describe('a round that plans ahead', () => {
  test('gives what begins soon and keeps the rest, for groups that go on waiting and are planned again', async () => {
    const session = async (on: string) => {
      const { id: offerId } = await desk.offer(null)
      const day = new Date(on)
      await desk.db.capacitySlot.create({ data: { offerId, startsOn: day, endsOn: day, places: 1 } })
    }
    await session('2026-12-08')
    await session('2027-02-02')
    await waits()
    await waits()
    const settings = { ...USUAL_SETTINGS, giveWithin: 3 } as const
    const regionIds = [desk.regionId as RegionId]
    const id = await previewRound(desk.wiring, desk.coordinator, { regionIds, settings })
    const page = await roundOf(id)
    expect(page).toMatchObject({ served: 2, firstComeServed: 2, schools: 1 })
    expect(page.later).toEqual({ groups: 1, nearUntil: '2026-12-15' })
    expect(page.given.rows.map(({ later }) => later).sort()).toEqual(['2027-02-02', null].sort())
    expect(await publishRound(desk.wiring, desk.coordinator, id)).toEqual({ published: true, holds: 1 })
    expect((await rounds(desk.wiring, desk.coordinator, 1)).rows[0]).toMatchObject({ served: 2, later: 1 })
    // The other one waits, and its place is free.
    const next = await previewRound(desk.wiring, desk.coordinator, { regionIds, settings })
    expect(await roundOf(next)).toMatchObject({ waiting: 1, served: 1, later: { groups: 1 } })
    await expect(publishRound(desk.wiring, desk.coordinator, next)).rejects.toMatchObject({
      code: 'round.nothing-near',
    })
    expect(await replayRound(desk.wiring, desk.coordinator, id)).toMatchObject({ isSame: true })
    desk.setNow('2027-01-13T09:00:00Z')
    expect(await publishRound(desk.wiring, desk.coordinator, next)).toMatchObject({ published: false })
    expect(await publishRound(desk.wiring, desk.coordinator, next)).toEqual({ published: true, holds: 1 })
  })
})

describe('the board', () => {
  test('counts what waits, is held and is booked in the own regions, and says what would help', async () => {
    await desk.offer(1)
    await waits(2)
    await waits()
    const id = await preview()
    const before = await boardPage(desk.wiring, desk.coordinator, null)
    expect(before.figures).toMatchObject({
      waitingRequests: 2,
      waitingGroups: 3,
      freePlaces: 1,
      openHolds: 0,
    })
    expect(before.longest[0]).toMatchObject({ fitting: 1, free: 1 })
    expect(before.shortages[0]).toMatchObject({ topicId: 'robotica', schools: 2, groups: 3, places: 1 })
    await publishRound(desk.wiring, desk.coordinator, id)
    const after = await boardPage(desk.wiring, desk.coordinator, desk.regionId)
    expect(after.figures).toMatchObject({ waitingGroups: 2, freePlaces: 0, openHolds: 1 })
    expect(after.holds).toMatchObject({ total: 1, cards: [{ expiresOn: '2026-12-01' }] })
  })

  test('is not for others, nor for a region of others', async () => {
    const { school } = await waits()
    for (const actor of [school.actor, makeActor()])
      await expect(boardPage(desk.wiring, actor, null)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(boardPage(desk.wiring, desk.coordinator, 'AM35')).rejects.toMatchObject({
      kind: 'not-found',
    })
    const admin = makeActor({ isAdministrator: true })
    expect((await boardPage(desk.wiring, admin, null)).regions.mayRun).toBe(false)
  })

  test('lists who waits by what is chosen', async () => {
    await waits()
    expect(await waitingList(desk.wiring, desk.coordinator, ALL)).toMatchObject({ total: 1, pageCount: 1 })
    const of = async (over: Partial<WaitingFilter>) =>
      (await waitingList(desk.wiring, desk.coordinator, { ...ALL, ...over })).total
    expect(await of({ level: 'havo' })).toBe(0)
    expect(await of({ level: 'vmbo', topic: 'robotica', reason: 'no-candidate' })).toBe(1)
    expect(await of({ reason: 'declined' })).toBe(0)
    expect(await of({ sector: 'po' })).toBe(0)
    expect(await of({ sector: 'vo', age: '4' })).toBe(0)
  })

  test('looks through it by who follows, when again and how long, and sorts', async () => {
    const [one, two] = [await waits(), await waits(2)]
    const owner = desk.coordinator.userId
    const listed = async (over: Partial<WaitingFilter>) =>
      (await waitingList(desk.wiring, desk.coordinator, { ...ALL, ...over })).rows.map(({ id }) => id)
    await planFollowUp(desk.wiring, desk.coordinator, {
      requestId: two.id,
      plan: { ownerId: owner, dueOn: '2026-11-26' },
    })
    await writeNote(desk.wiring, desk.coordinator, {
      requestId: two.id,
      noteId: '7b0f4a56-3a52-4b6f-9d10-0d0f6f3c9a77',
      text: 'Belt maandag terug.',
    })
    for (const over of [{ owner: 'me' }, { owner }, { due: 'week' }] as const)
      expect(await listed(over), JSON.stringify(over)).toEqual([two.id])
    for (const over of [{ owner: 'nobody' }, { due: 'none' }] as const)
      expect(await listed(over), JSON.stringify(over)).toEqual([one.id])
    expect(await listed({ due: 'now' })).toEqual([])
    expect(await listed({ sort: 'due' })).toEqual([two.id, one.id])
    expect(await listed({ sort: 'groups' })).toEqual([two.id, one.id])
    expect(await listed({ sort: 'newest' })).toHaveLength(2)
    expect(await listed({ sort: 'place' })).toHaveLength(2)
    desk.setNow('2026-12-23T09:00:00Z')
    expect(await listed({ age: '4' })).toHaveLength(2)
    expect(await listed({ age: '13' })).toEqual([])
    const { rows, regions } = await waitingList(desk.wiring, desk.coordinator, { ...ALL, owner: 'me' })
    expect(rows[0]).toMatchObject({ dueOn: '2026-11-26', note: 'Belt maandag terug.' })
    const owners = await coordinatorsOf(desk.db, regions.ids)
    expect(owners.map(({ id }) => id)).toContain(owner)
  })
})

describe('the page of a round', () => {
  test('says who gets what, who is left and why, and what was chosen', async () => {
    const offer = await desk.offer(1)
    await waits()
    await waits()
    const id = await preview()
    const page = await roundOf(id)
    expect(page).toMatchObject({ waiting: 2, served: 1, firstComeServed: 1, mayRun: true, schools: 1 })
    expect(page.left.rows[0]?.why).toMatchObject({ kind: 'all-full', offers: 1, places: 1, groups: 2 })
    const share = { waiting: 2, firstCome: 1, added: 1, all: { total: 2, before: 0 } }
    for (const of of [{ level: 'vmbo' }, { sector: 'vo' }])
      expect(page.shares).toContainEqual({ of, ...share })
    const groupIds = page.given.rows[0]?.groupIds ?? []
    await changeRound(desk.wiring, desk.coordinator, {
      id,
      change: { kind: 'choice', move: 'lock', groupIds, offerId: offer.id },
    })
    expect((await roundOf(id)).given.rows[0]).toMatchObject({ isLocked: true, groupIds })
    await changeRound(desk.wiring, desk.coordinator, {
      id,
      change: { kind: 'choice', move: 'exclude', groupIds, offerId: offer.id },
    })
    expect((await roundOf(id)).excluded).toMatchObject([{ groupIds, offerId: offer.id }])
    await publishRound(desk.wiring, desk.coordinator, id)
    const sent = await roundOf(id)
    expect(sent.steps.map(({ what }) => what)).toEqual(['published', 'exclude', 'lock', 'made'])
    expect(sent.steps[1]).toMatchObject({ requestTitle: 'Een les over robots', served: 1, waiting: 2 })
    expect(sent.shares[0]).toMatchObject({ added: 1, all: null })
    const exported = await roundExport(desk.wiring, desk.coordinator, id)
    expect(exported.map(({ holdState }) => holdState).sort()).toEqual([null, 'offered'])
    expect(exported.map(({ why }) => why.kind)).toContain('served')
    await expect(roundExport(desk.wiring, makeActor({ regions: ['AM35'] }), id)).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect((await roundOf(id)).given.rows[0]?.holds).toEqual([{ state: 'offered', groups: 1 }])
    expect(await rounds(desk.wiring, desk.coordinator, 1)).toMatchObject({
      total: 1,
      rows: [{ served: 1, holds: { open: 1 } }],
    })
    await expect(roundOf(id, makeActor({ regions: ['AM35'] }))).rejects.toMatchObject({ kind: 'not-found' })
    await expect(roundOf('unknown')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('the mail about a held place', () => {
  async function held() {
    await desk.offer(1)
    const { school, id } = await waits()
    await publishRound(desk.wiring, desk.coordinator, await preview())
    const hold = await desk.db.hold.findFirstOrThrow()
    return { school, requestId: id, holdId: hold.id }
  }

  test('carries a link that answers once', async () => {
    const { holdId, requestId } = await held()
    const { sent, needs } = mailing()
    await mailHoldOffered(needs, { subjectId: holdId })
    expect(sent).toHaveLength(1)
    const token = tokenIn(sent[0])
    expect(await openHoldLink(desk.wiring, token)).toBe(holdId)
    const { bookingId } = await answerHoldByLink(desk.wiring, { token, yes: true })
    expect(bookingId).not.toBeNull()
    expect((await desk.request(requestId)).state).toBe('booked')
    for (const again of [token, 'forged', undefined])
      await expect(answerHoldByLink(desk.wiring, { token: again, yes: true })).rejects.toMatchObject({
        kind: 'gone',
      })
    await expect(openHoldLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
    await mailHoldOffered(needs, { subjectId: holdId })
    expect(sent).toHaveLength(1)
  })

  test('reminds once, on the school day before the last one, and tells when it is too late', async () => {
    const { holdId } = await held()
    const { sent, needs } = mailing()
    await mailHoldOffered(needs, { subjectId: holdId })
    expect(await remindHolds(desk.wiring)).toBe(0)
    desk.setNow('2026-11-27T09:00:00Z')
    expect(await remindHolds(desk.wiring)).toBe(0)
    desk.setNow('2026-11-30T09:00:00Z')
    expect(await remindHolds(desk.wiring)).toBe(1)
    expect(await remindHolds(desk.wiring)).toBe(0)
    desk.setNow('2026-12-02T09:00:00Z')
    await expect(answerHoldByLink(desk.wiring, { token: tokenIn(sent[0]), yes: true })).rejects.toMatchObject(
      { kind: 'gone' },
    )
    expect(await expireHolds(desk.wiring)).toBe(1)
    expect((await desk.db.clearingRound.findFirstOrThrow()).state).toBe('closed')
    await mailHoldExpired(needs, { subjectId: holdId })
    expect(sent.map((mail) => mail.template)).toEqual(['hold-offered', 'hold-expired'])
    await giveUnusedHoldOn(desk.wiring, { subjectId: holdId })
    expect(await desk.db.hold.count()).toBe(1)
  })

  test('of another school is not there', async () => {
    const { school, holdId } = await held()
    expect((await heldPlace(desk.wiring, school.actor, holdId)).state).toBe('offered')
    const other = await desk.school()
    for (const id of [holdId, 'unknown'])
      await expect(heldPlace(desk.wiring, other.actor, id)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
