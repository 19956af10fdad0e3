/** The mails of conversations. Each loads the present state: nobody is told what they may not read. */
import { paths } from '~/components/paths'
import type { Clock } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db, Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { ReplyTokens } from '~/platform/links/reply-tokens.server'
import type { RenderedMail } from '~/platform/mail/letter.server'
import { type Mailer, messageIdOf } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { otherSide, type Side } from '../domain/conversation'
import { replyAddress, withoutAddresses } from '../domain/reply-address'
import { messageMail } from '../emails/message.server'
import { filesLeftOutMail, notTakenMail } from '../emails/not-taken.server'
import { REFUSED_MAILS } from '../events'
import type { MessageStore } from '../message-store.server'
import {
  type MailedReader,
  type MessageFacts,
  messageFacts,
  readerOf,
  readersOf,
  threadOf,
  titleTo,
} from '../queries/message-facts.server'
import type { ConversationStore } from '../store.server'
import { refusedFileWord, refusedMailWord } from '../ui/words'

export type MailMessagesNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{
    readonly conversations: ConversationStore
    readonly messages: Pick<MessageStore, 'saveDelivery'>
  }>
  readonly clock: Clock
  readonly mailer: Pick<Mailer, 'send'>
  readonly replyTokens: Pick<ReplyTokens, 'of'>
  /** `null`: mails cannot be answered. */
  readonly replyDomain: string | null
  readonly env: { readonly ORIGIN: string; readonly MAIL_FROM: string }
}

/** One mail to each reader; that one is not reached keeps nobody else from being told. */
export async function mailMessage(needs: MailMessagesNeeds, { subjectId }: StoredEvent): Promise<void> {
  const message = await messageFacts(needs.db, subjectId)
  if (!message || message.isBlocked) return
  const readers = await readersOf(needs.db, message)
  const hidden = await needs.transact(({ conversations }) =>
    conversations.addressesOf(message.conversationId),
  )
  const failures: unknown[] = []
  for (const reader of readers) {
    if (reader.id === message.authorId) continue
    await mailToReader(needs, message, reader, hidden).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function mailToReader(
  needs: MailMessagesNeeds,
  message: MessageFacts,
  reader: MailedReader,
  hidden: readonly string[],
): Promise<void> {
  const { conversationId } = message
  const { token, hash } = needs.replyTokens.of(`${conversationId} ${reader.id}`)
  await needs.transact(({ conversations }) => conversations.keepParticipant(conversationId, reader.id, hash))
  const side = otherSide(message.side)
  const reason = `message ${message.id} ${reader.id}`
  const mailId = mailIdOf(reason, needs.env.MAIL_FROM)
  const thread = await threadOf(needs.db, { conversationId, userId: reader.id, before: message.id })
  const from = inLocale(reader.locale, () => writerName(message))
  const mask = (text: string) => withoutAddresses(text, hidden)
  const content = inLocale(reader.locale, () =>
    messageMail({
      locale: reader.locale,
      from: mask(from),
      title: mask(titleFor(message, side)),
      text: mask(message.text),
      fileNames: message.fileNames.map(mask),
      page: new URL(paths.conversation(conversationId), needs.env.ORIGIN).href,
      canAnswer: needs.replyDomain !== null,
    }),
  )
  const save = (state: 'sent' | 'failed') =>
    needs.transact(({ messages }) =>
      messages.saveDelivery(message.id, reader.id, { mailId, state }, needs.clock.now()),
    )
  try {
    const isSent = await needs.mailer.send({
      reason,
      template: 'message',
      to: reader.email,
      locale: reader.locale,
      content,
      thread: [rootOf(conversationId, needs.env.MAIL_FROM), ...thread],
      ...(needs.replyDomain !== null && {
        masked: { name: mask(from), address: replyAddress(token, needs.replyDomain) },
      }),
    })
    if (isSent) await save('sent')
  } catch (error) {
    // Tried again by the job; until then the writer reads that it did not arrive.
    await save('failed')
    throw error
  }
}

/** What somebody sent by mail does not stand in the conversation. */
export async function mailNotTaken(
  needs: MailMessagesNeeds,
  { subjectId: conversationId, payload }: StoredEvent,
): Promise<void> {
  const why = REFUSED_MAILS.find((one) => one === payload.why)
  if (!why) return
  const told = {
    conversationId,
    userId: String(payload.userId),
    reason: `mail-refused ${String(payload.mail)}`,
  }
  await tellSender(needs, told, (mail) => notTakenMail({ ...mail, why: refusedMailWord[why]() }))
}

/** Files of a mail were left out; the words of it stand there. */
export async function mailFilesLeftOut(needs: MailMessagesNeeds, { subjectId }: StoredEvent): Promise<void> {
  const message = await messageFacts(needs.db, subjectId)
  if (!message?.authorId) return
  const { conversationId, authorId: userId, refused } = message
  const told = { conversationId, userId, reason: `files-left-out ${message.id}` }
  await tellSender(needs, told, (mail) =>
    filesLeftOutMail({ ...mail, files: refused.map((file) => `${file.name}: ${refusedFileWord(file.why)}`) }),
  )
}

async function tellSender(
  needs: MailMessagesNeeds,
  told: { readonly conversationId: string; readonly userId: string; readonly reason: string },
  write: (mail: { locale: Locale; title: string; page: string }) => RenderedMail,
): Promise<void> {
  const reader = await readerOf(needs.db, told.userId)
  if (!reader) return
  const { locale } = reader
  const title = await titleTo(needs.db, told.conversationId, told.userId)
  const page = new URL(paths.conversation(told.conversationId), needs.env.ORIGIN).href
  await needs.mailer.send({
    reason: told.reason,
    template: 'message-not-taken',
    to: reader.email,
    locale,
    content: inLocale(locale, () => write({ locale, title, page })),
  })
}

/** In the words of the teacher, where the reader may know them. */
function titleFor({ namesSchool, offerTitle, requestTitle }: MessageFacts, side: Side): string {
  return side === 'company' && !namesSchool ? offerTitle : requestTitle
}

function writerName({ side, authorName, namesSchool, ...names }: MessageFacts): string {
  if (side === 'company')
    return m.conversations_mail_from({ name: authorName ?? '', of: names.organisationName })
  if (!namesSchool) return m.conversations_some_school({ place: names.municipality })
  return m.conversations_mail_from({ name: authorName ?? '', of: names.schoolName })
}

/** Never sent: it holds the mails of one conversation together from the first on. */
function rootOf(conversationId: string, from: string): string {
  return mailIdOf(`conversation ${conversationId}`, from)
}

/** As mails name each other: in angle brackets. */
const mailIdOf = (reason: string, from: string) => `<${messageIdOf(reason, from)}>`
