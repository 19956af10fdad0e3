/** A booking of co-development becomes a project. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { ProjectId } from '../domain/project'
import { noProjectOf, projectNotFound } from '../errors'
import { projectEvent } from '../events'
import type { ChangeProjectNeeds } from './project-of-actor.server'

/**
 * By itself when the booking is made, or by one press of either side. Begun twice there is one.
 * @returns `null` when the program asks and the booking is of another kind or over.
 * @throws AppError 404 for a booking that is not the actor's; conflict when no project can come of it.
 */
export async function beginProject(
  needs: ChangeProjectNeeds,
  actor: Actor,
  bookingId: string,
): Promise<ProjectId | null> {
  return needs.transact(async ({ projects, outbox }) => {
    const booking = await projects.bookingFor(bookingId)
    if (!booking) {
      if (actor.kind === 'system') return null
      throw projectNotFound()
    }
    allow(actor, 'booking.change', booking)
    if (booking.projectId) return booking.projectId
    if (!booking.isCoDevelopment || !booking.isConfirmed) {
      if (actor.kind === 'system') return null
      throw noProjectOf()
    }
    const { id, isNew } = await projects.create(booking, needs.clock.now())
    if (isNew) await outbox.append(projectEvent('ProjectBegun', id, null))
    return id
  })
}
