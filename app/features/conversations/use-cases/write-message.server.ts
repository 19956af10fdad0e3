/** Somebody of the school or the company writes. The first message begins the conversation. */
import type { Actor } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { LimitRule, Limits } from '~/platform/limits/limits.server'
import type { ReplyTokens } from '~/platform/links/reply-tokens.server'
import { type Pair, type Side, type Standing, whyNotWrite } from '../domain/conversation'
import type { SentFile } from '../domain/message-file'
import { cannotWrite, conversationNotFound, messageFileRefused, nothingWritten } from '../errors'
import { mailFilesRefused, messageWritten } from '../events'
import type { MessageStore, NewMessage } from '../message-store.server'
import type { Conversation, ConversationStore } from '../store.server'
import { type Speaker, speakerOf } from './speaker.server'
import { type TakeInFilesNeeds, takeInFiles } from './take-in-files.server'

export type MessageStores = {
  readonly conversations: ConversationStore
  readonly messages: MessageStore
  readonly outbox: Outbox
}
export type KeepMessageNeeds = {
  readonly clock: Clock
  readonly replyTokens: Pick<ReplyTokens, 'of'>
}
export type WriteMessageNeeds = KeepMessageNeeds &
  TakeInFilesNeeds & {
    readonly transact: Transact<MessageStores>
    readonly limits: Pick<Limits, 'take'>
  }

export type WriteMessage = {
  /** A conversation, or two who have not spoken yet. */
  readonly to: { readonly id: string } | Pair
  /** Made by the form: posted twice it is one. */
  readonly key: string
  readonly text: string
  readonly files: readonly SentFile[]
}

/** By page and by mail together, so that nobody floods the other side. */
export const MESSAGES: LimitRule = { name: 'conversation', tries: 40, seconds: 3600 }

/**
 * @returns the id of the conversation.
 * @throws AppError 404 for what is not the actor's; 403 for a viewer; conflict when it is over or was ended; invalid for
 * nothing, or a file that may not be; too-many.
 */
export async function writeMessage(
  needs: WriteMessageNeeds,
  actor: Actor,
  { to, key, text, files }: WriteMessage,
): Promise<string> {
  const { side } = await needs.transact((stores) => mayWrite(needs, stores, actor, to))
  const sent = files.filter(({ name, content }) => name !== '' || content.length > 0)
  if (text === '' && sent.length === 0) throw nothingWritten()
  if (actor.kind === 'user') await needs.limits.take(MESSAGES, actor.userId)
  const taken = await takeInFiles(needs, sent)
  const [refused] = taken.refused
  if (refused) throw messageFileRefused(refused.why)
  return needs.transact(async (stores) => {
    const { standing, known, speaker } = await mayWrite(needs, stores, actor, to)
    const conversation = known ?? (await begun(stores, standing, needs.clock.now()))
    await keepMessage(needs, stores, conversation, {
      id: key,
      conversationId: conversation.id,
      side,
      authorId: speaker.actor.userId,
      way: 'web',
      text,
      files: taken.files,
      refusedFiles: [],
      mailId: null,
    })
    return conversation.id
  })
}

/** One that is there already is left as it is. The writer has read what stood before. */
export async function keepMessage(
  { clock, replyTokens }: KeepMessageNeeds,
  { conversations, messages, outbox }: MessageStores,
  { id }: Conversation,
  message: NewMessage,
): Promise<void> {
  if (await messages.exists(message.id)) return
  const now = clock.now()
  await messages.add(message, now)
  await conversations.setLast(id, message.side, now)
  const { hash } = replyTokens.of(`${id} ${message.authorId}`)
  await conversations.keepParticipant(id, message.authorId, hash, { readAt: now })
  const events = [messageWritten(message.id)]
  if (message.refusedFiles.length > 0) events.push(mailFilesRefused(message.id))
  await outbox.append(...events)
}

type Allowed = {
  readonly standing: Standing
  /** `null`: nobody said a word yet. */
  readonly known: Conversation | null
  readonly speaker: Speaker
  readonly side: Side
}

async function mayWrite(
  { clock }: Pick<KeepMessageNeeds, 'clock'>,
  { conversations }: Pick<MessageStores, 'conversations'>,
  actor: Actor,
  to: WriteMessage['to'],
): Promise<Allowed> {
  const known = 'id' in to ? await conversations.lock(to.id) : await conversations.lockPair(to)
  const standing = known ?? ('id' in to ? null : await conversations.standing(to))
  if (!standing) throw conversationNotFound()
  const speaker = speakerOf(actor, 'conversation.write', standing)
  const why = whyNotWrite(standing, speaker.side, calendarDateOf(clock.now()))
  if (why !== null) throw cannotWrite(why)
  return { standing, known, speaker, side: speaker.side }
}

async function begun(
  { conversations }: Pick<MessageStores, 'conversations'>,
  standing: Standing,
  at: Date,
): Promise<Conversation> {
  const conversation = await conversations.lock(await conversations.begin(standing, at))
  if (!conversation) throw conversationNotFound()
  return conversation
}
