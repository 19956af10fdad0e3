/** A company offers something to a request that did not ask it: limits, answers, the clock, the mails, and what stays unsaid. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inbox } from '~/features/proposals/queries/inbox.server'
import { ownOffered } from '~/features/proposals/queries/own-offered.server'
import { proposalPage } from '~/features/proposals/queries/proposal-page.server'
import {
  mailOffered,
  mailOfferedDue,
  mailOfferedEnded,
} from '~/features/proposals/reactions/mail-offered.server'
import { mailNotHelped, mailWithdrawn } from '~/features/proposals/reactions/mail-proposals.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import {
  acceptOffered,
  declineOffered,
  takeBackOffered,
} from '~/features/proposals/use-cases/answer-offered.server'
import { expireProposals } from '~/features/proposals/use-cases/expire-proposals.server'
import { offerToRequest } from '~/features/proposals/use-cases/offer-to-request.server'
import { remindSchools } from '~/features/proposals/use-cases/remind-schools.server'
import { myRequests } from '~/features/requests/queries/my-requests.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { refuseOffers } from '~/features/requests/use-cases/refuse-offers.server'
import { withdrawRequest } from '~/features/requests/use-cases/withdraw-request.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk(30)
})
afterAll(() => desk.close())

type Company = Awaited<ReturnType<Desk['offer']>>
type School = Awaited<ReturnType<Desk['school']>>

const offer = (
  company: Company,
  requestId: string,
  over: Partial<Parameters<typeof offerToRequest>[2]> = {},
) =>
  offerToRequest(desk.wiring, company.actor, {
    requestId,
    offerId: company.id,
    message: null,
    days: [],
    period: null,
    ...over,
  })
const yes = (school: School, id: string, groups = 1, day: string | null = null) =>
  acceptOffered(desk.wiring, school.actor, { id, groups, day })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

/** One school whose request waits, and a company that fits it. */
async function waiting(places = 3, groups = 1) {
  desk.setNow('2026-11-24T09:00:00Z')
  const school = await desk.school()
  const company = await desk.offer(places)
  const requestId = await desk.post(school, {}, groups)
  await askWaitingList(desk.wiring, school.actor, { id: requestId, wait: true })
  return { school, company, requestId }
}

async function mailsOf(subjectId: string): Promise<readonly OutgoingMail[]> {
  const sent: OutgoingMail[] = []
  const needs = {
    ...desk.wiring,
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: { send: async (mail: OutgoingMail) => sent.push(mail) > 0 },
  }
  const events = await desk.db.outboxEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
  for (const row of events) {
    const event = { ...row, payload: row.payload as Record<string, string> }
    if (event.type === 'ProposalOffered') await mailOffered(needs, event)
    if (event.type === 'OfferedDue') await mailOfferedDue(needs, event)
    if (/^Proposal(Declined|Expired|Withdrawn)$/.test(event.type)) {
      await mailOfferedEnded(needs, event)
      await mailNotHelped(needs, event)
      await mailWithdrawn(needs, event)
    }
  }
  return sent
}

