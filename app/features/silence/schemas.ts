/** What the button "we are here" posts: the token of the mail, or the organisation of who has signed in. */
import * as z from 'zod'

export const backForm = z.union([
  z.object({ token: z.string().min(1) }),
  z.object({ organisation: z.uuid() }),
])
