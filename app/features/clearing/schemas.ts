/** What the forms of the waiting list and the rounds send. */
import * as z from 'zod'
import { CHOICE_MOVES } from './domain/change-choices'

export const holdAnswer = z.object({ answer: z.enum(['yes', 'no']) })
export const holdAnswerByLink = holdAnswer.extend({ token: z.string().max(200) })

export const newRound = z.object({ regionIds: z.array(z.string().max(10)).max(60).default([]) })

/** The buttons of a preview. */
export const roundAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('choose'),
    move: z.enum(CHOICE_MOVES),
    groupIds: z
      .string()
      .max(2_000)
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(z.array(z.uuid()).min(1).max(40)),
    offerId: z.uuid(),
  }),
  z.object({ intent: z.literal('again') }),
  z.object({ intent: z.literal('publish') }),
  z.object({ intent: z.literal('discard') }),
])