describe('an offer to a request that waits', () => {
  test('leaves it on the waiting list, stands at the school, is mailed to it, and becomes a booking by its yes', async () => {
    const { school, company, requestId } = await waiting(3, 2)
    const days = ['2027-01-21', '2027-01-14']
    const id = await offer(company, requestId, { days, message: 'We nemen een robot mee.' })
    expect((await desk.request(requestId)).state).toBe('waiting')
    const page = await requestPage(desk.db, school.actor, desk.wiring.clock.now(), requestId)
    expect(page.proposals).toEqual([])
    expect(page.offered).toMatchObject([
      { id, state: 'sent', groups: 2, days: ['2027-01-14', '2027-01-21'], dueOn: '2026-12-08' },
    ])
    const mine = await myRequests(desk.db, school.actor, '2026-11-24', 1)
    expect(mine?.rows).toMatchObject([{ state: 'waiting', action: 'answer-offered' }])
    const [mail] = await mailsOf(id)
    expect(mail?.content.text).toContain('We nemen een robot mee.')
    expect(mail?.content.text).toContain(`/requests/${requestId}`)

    expect(await codeOf(yes(school, id, 3))).toBe('proposal.offered-fewer')
    expect(await codeOf(yes(school, id, 1, '2027-01-15'))).toBe('proposal.not-an-offered-day')
    const made = await yes(school, id, 2, '2027-01-21')
    expect(made).toHaveLength(2)
    const request = await desk.request(requestId)
    expect(request).toMatchObject({ state: 'booked', waitingSince: null })
    const bookings = await desk.db.booking.findMany({ where: { proposalId: id } })
    expect(bookings.map(({ date }) => date?.toISOString().slice(0, 10))).toEqual(['2027-01-21', '2027-01-21'])
    expect(await codeOf(yes(school, id))).toBe('proposal.offered-accepted')
    const own = await ownOffered(desk.db, company.actor, desk.wiring.clock.now())
    expect(own).toMatchObject([{ id, state: 'accepted' }])
    expect(own[0]?.bookingId).toBeTruthy()
  })

  test('does not count for how the company answers, and is no question in its inbox', async () => {
    const { company, requestId } = await waiting()
    const id = await offer(company, requestId)
    const { open, responsiveness } = await inbox(desk.wiring, company.actor, { filter: 'open', page: 1 })
    expect([open, responsiveness.asked]).toEqual([0, 0])
    expect(await codeOf(proposalPage(desk.wiring, company.actor, id))).toBe('proposal.not-found')
    const answer = { id, groups: [{ date: null, startTime: null }], dateOptions: [], text: null }
    expect(await codeOf(acceptProposal(desk.wiring, company.actor, answer))).toBe('proposal.not-found')
  })

  test('is answered by its own school and taken back by its own company alone', async () => {
    const { school, company, requestId } = await waiting()
    const [other, rival] = [await desk.school(), await desk.offer(3)]
    expect(await codeOf(offer({ ...rival, id: company.id }, requestId))).toBe('page.not-found')
    const id = await offer(company, requestId)
    expect(await codeOf(yes(other, id))).toBe('page.not-found')
    const no = { id, reason: 'other' } as const
    expect(await codeOf(declineOffered(desk.wiring, other.actor, no))).toBe('page.not-found')
    expect(await codeOf(takeBackOffered(desk.wiring, rival.actor, id))).toBe('page.not-found')
    await takeBackOffered(desk.wiring, company.actor, id)
    expect(await codeOf(yes(school, id))).toBe('proposal.offered-withdrawn')
  })

  test('a no is told to the company with the reason and without the school', async () => {
    const { school, company, requestId } = await waiting()
    const id = await offer(company, requestId)
    await declineOffered(desk.wiring, school.actor, { id, reason: 'days-do-not-fit' })
    expect((await desk.request(requestId)).state).toBe('waiting')
    const mails = await mailsOf(id)
    expect(mails.map(({ template }) => template)).toEqual(['proposal-offered-declined'])
    const branch = await desk.db.schoolBranch.findUniqueOrThrow({ where: { id: school.branchId } })
    const told = JSON.stringify([mails, await ownOffered(desk.db, company.actor, desk.wiring.clock.now())])
    expect(told).toContain('De dagen passen niet.')
    for (const secret of [branch.name, branch.id, 'Een les over robots']) expect(told).not.toContain(secret)
    expect(await codeOf(offer(company, requestId))).toBe('proposal.school-said-no')
  })
})

