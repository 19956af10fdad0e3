/** What the forms of the coordinator's page of a request post. */
import * as z from 'zod'
import { NOTE_MAX } from './domain/follow-up'

export const followUpAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('plan'),
    ownerId: z.uuid().optional(),
    dueOn: z.iso.date().optional(),
  }),
  z.object({ intent: z.literal('done') }),
  z.object({ intent: z.literal('ask'), offerIds: z.array(z.uuid()).max(10) }),
  z.object({
    intent: z.literal('note'),
    noteId: z.uuid(),
    text: z.string().trim().min(1).max(NOTE_MAX),
  }),
  z.object({ intent: z.literal('remove-note'), noteId: z.uuid() }),
])
