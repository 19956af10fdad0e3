/** The second step of erasing an account. */
import * as z from 'zod'

export const eraseForm = z.object({ email: z.string().trim().min(1).max(254) })