describe('schools are not flooded', () => {
  test('three at a time, one per company in a week, none where the school wants none, and not more than fits', async () => {
    const { school, requestId } = await waiting()
    const companies = [await desk.offer(3), await desk.offer(3), await desk.offer(3), await desk.offer(3)]
    const [first, , , fourth] = companies
    const answers = await Promise.all(companies.map((company) => codeOf(offer(company, requestId))))
    expect(answers.toSorted()).toEqual(['done', 'done', 'done', 'proposal.offered-enough'])
    const open = await desk.db.proposal.findMany({ where: { requestId, state: 'sent' } })
    const one = companies.find(({ id }) => id === open[0]?.offerId)
    if (!one || !first || !fourth) throw new Error('nobody offered')
    expect(await codeOf(offer(one, requestId))).toBe('proposal.offered-lately')
    await takeBackOffered(desk.wiring, one.actor, open[0]?.id ?? '')
    expect(await codeOf(offer(one, requestId))).toBe('proposal.offered-lately')
    desk.setNow('2026-12-01T09:00:00Z')
    expect(await codeOf(offer(one, requestId))).toBe('done')
    await refuseOffers(desk.wiring, school.actor, { id: requestId, refuse: true })
    const late = await desk.offer(3)
    expect(await codeOf(offer(late, requestId))).toBe('proposal.wants-no-offers')
    const far = await desk.post(await desk.school(), { topicIds: ['chemie'] })
    expect(await codeOf(offer(late, far))).toBe('proposal.request-does-not-fit')
    expect(await codeOf(offer(late, crypto.randomUUID()))).toBe('proposal.request-does-not-fit')
  })

  test('a place is offered to one school at a time; a day without a place to none', async () => {
    const { company, requestId } = await waiting(1)
    const other = await desk.post(await desk.school())
    expect(await codeOf(offer(company, requestId, { days: ['2028-06-15'] }))).toBe('proposal.no-place-then')
    await offer(company, requestId)
    expect(await codeOf(offer(company, other))).toBe('proposal.nothing-left-to-offer')
  })
})

test('of a last place that two want, one gets it: the yes to the offer or the yes to the question', async () => {
  const { school, company, requestId } = await waiting(1)
  const id = await offer(company, requestId)
  const asker = await desk.school()
  const asked = await desk.post(asker)
  const [proposalId] = await desk.propose(asker, asked, company.id)
  const group = { date: '2027-01-21', startTime: null }
  const answers = await Promise.all([
    codeOf(yes(school, id)),
    codeOf(
      acceptProposal(desk.wiring, company.actor, {
        id: proposalId as string,
        groups: [group],
        dateOptions: [],
        text: null,
      }),
    ),
  ])
  expect(answers.toSorted()).toEqual(['done', 'proposal.no-place-then'])
  const taken = await desk.db.placeClaim.count({ where: { slot: { offerId: company.id }, releasedAt: null } })
  expect(taken).toBe(1)
})

describe('the clock', () => {
  beforeAll(async () => {
    await desk.db.proposal.updateMany({ where: { state: 'sent' }, data: { state: 'withdrawn' } })
  })

  test('reminds the school twice, doubles nothing, and closes what it let pass, which the company hears', async () => {
    const { company, requestId } = await waiting()
    const id = await offer(company, requestId)
    const days: Record<string, number> = {}
    for (const day of ['25', '26', '27', '28', '30'])
      days[day] = await remindSchools({
        ...desk.wiring,
        clock: { now: () => new Date(`2026-11-${day}T08:00:00Z`) },
      })
    expect(days).toMatchObject({ '25': 0, '26': 0, '27': 1, '28': 0, '30': 0 })
    desk.setNow('2026-12-03T08:00:00Z')
    expect([await remindSchools(desk.wiring), await remindSchools(desk.wiring)]).toEqual([1, 0])
    const reminders = await mailsOf(requestId)
    expect(reminders.map(({ template }) => template)).toEqual(['proposal-offered', 'proposal-offered'])
    desk.setNow('2026-12-09T08:00:00Z')
    await expireProposals(desk.wiring)
    expect((await desk.request(requestId)).proposals).toMatchObject([{ id, state: 'expired' }])
    expect((await mailsOf(id)).map(({ template }) => template)).toEqual(['proposal-offered-expired'])
  })

  test('an open request does not come on the waiting list because it left an offer unanswered', async () => {
    desk.setNow('2026-11-24T09:00:00Z')
    const [school, company] = [await desk.school(), await desk.offer(3)]
    const requestId = await desk.post(school)
    await offer(company, requestId)
    expect((await desk.request(requestId)).state).toBe('open')
    desk.setNow('2026-12-09T08:00:00Z')
    await expireProposals(desk.wiring)
    expect(await desk.request(requestId)).toMatchObject({ state: 'open', waitingSince: null })
  })
})

test('who withdraws its request frees the company, which hears it', async () => {
  const { school, company, requestId } = await waiting()
  const id = await offer(company, requestId)
  await withdrawRequest(desk.wiring, school.actor, requestId)
  expect((await mailsOf(id)).map(({ template }) => template)).toEqual(['proposal-offered-withdrawn'])
  expect(await codeOf(yes(school, id))).toBe('proposal.offered-withdrawn')
})
