/** The forms of conversations. */
import * as z from 'zod'
import { typedText } from '~/kernel/typed-text'
import { MESSAGE_MAX } from './domain/conversation'
import { ABUSE_REASONS, REPORT_NOTE_MAX, REPORT_TEXT_MAX } from './domain/report'

const text = z
  .string()
  .max(MESSAGE_MAX)
  .optional()
  .transform((typed) => typedText(typed ?? ''))
const key = z.uuid()

const write = z.object({
  intent: z.literal('write'),
  key,
  text,
  files: z.array(z.instanceof(File)).max(20).default([]),
})

export const conversationAction = z.discriminatedUnion('intent', [
  write,
  z.object({ intent: z.enum(['read', 'mute', 'unmute', 'block', 'unblock']) }),
  z.object({
    intent: z.literal('report'),
    key,
    reason: z.enum(ABUSE_REASONS),
    details: z
      .string()
      .max(REPORT_TEXT_MAX)
      .optional()
      .transform((typed) => typedText(typed ?? '') || null),
  }),
])
export type ConversationAction = z.output<typeof conversationAction>

/** The first message: between which two. */
export const pairQuery = z.object({ request: z.uuid(), organisation: z.uuid() })
export const firstMessage = write

/** A question from the link of a mail. */
export const questionForm = z.object({ intent: z.literal('write'), key, text })

export const handleReportForm = z.object({
  report: z.uuid(),
  note: z
    .string()
    .transform((typed) => typedText(typed))
    .pipe(z.string().min(1).max(REPORT_NOTE_MAX)),
})

/** Where what only the work finds is said. */
export const FIELD_OF_MESSAGE_ERROR: Readonly<Record<string, string>> = {
  'conversation.empty': 'text',
  'conversation.file-too-large': 'files',
  'conversation.file-type': 'files',
  'conversation.file-too-many': 'files',
  'conversation.file-empty': 'files',
}

/** What a mail service hands over: the mail in base64, and the envelope as far as it tells. */
export const incomingJson = z.object({
  raw: z.base64(),
  to: z.array(z.string().max(320)).max(50).default([]),
  from: z.string().max(320).nullable().default(null),
})
