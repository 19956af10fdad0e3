/** The address at which a calendar program reads somebody's bookings: made, made anew, ended. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import type { CalendarFeedStore } from '../calendar-feed-store.server'

export type CalendarFeedNeeds = {
  readonly transact: Transact<{ readonly calendarFeeds: CalendarFeedStore }>
  readonly clock: Clock
  readonly secrets: {
    /** A new secret of at least 128 bits, in letters and digits. */
    readonly make: () => string
    readonly hash: (secret: string) => string
  }
}

/**
 * An address that was there before opens nothing any more.
 * @returns the secret of the address. It is kept as a hash, so it is shown this once.
 * @throws AppError 401 for who is not signed in.
 */
export async function makeCalendarFeed(needs: CalendarFeedNeeds, actor: Actor): Promise<string> {
  const { userId } = signedIn(actor)
  const secret = needs.secrets.make()
  await needs.transact(async ({ calendarFeeds }) => {
    allow(actor, 'account.edit', { userId })
    await calendarFeeds.keep(userId, needs.secrets.hash(secret), needs.clock.now())
  })
  return secret
}

/** @throws AppError 401 for who is not signed in. */
export async function endCalendarFeed(
  needs: Pick<CalendarFeedNeeds, 'transact'>,
  actor: Actor,
): Promise<void> {
  const { userId } = signedIn(actor)
  await needs.transact(async ({ calendarFeeds }) => {
    allow(actor, 'account.edit', { userId })
    await calendarFeeds.end(userId)
  })
}

function signedIn(actor: Actor) {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  return actor
}
