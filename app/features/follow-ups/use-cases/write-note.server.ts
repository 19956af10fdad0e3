/** A coordinator writes down what was said about a request, or takes an own note away. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { requestNotFound } from '../../requests/errors'
import { noteNotFound } from '../errors'
import type { FollowUpNeeds } from './plan-follow-up.server'

type Note = { readonly requestId: string; readonly noteId: string }

/**
 * @param note.noteId made by the form: posting it twice writes one note.
 * @param note.text 1 to 2,000 characters.
 * @throws AppError 401, 404.
 */
export async function writeNote(
  { transact, clock }: FollowUpNeeds,
  actor: Actor,
  { requestId, noteId, text }: Note & { readonly text: string },
): Promise<void> {
  await transact(async ({ followUps }) => {
    const request = await followUps.lock(requestId)
    if (!request) throw requestNotFound()
    allow(actor, 'request.follow-up', request)
    const authorId = actor.kind === 'user' ? actor.userId : null
    await followUps.write({ id: noteId, requestId, authorId, text, at: clock.now() })
  })
}

/** @throws AppError 401, 404; 404 also for a note of somebody else. */
export async function removeNote(
  { transact }: FollowUpNeeds,
  actor: Actor,
  { requestId, noteId }: Note,
): Promise<void> {
  await transact(async ({ followUps }) => {
    const request = await followUps.lock(requestId)
    if (!request) throw requestNotFound()
    allow(actor, 'request.follow-up', request)
    if (actor.kind !== 'user' || !(await followUps.erase(requestId, noteId, actor.userId)))
      throw noteNotFound()
  })
}
