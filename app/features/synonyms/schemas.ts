/** What the page of synonyms may send. */
import * as z from 'zod'
import { fold } from '~/kernel/fold'
import { meaningsOf, SYNONYM } from './domain/synonym'

/** One word or two: a word and its neighbour are looked up. */
const TERM = /^[\p{L}\p{N}'-]+( [\p{L}\p{N}'-]+)?$/u
const term = z.string().transform(fold).pipe(z.string().min(2).max(SYNONYM.termMax).regex(TERM))
const meanings = z.array(z.string().min(2).max(SYNONYM.termMax)).max(SYNONYM.meansMax)
const typed = z
  .string()
  .max(SYNONYM.meansMax * SYNONYM.termMax)
  .transform(meaningsOf)
const maybe = z
  .string()
  .max(SYNONYM.meansMax * SYNONYM.termMax)
  .optional()
  .transform((text) => meaningsOf(text ?? ''))
  .pipe(meanings)
const facts = {
  term,
  bothWays: z.literal('on').optional(),
  seen: z.coerce.number().int().min(0).default(0),
  learned: z.literal('1').optional(),
}

export const synonymForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), ...facts, means: typed.pipe(meanings.min(1)) }),
  // What is rejected may have no meaning yet.
  z.object({
    intent: z.literal('reject'),
    ...facts,
    means: maybe,
  }),
  z.object({ intent: z.literal('back'), term, seen: facts.seen }),
])

export const synonymPreview = z.object({ term, means: typed.pipe(meanings) })
