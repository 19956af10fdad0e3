/** What the forms of the calendar post. */
import * as z from 'zod'
import { momentOfKey, SESSIONS_MAX } from './domain/session-plan'

const PLACES = z.coerce.number().int().min(1).max(1000)
const DAY = z.iso.date()
const TIME = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .optional()

/** A calendar file is text of some lines per event. */
export const CALENDAR_FILE_MAX = 1_000_000

const session = z.string().refine((key) => momentOfKey(key) !== null)
/** A file of whichever server read the form. */
const file = z.custom<File>((value) => typeof value === 'object' && value !== null && 'text' in value)

export const calendarAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('limits'),
    perYear: z.coerce.number().int().min(0).max(1000),
    perMonth: z.coerce.number().int().min(1).max(1000).optional(),
    openInHolidays: z.literal('on').optional(),
    mayShare: z.literal('on').optional(),
  }),
  z.object({
    intent: z.literal('series'),
    from: DAY,
    until: DAY.optional(),
    startTime: TIME,
    everyWeeks: z.enum(['0', '1', '2']),
    places: PLACES,
  }),
  z.object({ intent: z.literal('file'), file, filePlaces: PLACES }),
  z.object({
    intent: z.literal('add'),
    sessions: z.array(session).min(1).max(SESSIONS_MAX),
    places: PLACES,
  }),
  z.object({ intent: z.literal('remove'), slot: z.uuid() }),
  z.object({
    intent: z.literal('close'),
    closeFrom: DAY,
    closeUntil: DAY.optional(),
    note: z.string().trim().max(120).optional(),
    wholeCompany: z.literal('on').optional(),
  }),
  z.object({ intent: z.literal('open'), blackout: z.uuid() }),
])

/** Whose field a refusal is about. */
export const FIELD_OF_CALENDAR = {
  'capacity.below-taken': 'perYear',
  'capacity.wrong-span': 'closeUntil',
  'capacity.not-a-calendar': 'file',
  'capacity.calendar-too-large': 'file',
  'capacity.nothing-to-add': 'sessions',
}
