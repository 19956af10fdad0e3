/**
 * The mails of a proposal. Each loads the present state: what was answered or withdrawn meanwhile is not asked any more.
 * An acceptance is told by the booking that it makes.
 */
import { formatDay, formatKm } from '~/components/format'
import { paths } from '~/components/paths'
import { addDays, type Clock, calendarDateOf, type FreeDays, workingDaysAfter } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db, Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { isOpenProposal } from '../domain/proposal-states'
import { askedForSchoolMail } from '../emails/asked-for-school.server'
import { newRequestMail } from '../emails/new-request.server'
import { notHelpedMail } from '../emails/not-helped.server'
import { reminderMail } from '../emails/reminder.server'
import { withdrawnMail } from '../emails/withdrawn.server'
import {
  companyReaders,
  type MailFacts,
  type MailReader,
  mailFacts,
  schoolReaders,
} from '../queries/mail-facts.server'
import { classWord, daysLeftWord, declineWord, groupsWord, periodWord, weekdaysWord } from '../ui/words'
import { absolute, sendToReader } from './send-to-reader.server'

/** What the wiring of the worker gives them. */
export type MailProposalsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

/** A new request, to everybody of the company; a passed one, to the colleague. Each reader gets a link of their own. */
export async function mailNewRequest(wiring: MailProposalsNeeds, event: StoredEvent): Promise<void> {
  const proposal = await factsOf(wiring, event.subjectId)
  if (!proposal || !isOpenProposal(proposal.state)) return
  for (const reader of await companyReaders(wiring.db, proposal.organisationId, proposal.addressedToId)) {
    const token = await answerToken(wiring, proposal, reader)
    const href = (answer: string) => absolute(wiring, paths.answerProposal(token, answer))
    const write = () =>
      newRequestMail({
        ...proposal,
        ...reader,
        distance: formatKm(proposal.distanceKm),
        facts: factCells(proposal),
        lastDay: formatDay(proposal.dueOn),
        isPassed: proposal.addressedToId !== null,
        links: {
          yes: href('yes'),
          later: href('later'),
          no: href('no'),
          inbox: absolute(wiring, paths.inbox()),
        },
      })
    await sendToReader(wiring, event, 'proposal-new', reader, write, paths.proposal(proposal.id))
  }
}

/** All that is due of one company in one mail; to each reader what is theirs to answer. */
export async function mailReminder(wiring: MailProposalsNeeds, event: StoredEvent): Promise<void> {
  const ids = (event.payload.proposalIds as readonly string[] | undefined) ?? []
  const proposals = (await mailFacts(wiring.db, ids, wiring.clock.now())).filter(({ state }) =>
    isOpenProposal(state),
  )
  const [first] = proposals
  if (!first) return
  const today = calendarDateOf(wiring.clock.now())
  const free = await wiring.workingDays()
  for (const reader of await companyReaders(wiring.db, first.organisationId, null)) {
    const theirs = proposals.filter((p) => p.addressedToId === null || p.addressedToId === reader.id)
    if (theirs.length === 0) continue
    const tokens = await Promise.all(theirs.map((proposal) => answerToken(wiring, proposal, reader)))
    await sendToReader(wiring, event, 'proposal-reminder', reader, () =>
      reminderMail({
        ...reader,
        company: first.company,
        inbox: absolute(wiring, paths.inbox()),
        requests: theirs.map((proposal, i) => ({
          ...proposal,
          left: daysLeftWord(workingDaysAfter(today, proposal.dueOn, free)),
          day: formatDay(proposal.dueOn),
          href: absolute(wiring, paths.answerProposal(tokens[i] ?? '')),
        })),
      }),
    )
  }
}

/** The company need not answer any more. */
export async function mailWithdrawn(wiring: MailProposalsNeeds, event: StoredEvent): Promise<void> {
  const proposal = await factsOf(wiring, event.subjectId)
  if (proposal?.state !== 'withdrawn') return
  const isPlaced = proposal.requestState === 'booked' || proposal.requestState === 'done'
  for (const reader of await companyReaders(wiring.db, proposal.organisationId, proposal.addressedToId))
    await sendToReader(wiring, event, 'proposal-withdrawn', reader, () =>
      withdrawnMail({ ...proposal, ...reader, isPlaced }),
    )
}

/** A coordinator asked for the school, which is told. */
export async function mailAskedForSchool(wiring: MailProposalsNeeds, event: StoredEvent): Promise<void> {
  const ids = (event.payload.proposalIds as readonly string[] | undefined) ?? []
  const proposals = await mailFacts(wiring.db, ids, wiring.clock.now())
  const [first] = proposals
  if (!first?.askedBy) return
  const { askedBy } = first
  for (const reader of await schoolReaders(wiring.db, first))
    await sendToReader(wiring, event, 'proposal-asked-for-school', reader, () =>
      askedForSchoolMail({
        ...first,
        ...reader,
        askedBy,
        asked: proposals,
        lastDay: formatDay(first.dueOn),
        request: absolute(wiring, paths.request(first.requestId)),
      }),
    )
}

/** No, or no answer in time: to who asked at the school. */
export async function mailNotHelped(wiring: MailProposalsNeeds, event: StoredEvent): Promise<void> {
  const proposal = await factsOf(wiring, event.subjectId)
  if (proposal?.state !== 'declined' && proposal?.state !== 'expired') return
  const { declineReason } = proposal
  for (const reader of await schoolReaders(wiring.db, proposal))
    await sendToReader(wiring, event, `proposal-${proposal.state}`, reader, () =>
      notHelpedMail({
        ...proposal,
        ...reader,
        reason: declineReason && declineWord[declineReason](),
        words: proposal.answerText,
        next: nextOf(proposal),
        request: absolute(wiring, paths.request(proposal.requestId)),
      }),
    )
}

function nextOf({ requestState, othersAsked }: MailFacts) {
  if (requestState === 'booked' || requestState === 'done') return 'placed'
  if (othersAsked > 0) return 'others'
  return requestState === 'waiting' ? 'waiting' : 'ask'
}

async function factsOf({ db, clock }: MailProposalsNeeds, id: string): Promise<MailFacts | undefined> {
  const [proposal] = await mailFacts(db, [id], clock.now())
  return proposal
}

function factCells(proposal: MailFacts) {
  return [
    { label: m.common_fact_for(), value: classWord(proposal) },
    { label: m.proposals_fact_groups(), value: groupsWord(proposal.groupsAsked, proposal.groupSize) },
    { label: m.proposals_fact_period(), value: periodWord(proposal.period, proposal.periodText) },
    { label: m.proposals_fact_days(), value: weekdaysWord(proposal.weekdays) },
  ]
}

/** The same link in every mail about this proposal to this reader; it opens nothing after the last day. */
async function answerToken(
  { links, transact }: MailProposalsNeeds,
  proposal: MailFacts,
  reader: MailReader,
): Promise<string> {
  const expiresAt = new Date(`${addDays(proposal.dueOn, 1)}T00:00:00Z`)
  const { token, id } = links.sign({
    purpose: 'answer-proposal',
    key: `${proposal.id} ${reader.id}`,
    expiresAt,
  })
  const link = {
    id,
    purpose: 'answer-proposal',
    subjectId: proposal.id,
    payload: { userId: reader.id },
    expiresAt,
  } as const
  await transact((stores) => stores.links.keep(link))
  return token
}
