/** What happens in conversations. Payloads hold ids: never a word that somebody wrote. */
import type { DomainEvent } from '~/kernel/events'

export const messageWritten = (messageId: string): DomainEvent => ({
  type: 'MessageWritten',
  subjectId: messageId,
  payload: {},
})

export const conversationReported = (reportId: string): DomainEvent => ({
  type: 'ConversationReported',
  subjectId: reportId,
  payload: {},
})

/** What somebody sent by mail, or a part of it, does not stand in the conversation: they are told. */
export const REFUSED_MAILS = ['blocked', 'blocked-by-other', 'over', 'empty', 'too-many', 'viewer'] as const
export type RefusedMail = (typeof REFUSED_MAILS)[number]

/** @param mail names the mail by a hash: told once, however often it comes in. */
export const mailRefused = (refused: {
  readonly conversationId: string
  readonly userId: string
  readonly why: RefusedMail
  readonly mail: string
}): DomainEvent => ({
  type: 'MailRefused',
  subjectId: refused.conversationId,
  payload: { userId: refused.userId, why: refused.why, mail: refused.mail },
})

/** Files of a mail were left out; the message names them. */
export const mailFilesRefused = (messageId: string): DomainEvent => ({
  type: 'MailFilesRefused',
  subjectId: messageId,
  payload: {},
})
