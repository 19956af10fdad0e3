/** What can be done on the page of a booking. */
import * as z from 'zod'
import { typedText } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { CANCEL_REASONS, CANCEL_TEXT_MAX, PUPILS_MAX } from './domain/booking'
import { PLAN_LIMITS } from './domain/plan'

/** A date field gives `2027-01-21`; where it is a plain field people also write 21-1-2027. */
const day = z.string().transform((typed, ctx) => {
  const [, d, mo, y] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(typed) ?? []
  const date = y && mo && d ? `${y}-${mo.padStart(2, '0')}-${d.padStart(2, '0')}` : typed.trim()
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Date.parse makes 3 March of 31 February.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(date)) return date
  ctx.addIssue({ code: 'custom', message: m.error_booking_date() })
  return z.NEVER
})

/** `10:30`; also 10.30 and 9:00, as people write it. Empty: no time yet. */
const time = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    if (typed === undefined || typed.trim() === '') return null
    const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)(?::\d\d)?\s*$/.exec(typed) ?? []
    if (hours && minutes) return `${hours.padStart(2, '0')}:${minutes}`
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
