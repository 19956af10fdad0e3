/** The forms of an answer. */
import * as z from 'zod'
import { typedText } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import type { Consider, GivenAnswer, No, Pass, Yes } from './domain/given-answer'
import { OFFERED_TEXT_MAX } from './domain/offered'
import { DECLINE_REASONS, MAX_DATE_OPTIONS, TEXT_MAX } from './domain/proposal'

const GROUPS_MAX = 20

const text = z
  .string()
  .transform(typedText)
  .pipe(z.string().max(TEXT_MAX))
  .optional()
  .transform((typed) => typed || null)
const day = z.iso.date({ error: () => m.error_proposal_day() })
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { error: () => m.error_proposal_time() })
const sure = z.literal('on').optional()

/** A day for each group that is welcome; groups without one are left to others. */
const yes = z.object({
  intent: z.literal('yes'),
  groups: z
    .array(z.object({ date: day.optional(), time: time.optional() }).optional())
    .max(GROUPS_MAX)
    .default([]),
  text,
  sure,
})
/** Yes, with the day to be agreed: none to three to choose from. */
const later = z.object({
  intent: z.literal('later'),
  count: z.number().int().min(1).max(GROUPS_MAX),
  options: z.array(day.optional()).max(MAX_DATE_OPTIONS).default([]),
  text,
  sure,
})
const no = z.object({
  intent: z.literal('no'),
  reason: z.enum(DECLINE_REASONS, { error: () => m.error_proposal_reason() }),
  text,
})
const consider = z.object({ intent: z.literal('consider') })
const view = z.object({ intent: z.literal('view') })
const pass = z.object({ intent: z.literal('pass'), toId: z.string().max(60) })

type Typed = z.output<typeof yes | typeof later | typeof no | typeof consider | typeof view | typeof pass>

function needsADay(typed: Typed, context: z.RefinementCtx): void {
  if (typed.intent !== 'yes') return
  const wrong = (i: number, message: string) =>
    context.addIssue({ code: 'custom', path: ['groups', i, 'date'], message })
  typed.groups.forEach((group, i) => {
    if (group?.time && !group.date) wrong(i, m.error_proposal_day_first())
  })
  if (!typed.groups.some((group) => group?.date || group?.time)) wrong(0, m.error_proposal_one_day())
}

/** @returns the answer as the use cases take it. */
function answerOf(
  typed: Extract<Typed, { intent: 'yes' | 'later' | 'no' | 'consider' | 'pass' }>,
): Yes | No | Consider | Pass
function answerOf(typed: Typed): GivenAnswer
function answerOf(typed: Typed): GivenAnswer {
  switch (typed.intent) {
    case 'yes':
      return {
        kind: 'accept',
        groups: typed.groups.flatMap((group) =>
          group?.date ? [{ date: group.date, startTime: group.time ?? null }] : [],
        ),
        dateOptions: [],
        text: typed.text,
        isSure: typed.sure === 'on',
      }
    case 'later':
      return {
        kind: 'accept',
        groups: Array.from({ length: typed.count }, () => ({ date: null, startTime: null })),
        dateOptions: [...new Set(typed.options.filter((option) => option !== undefined))].sort(),
        text: typed.text,
        isSure: typed.sure === 'on',
      }
    case 'no':
      return { kind: 'decline', reason: typed.reason, text: typed.text }
    case 'pass':
      return { kind: 'pass', toId: typed.toId }
    default:
      return { kind: typed.intent }
  }
}

/** A company offers something to a request nearby, or takes it back. */
const offer = z.object({
  intent: z.literal('offer'),
  request: z.string().max(60),
  offer: z.string().max(60),
  message: z
    .string()
    .transform(typedText)
    .pipe(z.string().max(OFFERED_TEXT_MAX))
    .optional()
    .transform((typed) => typed || null),
  days: z.array(day.optional()).max(MAX_DATE_OPTIONS).default([]),
  from: day.optional(),
  until: day.optional(),
})
const takeBack = z.object({ intent: z.literal('take-back'), offered: z.string().max(60) })

export const offeringForm = z
  .discriminatedUnion('intent', [offer, takeBack])
  .superRefine((typed, context) => {
    if (typed.intent !== 'offer' || Boolean(typed.from) === Boolean(typed.until)) return
    const path = [typed.from ? 'until' : 'from']
    context.addIssue({ code: 'custom', path, message: m.error_proposal_half_period() })
  })

/** Of the inbox. */
export const answerForm = z
  .discriminatedUnion('intent', [yes, later, no, consider, view, pass])
  .superRefine(needsADay)
  .transform((typed) => answerOf(typed))

/** Of the link of a mail. */
export const linkAnswerForm = z
  .discriminatedUnion('intent', [yes, later, no, consider, pass])
  .superRefine(needsADay)
  .transform((typed) => answerOf(typed))
