/** What can be done on the pages of a project. */
import * as z from 'zod'
import { LICENCES } from '~/kernel/licence'
import { typedDay, typedLine, typedText, typedTime, typedUrl } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { LIMITS, STOP_REASONS } from './domain/project'

const day = z.string().transform((typed, ctx) => {
  const date = typedDay(typed)
  if (date !== null) return date
  ctx.addIssue({ code: 'custom', message: m.error_booking_date() })
  return z.NEVER
})
const dayIfAny = day.optional().transform((date) => date ?? null)

const time = z.string().transform((typed, ctx) => {
  const at = typedTime(typed)
  if (at !== null) return at
  ctx.addIssue({ code: 'custom', message: m.error_booking_time() })
  return z.NEVER
})

/** Empty where nothing was typed. */
const text = (max: number) =>
  z
    .string()
    .optional()
    .transform((typed, ctx) => {
      const words = typedText(typed ?? '')
      if (words.length <= max) return words
      ctx.addIssue({ code: 'custom', message: m.error_form_too_long({ max }) })
      return z.NEVER
    })
const line = (max: number) => z.string().transform(typedLine).pipe(z.string().min(1).max(max))
const lineIfAny = (max: number) => text(max).transform((typed) => typedLine(typed) || null)

const link = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    const url = typedUrl(typed ?? '')
    if (url === '' || (url.length <= LIMITS.url && /^https:\/\/[^\s/]+\.[^\s]+$/.test(url)))
      return url || null
    ctx.addIssue({ code: 'custom', message: m.projects_error_link() })
    return z.NEVER
  })
const id = z.string().max(60)

export const projectAction = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('describe'),
      title: line(LIMITS.title),
      goal: text(LIMITS.text),
      results: text(LIMITS.text),
      startsOn: dayIfAny,
      endsOn: dayIfAny,
    })
    .superRefine(({ startsOn, endsOn }, ctx) => {
      if (startsOn !== null && endsOn !== null && endsOn < startsOn)
        ctx.addIssue({ code: 'custom', path: ['endsOn'], message: m.projects_error_backwards() })
    }),
  z.object({ intent: z.enum(['start', 'finish', 'reopen']) }),
  z.object({
    intent: z.literal('stop'),
    reason: z.enum(STOP_REASONS, { error: () => m.projects_error_reason() }),
    text: text(LIMITS.text).transform((typed) => typed || null),
  }),
  z.object({ intent: z.enum(['accept', 'refuse', 'leave']), member: id }),
  z.object({
    intent: z.literal('meeting'),
    meeting: id.optional().transform((known) => known ?? null),
    title: line(LIMITS.title),
    date: day,
    startTime: time,
    minutes: z.number().int().min(LIMITS.minutes.least).max(LIMITS.minutes.most),
    place: lineIfAny(LIMITS.line),
    onlineUrl: link,
    agenda: text(LIMITS.text),
    notes: text(LIMITS.text),
  }),
  z.object({ intent: z.literal('cancel-meeting'), meeting: id }),
  z.object({
    intent: z.literal('file'),
    // Without a choice browsers send a file without name and content.
    upload: z.instanceof(File).optional(),
    file: id.optional().transform((known) => known ?? null),
    title: lineIfAny(LIMITS.title),
    note: lineIfAny(LIMITS.line),
  }),
  z.object({
    intent: z.literal('licence'),
    licence: z.enum(LICENCES, { error: () => m.projects_error_licence() }),
  }),
  z.object({ intent: z.literal('agree'), round: z.number().int().min(1) }),
  z.object({
    intent: z.literal('draft'),
    organisation: id,
    title: line(LIMITS.title),
    summary: line(300),
    description: text(4000),
    version: z.array(id).max(40).default([]),
  }),
])
export type ProjectAction = z.output<typeof projectAction>

/** One of the two. */
export const inviteForm = z.object({ branch: id.optional(), organisation: id.optional() })

/** By the link of the mail. */
export const invitationAnswer = z.object({ answer: z.enum(['yes', 'no']), token: z.string().max(200) })

/** Where an error stands that only the work finds. */
export const FIELD_OF_PROJECT_ERROR: Readonly<Record<string, string>> = {
  'project.meeting-passed': 'date',
  'project.meeting-too-far': 'date',
  'project.meeting-nowhere': 'place',
  'project.no-files-chosen': 'version',
  'media.no-file': 'upload',
  'media.file-too-large': 'upload',
  'media.file-type': 'upload',
}

export const beginForm = z.object({ booking: id })
