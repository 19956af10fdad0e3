/** What can be done on the page of a booking. */
import * as z from 'zod'
import { typedDay, typedText, typedTime } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { CANCEL_REASONS, CANCEL_TEXT_MAX, PUPILS_MAX } from './domain/booking'
import { PLAN_LIMITS } from './domain/plan'

const day = z.string().transform((typed, ctx) => {
  const date = typedDay(typed)
  if (date !== null) return date
  ctx.addIssue({ code: 'custom', message: m.error_booking_date() })
  return z.NEVER
})

/** Empty: no time yet. */
const time = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    if (typed === undefined || typed.trim() === '') return null
    const at = typedTime(typed)
    if (at !== null) return at
    ctx.addIssue({ code: 'custom', message: m.error_booking_time() })
    return z.NEVER
  })

export const bookingAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('choose'), date: day }),
  z.object({ intent: z.literal('move'), date: day, startTime: time }),
  z.object({
    intent: z.literal('cancel'),
    reason: z.enum(CANCEL_REASONS),
    text: z
      .string()
      .optional()
      .transform((typed, ctx) => {
        const text = typedText(typed ?? '')
        if (text.length <= CANCEL_TEXT_MAX) return text === '' ? null : text
        ctx.addIssue({ code: 'custom', message: m.error_form_too_long({ max: CANCEL_TEXT_MAX }) })
        return z.NEVER
      }),
  }),
  z.object({ intent: z.literal('done'), pupils: z.number().int().min(0).max(PUPILS_MAX) }),
  z.object({ intent: z.literal('missed') }),
])
export type BookingAction = z.output<typeof bookingAction>

/** Where an error stands that only the work finds. */
export const FIELD_OF_ERROR: Readonly<Record<string, string>> = {
  'booking.date-passed': 'date',
  'booking.date-too-far': 'date',
  'booking.not-an-option': 'date',
  'booking.not-on-that-weekday': 'date',
  'booking.same-moment': 'date',
  'booking.full-then': 'date',
  'booking.no-session-then': 'date',
  'booking.vog-in-future': 'vogSeenOn',
}

/** `max` characters; nothing typed is nothing said. */
const said = (max: number) =>
  z
    .string()
    .optional()
    .transform((typed, ctx) => {
      const text = typedText(typed ?? '')
      if (text.length <= max) return text === '' ? null : text
      ctx.addIssue({ code: 'custom', message: m.error_form_too_long({ max }) })
      return z.NEVER
    })

const programmeRow = z
  .object({
    minutes: z.number().int().min(1).max(PLAN_LIMITS.minutes).optional(),
    what: said(PLAN_LIMITS.what),
  })
  .transform(({ minutes, what }, ctx) => {
    if (what === null) return null
    if (minutes !== undefined) return { minutes, what }
    ctx.addIssue({ code: 'custom', path: ['minutes'], message: m.error_booking_minutes() })
    return z.NEVER
  })

const text = said(PLAN_LIMITS.text)

export const planForm = z.object({
  version: z.number().int().min(0),
  goal: text,
  preparation: text,
  arrival: text,
  access: text,
  schoolBrings: text,
  companyBrings: text,
  cost: text,
  programme: z
    .array(programmeRow)
    .max(PLAN_LIMITS.rows)
    .optional()
    .transform((rows) => (rows ?? []).filter((row) => row !== null)),
  vogAsked: z
    .enum(['yes', 'no'])
    .optional()
    .transform((asked) => (asked === undefined ? null : asked === 'yes')),
  vogSeenOn: day.optional().transform((seen) => seen ?? null),
})

/** Of the page for colleagues and parents. */
export const sharePress = z.object({ intent: z.enum(['make', 'end']) })
