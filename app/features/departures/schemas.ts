/** What the page posts on which an owner stops an organisation. */
import * as z from 'zod'
import * as m from '~/paraglide/messages'

export const stopForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('stop'),
    organisation: z.string(),
    bookings: z.enum(['keep', 'cancel'], { error: () => m.error_departure_bookings() }),
    sure: z.literal('on', { error: () => m.error_departure_sure() }),
  }),
  z.object({ intent: z.literal('back'), organisation: z.string() }),
])
