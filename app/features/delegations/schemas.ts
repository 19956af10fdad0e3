/** The page of partners. */
import * as z from 'zod'
import { typedLine } from '~/kernel/typed-text'

export const delegationAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('grant'),
    organisation: z.uuid(),
    partner: z.string().transform(typedLine).pipe(z.string().min(1).max(300)),
  }),
  z.object({ intent: z.literal('revoke'), organisation: z.uuid(), delegation: z.uuid() }),
])
