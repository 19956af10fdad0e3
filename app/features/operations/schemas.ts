/** What the form beside a failed job posts. */
import * as z from 'zod'

export const settleForm = z.object({
  job: z.string().regex(/^\d{1,18}$/),
  intent: z.enum(['again', 'give-up']),
})
