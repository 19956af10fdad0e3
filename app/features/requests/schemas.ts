/** What the answers of a request may hold, field by field. What depends on the school is looked at afterwards. */
import * as z from 'zod'
import { OFFER_KINDS, VMBO_TRACKS } from '~/kernel/education'
import { typedLine, typedText } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import type { SchoolDeclineReason } from '../proposals/domain/offered'
import { MAX_GROUP_SIZE, MAX_GROUPS } from './domain/need'

const LIMITS = {
  title: 120,
  text: 2000,
  period: 200,
  topics: 3,
  km: 300,
  message: 2000,
  name: 100,
  email: 254,
} as const

/** Why a school says no to what a company offers it. */
const DECLINE_REASONS = [
  'days-do-not-fit',
  'other-topic',
  'too-far',
  'no-time',
  'found-other',
  'other',
] as const satisfies readonly SchoolDeclineReason[]

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\s*\d{1,9}\s*$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))

/** Lists may be absent; single answers come as the one entry of their list. */
export const requestAnswers = z.object({
  kind: z.array(z.enum(OFFER_KINDS)).min(1).max(OFFER_KINDS.length),
  topic: z.array(z.string().max(60)).min(1).max(LIMITS.topics),
  year: z.array(z.string().max(12)).min(1),
  track: z.array(z.enum(VMBO_TRACKS)),
  groups: whole(1, MAX_GROUPS),
  groupSize: whole(1, MAX_GROUP_SIZE),
  period: z.string().transform(typedLine).pipe(z.string().max(LIMITS.period)).optional(),
  day: z.array(z.enum(['1', '2', '3', '4', '5'])),
  urgent: z.literal('on').optional(),
  placing: z.enum(['apart', 'together']).optional(),
  share: z.literal('on').optional(),
  km: whole(1, LIMITS.km).optional(),
  language: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  title: z.string().transform(typedLine).pipe(z.string().min(1).max(LIMITS.title)),
  text: z.string().transform(typedText).pipe(z.string().max(LIMITS.text)).optional(),
  /** That the text says nothing about a pupil, where it was asked. */
  noPupils: z.literal('on').optional(),
  contactName: z.string().transform(typedLine).pipe(z.string().min(1).max(LIMITS.name)).optional(),
  contactEmail: z
    .string()
    .transform(typedLine)
    .pipe(z.string().min(1).max(LIMITS.email).pipe(z.email()))
    .optional(),
  submissionKey: z.uuid().optional().catch(undefined),
  version: z.string().optional(),
})
export type RequestAnswers = z.output<typeof requestAnswers>

/** By the link of the mail. */
export const stillWantedAnswer = z.object({ answer: z.enum(['yes', 'no']), token: z.string().max(200) })

/** As the page wrote them: the id of an offer and its score, 0–1000. What is not so is left out. */
function shownScores(lines: readonly string[]): Readonly<Record<string, number>> {
  const read = lines.map((line) => /^([0-9a-f-]{36}) (1000|\d{1,3})$/.exec(line))
  return Object.fromEntries(read.flatMap((found) => (found ? [[found[1] ?? '', Number(found[2])]] : [])))
}

/** What is asked of the companies that were ticked. */
export const sendForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('send'),
    offerIds: z.array(z.uuid()).max(10),
    scores: z.array(z.string().max(60)).max(20).transform(shownScores),
    message: z
      .string()
      .transform(typedText)
      .pipe(z.string().max(LIMITS.message))
      .optional()
      .transform((text) => text || null),
  }),
  z.object({ intent: z.literal('wait') }),
  z.object({ intent: z.literal('still-wanted') }),
  z.object({ intent: z.literal('leave-list') }),
  z.object({
    intent: z.literal('accept-offered'),
    offered: z.string().max(60),
    groups: z.coerce.number().int().min(1).max(MAX_GROUPS).default(1),
    day: z
      .union([z.literal('later'), z.iso.date()])
      .default('later')
      .transform((day) => (day === 'later' ? null : day)),
  }),
  z.object({
    intent: z.literal('decline-offered'),
    offered: z.string().max(60),
    reason: z.enum(DECLINE_REASONS, { error: () => m.error_proposal_reason_company() }),
  }),
  z.object({ intent: z.literal('refuse-offers') }),
  z.object({ intent: z.literal('allow-offers') }),
])
