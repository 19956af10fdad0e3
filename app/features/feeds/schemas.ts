/** The forms of the page of feeds. */
import * as z from 'zod'
import { OFFER_KINDS, OFFER_LOCATIONS } from '~/kernel/education'
import { typedUrl } from '~/kernel/typed-text'

export const feedAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    organisation: z.uuid(),
    url: z
      .string()
      .max(2000)
      .transform(typedUrl)
      .pipe(z.url({ protocol: /^https?$/ })),
    kind: z.enum(OFFER_KINDS),
    location: z.enum(OFFER_LOCATIONS),
  }),
  z.object({ intent: z.enum(['try', 'stop', 'restart', 'remove']), feed: z.uuid() }),
])
export type FeedAction = z.output<typeof feedAction>
