/**
 * A mail to an address that stands for somebody comes into the conversation as that person's message. By SMTP and by the
 * web alike.
 */
import type { SignedInActor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import { typedText } from '~/kernel/typed-text'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { ReplyTokens } from '~/platform/links/reply-tokens.server'
import type { MailTroubles } from '~/platform/mail/mail-troubles.server'
import type { IncomingMail } from '~/platform/mail/read-mail.server'
import { isAutomatic } from '../domain/automatic-mail'
import { MESSAGE_MAX, whyNotWrite } from '../domain/conversation'
import { isLogo } from '../domain/message-file'
import { withoutQuote } from '../domain/quoted-text'
import { tokenAmong, withoutAddresses } from '../domain/reply-address'
import { mailRefused, type RefusedMail } from '../events'
import type { Participant } from '../store.server'
import { speakerOf } from './speaker.server'
import { type TakeInFilesNeeds, takeInFiles } from './take-in-files.server'
import { keepMessage, MESSAGES, type MessageStores } from './write-message.server'

export type ReceiveMailNeeds = TakeInFilesNeeds & {
  readonly transact: Transact<MessageStores & { readonly mailTroubles: Pick<MailTroubles, 'bounced'> }>
  readonly clock: Clock
  readonly limits: Pick<Limits, 'take'>
  readonly replyTokens: ReplyTokens
  readonly replyDomain: string | null
  /** 64 hexadecimal digits that are the same for the same text: ids are made of them. */
  readonly secrets: { readonly hash: (text: string) => string }
}

/** What became of it. `unknown` and `foreign` are for the sender's own mail server to tell: nobody else is mailed. */
export type ReceivedMail =
  | { readonly outcome: 'kept'; readonly messageId: string }
  | { readonly outcome: 'unknown' | 'foreign' | 'automatic' | 'failure-noted' }
  | { readonly outcome: 'refused'; readonly why: RefusedMail }

/**
 * @param envelope whom it was handed over for, and its return path; `null` where that is not known.
 * Automatic mails are taken and thrown away; reports of failure are noted at the message. The same mail a second time
 * changes nothing. What cannot be taken in is told to who sent it, once, at the address of their account.
 */
export async function receiveMail(
  needs: ReceiveMailNeeds,
  mail: IncomingMail,
  envelope: { readonly to: readonly string[]; readonly returnPath: string | null },
): Promise<ReceivedMail> {
  const who = await participantOf(needs, [...envelope.to, ...mail.recipients])
  if (!who) return { outcome: 'unknown' }
  if (mail.failure) {
    const { mailIds, isForGood } = mail.failure
    const now = needs.clock.now()
    await needs.transact(async ({ messages, mailTroubles }) => {
      // Only a mail of this conversation to this reader: a report can name whatever its writer likes.
      const mailId = await messages.failDelivery(who, mailIds, now)
      if (mailId !== null && isForGood) await mailTroubles.bounced(mailId, now)
    })
    return { outcome: 'failure-noted' }
  }
  if (isAutomatic(mail.headers, envelope.returnPath)) return { outcome: 'automatic' }
  if (mail.from !== who.email.toLowerCase()) return { outcome: 'foreign' }
  if (!who.isStaff && who.role === null) return { outcome: 'foreign' }
  const digest = needs.secrets.hash(`${who.conversationId} ${who.userId} ${mail.messageId ?? mail.text}`)
  const id = asUuid(digest)
  if (await needs.transact(({ messages }) => messages.exists(id))) return { outcome: 'kept', messageId: id }
  const refuse = async (why: RefusedMail): Promise<ReceivedMail> => {
    const { conversationId, userId } = who
    await needs.transact(({ outbox }) =>
      outbox.append(mailRefused({ conversationId, userId, why, mail: digest.slice(0, 32) })),
    )
    return { outcome: 'refused', why }
  }
  const why = await whyNot(needs, who)
  if (why !== null) return refuse(why)
  const sent = mail.files.filter((file) => !isLogo({ ...file, bytes: file.content.length }))
  const hidden = await needs.transact(({ conversations }) => conversations.addressesOf(who.conversationId))
  const text = withoutAddresses(typedText(withoutQuote(mail.text)), hidden).slice(0, MESSAGE_MAX)
  if (text === '' && sent.length === 0) return refuse('empty')
  if (!(await isWithinLimit(needs, who.userId))) return refuse('too-many')
  const { files, refused: refusedFiles } = await takeInFiles(needs, sent)
  return needs.transact(async (stores) => {
    const conversation = await stores.conversations.lock(who.conversationId)
    if (!conversation) return { outcome: 'unknown' }
    const { side } = speakerOf(actorOf(who), 'conversation.write', conversation)
    await keepMessage(needs, stores, conversation, {
      ...{ id, conversationId: conversation.id, side, authorId: who.userId, way: 'mail', text },
      ...{ files, refusedFiles, mailId: mail.messageId },
    })
    return { outcome: 'kept', messageId: id }
  })
}

/** @returns whether the address stands for somebody. */
export async function isReplyAddress(
  needs: Pick<ReceiveMailNeeds, 'transact' | 'replyTokens' | 'replyDomain'>,
  address: string,
): Promise<boolean> {
  return (await participantOf(needs, [address])) !== null
}

async function participantOf(
  needs: Pick<ReceiveMailNeeds, 'transact' | 'replyTokens' | 'replyDomain'>,
  addresses: readonly string[],
): Promise<Participant | null> {
  const token = needs.replyDomain === null ? null : tokenAmong(addresses, needs.replyDomain)
  if (token === null) return null
  return needs.transact(({ conversations }) => conversations.participant(needs.replyTokens.hash(token)))
}

async function whyNot(needs: ReceiveMailNeeds, who: Participant): Promise<RefusedMail | null> {
  return needs.transact(async ({ conversations }) => {
    const conversation = await conversations.lock(who.conversationId)
    const actor = actorOf(who)
    if (!conversation || !may(actor, 'conversation.write', conversation)) return 'viewer'
    const { side } = speakerOf(actor, 'conversation.write', conversation)
    return whyNotWrite(conversation, side, calendarDateOf(needs.clock.now()))
  })
}

async function isWithinLimit({ limits }: ReceiveMailNeeds, userId: string): Promise<boolean> {
  try {
    await limits.take(MESSAGES, userId)
    return true
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too-many') return false
    throw error
  }
}

/** Whose address it is, as far as this conversation goes. */
function actorOf({ userId, branchId, organisationId, isStaff, role }: Participant): SignedInActor {
  return {
    kind: 'user',
    userId,
    emailVerified: true,
    schools: new Map(isStaff ? [[branchId, 'member'] as const] : []),
    organisations: new Map(role === null ? [] : [[organisationId, role] as const]),
    regions: new Set(),
    isAdministrator: false,
  }
}

/** The same mail has the same id. */
function asUuid(digest: string): string {
  const hex = digest.slice(0, 32)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
