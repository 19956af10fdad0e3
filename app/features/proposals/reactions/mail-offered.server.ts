/**
 * The mails about what a company offers by itself. Each loads the present state: what was answered meanwhile is not asked
 * any more. A yes is told by the booking that it makes.
 */
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { topicWord } from '../../finder/ui/words'
import { offeredMail } from '../emails/offered.server'
import { offeredEndedMail } from '../emails/offered-ended.server'
import { companyReaders, schoolReaders } from '../queries/mail-facts.server'
import { type OfferedFacts, offeredFacts } from '../queries/offered-facts.server'
import { groupsWord, offeredDaysWord, schoolDeclineWord } from '../ui/words'
import { absolute, sendToReader } from './send-to-reader.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

/** A company offers something: to who asked at the school. */
export async function mailOffered(needs: Needs, event: StoredEvent): Promise<void> {
  await tellSchool(needs, event, [event.subjectId])
}

/** What the school left unanswered about one request, in one mail. */
export async function mailOfferedDue(needs: Needs, event: StoredEvent): Promise<void> {
  await tellSchool(needs, event, (event.payload.proposalIds as readonly string[] | undefined) ?? [])
}

async function tellSchool(needs: Needs, event: StoredEvent, ids: readonly string[]): Promise<void> {
  const facts = await offeredFacts(needs.db, ids)
  const offered = facts.filter(({ state, isLooking }) => state === 'sent' && isLooking)
  const [first] = offered
  if (!first) return
  for (const reader of await schoolReaders(needs.db, first))
    await sendToReader(needs, event, 'proposal-offered', reader, () =>
      offeredMail({
        ...reader,
        title: first.title,
        request: absolute(needs, paths.request(first.requestId)),
        offered: offered.map((one) => ({ ...one, facts: factCells(one), lastDay: formatDay(one.dueOn) })),
        isReminder: event.type === 'OfferedDue',
      }),
    )
}

/** No, no answer in time, or not needed any more: to who offered it, or the company where they are gone. */
export async function mailOfferedEnded(needs: Needs, event: StoredEvent): Promise<void> {
  const [offered] = await offeredFacts(needs.db, [event.subjectId])
  const why = offered?.state
  if (!offered || (why !== 'declined' && why !== 'expired' && why !== 'withdrawn')) return
  const readers = await companyReaders(needs.db, offered.organisationId, null)
  const sender = readers.filter(({ id }) => id === offered.senderId)
  for (const reader of sender.length > 0 ? sender : readers)
    await sendToReader(needs, event, `proposal-offered-${why}`, reader, () =>
      offeredEndedMail({
        ...offered,
        ...reader,
        why,
        topics: offered.topics.map(topicWord).join(', '),
        reason: offered.declineReason && schoolDeclineWord[offered.declineReason](),
        nearby: absolute(needs, paths.requestsNearby()),
      }),
    )
}

function factCells(offered: OfferedFacts) {
  const days = offeredDaysWord(offered)
  return [
    { label: m.proposals_fact_groups(), value: groupsWord(offered.groups, offered.groupSize) },
    ...(days ? [{ label: m.proposals_offered_when(), value: days }] : []),
  ]
}
