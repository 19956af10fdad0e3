/** What the forms of an administrator post. Who is looked for is posted, never in the address: it is a name. */
import * as z from 'zod'
import { IMPERSONATION } from './domain/impersonation'
import { SWITCHES } from './domain/switches'

const reason = z.string().trim().min(IMPERSONATION.reasonMin).max(IMPERSONATION.reasonMax)

export const personSearch = z.object({ who: z.string().trim().min(2).max(120) })

export const accountForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('block'), reason }),
  z.object({ intent: z.literal('unblock') }),
  z.object({ intent: z.literal('end-sessions') }),
  z.object({ intent: z.literal('look'), reason }),
])

export const coordinatorForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('appoint'),
    region: z.string().max(20),
    email: z.string().trim().min(1).max(254).pipe(z.email()),
  }),
  z.object({ intent: z.literal('dismiss'), region: z.string().max(20), user: z.uuid() }),
])

export const switchForm = z.object({ key: z.enum(SWITCHES), to: z.enum(['on', 'off']) })
