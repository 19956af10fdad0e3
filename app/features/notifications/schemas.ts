/** What can be done with notifications, and how mails can be chosen. */
import * as z from 'zod'
import { typedTime } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { DELIVERIES, KINDS, type Kind } from './domain/kinds'

const id = z.guid()

export const notificationAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open'), id }),
  z.object({ intent: z.literal('read'), id }),
  /** Up to what the page showed. */
  z.object({ intent: z.literal('read-all'), until: z.iso.datetime().transform((text) => new Date(text)) }),
])

/** Empty: none. */
const time = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    if (typed === undefined || typed.trim() === '') return null
    const at = typedTime(typed)
    if (at !== null) return at
    ctx.addIssue({ code: 'custom', message: m.error_notification_time() })
    return z.NEVER
  })

const choice = z.enum(DELIVERIES).optional()
const mail = z.object(
  Object.fromEntries((Object.keys(KINDS) as Kind[]).map((kind) => [kind, choice])) as Record<
    Kind,
    typeof choice
  >,
)

export const settingsAction = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('save'),
      mail: mail.optional(),
      from: time,
      until: time,
      weekends: z.boolean().optional(),
    })
    .check(({ value, issues }) => {
      const { from, until } = value
      if ((from === null) === (until === null) && (from === null || from !== until)) return
      const message = from === until ? m.error_notification_same_time() : m.error_notification_both_times()
      issues.push({ code: 'custom', path: [from === null ? 'from' : 'until'], message, input: value })
    }),
  z.object({ intent: z.literal('arrives') }),
])
