/** What the form of an evaluation posts. */
import * as z from 'zod'
import { typedText } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { AGAIN, EVALUATION_TEXT_MAX, FITS, GOALS, RATINGS } from './domain/evaluation'

export const evaluationForm = z.object({
  rating: z.enum(RATINGS).transform(Number),
  again: z.enum(AGAIN),
  goal: z.enum(GOALS).optional(),
  fit: z.enum(FITS).optional(),
  /** That the text says nothing about a pupil, where it was asked. */
  noPupils: z.literal('on').optional(),
  text: z
    .string()
    .optional()
    .transform((typed, ctx) => {
      const text = typedText(typed ?? '')
      if (text.length <= EVALUATION_TEXT_MAX) return text === '' ? null : text
      ctx.addIssue({ code: 'custom', message: m.error_form_too_long({ max: EVALUATION_TEXT_MAX }) })
      return z.NEVER
    }),
})

/** As where the school counts them by itself. */
const PUPILS_MAX = 2_000

/** By the link of a mail: the school counts its pupils in the same form. */
export const linkEvaluationForm = evaluationForm.extend({
  pupils: z.number().int().min(0).max(PUPILS_MAX).optional(),
})
