/** What the page behind the link in the mail to who rang posts. */
import * as z from 'zod'
import { typedLine } from '~/kernel/typed-text'

/** Those of every account. */
const LIMITS = { name: 100, passwordMin: 12, passwordMax: 200 } as const

const token = z.string().max(200)

export const enteredRequestForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('account'),
    token,
    name: z
      .string()
      .transform((text) => typedLine(text))
      .pipe(z.string().min(1).max(LIMITS.name)),
    password: z.string().min(LIMITS.passwordMin).max(LIMITS.passwordMax),
  }),
  z.object({ intent: z.literal('join'), token }),
  z.object({ intent: z.literal('withdraw'), token }),
])
