/** What somebody does to a conversation without writing: read, no mails, end it, report it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { isUuid } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LimitRule, Limits } from '~/platform/limits/limits.server'
import type { ReplyTokens } from '~/platform/links/reply-tokens.server'
import type { AbuseReason } from '../domain/report'
import { conversationNotFound, reportIsHandled } from '../errors'
import { conversationReported } from '../events'
import type { ReportStore } from '../report-store.server'
import type { Conversation, ConversationStore } from '../store.server'
import { type Speaker, speakerOf } from './speaker.server'

type Stores = {
  readonly conversations: ConversationStore
  readonly reports: ReportStore
  readonly outbox: Outbox
}
export type FollowConversationNeeds = {
  readonly transact: Transact<Pick<Stores, 'conversations'>>
  readonly clock: Clock
  readonly replyTokens: Pick<ReplyTokens, 'of'>
}

export type FollowConversation = 'read' | 'mute' | 'unmute' | 'block' | 'unblock'

/**
 * Reading and mails are everybody's own; ending it is for the whole side, by who may write there.
 * @throws AppError 404 for what is not the actor's; 403 for a viewer who would end it.
 */
export async function followConversation(
  { transact, clock, replyTokens }: FollowConversationNeeds,
  actor: Actor,
  { id, what }: { readonly id: string; readonly what: FollowConversation },
): Promise<void> {
  const now = clock.now()
  await transact(async ({ conversations }) => {
    const isForSide = what === 'block' || what === 'unblock'
    const { speaker } = await lockFor(
      conversations,
      actor,
      isForSide ? 'conversation.write' : 'conversation.read',
      id,
    )
    if (isForSide) return conversations.setBlocked(id, speaker.side, what === 'block' ? now : null)
    const { userId } = speaker.actor
    const change = what === 'read' ? { readAt: now } : { mutedAt: what === 'mute' ? now : null }
    await conversations.keepParticipant(id, userId, replyTokens.of(`${id} ${userId}`).hash, change)
  })
}

/** An administrator reads what is reported, so somebody means it. */
const REPORTS: LimitRule = { name: 'conversation-report', tries: 10, seconds: 86_400 }

export type ReportConversation = {
  readonly id: string
  readonly key: string
  readonly reason: AbuseReason
  readonly text: string | null
}

/** @throws AppError 404 for what is not the actor's; too-many. */
export async function reportConversation(
  needs: {
    readonly transact: Transact<Stores>
    readonly clock: Clock
    readonly limits: Pick<Limits, 'take'>
  },
  actor: Actor,
  { id, key, reason, text }: ReportConversation,
): Promise<void> {
  if (actor.kind === 'user') await needs.limits.take(REPORTS, actor.userId)
  await needs.transact(async ({ conversations, reports, outbox }) => {
    const { speaker } = await lockFor(conversations, actor, 'conversation.read', id)
    const report = {
      id: key,
      conversationId: id,
      reporterId: speaker.actor.userId,
      side: speaker.side,
      reason,
      text,
    }
    if (await reports.add(report, needs.clock.now())) await outbox.append(conversationReported(key))
  })
}

/** @throws AppError 404 for who is no administrator, and for what does not exist; conflict when somebody was first. */
export async function handleReport(
  needs: { readonly transact: Transact<Pick<Stores, 'reports'>>; readonly clock: Clock },
  actor: Actor,
  { report, note }: { readonly report: string; readonly note: string },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  if (actor.kind !== 'user') throw conversationNotFound()
  const { userId } = actor
  await needs.transact(async ({ reports }) => {
    if ((await reports.state(report)) === null) throw conversationNotFound()
    if (!(await reports.handle(report, { userId, note }, needs.clock.now()))) throw reportIsHandled()
  })
}

async function lockFor(
  conversations: ConversationStore,
  actor: Actor,
  action: 'conversation.read' | 'conversation.write',
  id: string,
): Promise<{ readonly conversation: Conversation; readonly speaker: Speaker }> {
  const conversation = isUuid(id) ? await conversations.lock(id) : null
  if (!conversation) throw conversationNotFound()
  return { conversation, speaker: speakerOf(actor, action, conversation) }
}
