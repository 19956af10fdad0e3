/** What the page "still right?" posts. */
import * as z from 'zod'

export const stillRightAnswer = z.object({
  token: z.string().max(200),
  /** Those that are still right; none: nothing is said. */
  offers: z.array(z.uuid()).max(200).default([]),
})
