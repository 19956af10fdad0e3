/** What the link of the mail would answer, without using it up. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { holdIs, holdLinkGone, holdTooLate } from '../errors'
import type { HoldStore } from '../hold-store.server'

export type OpenHoldLinkNeeds = {
  readonly links: Links
  readonly clock: Clock
  readonly transact: Transact<{ readonly links: LinkStore; readonly holds: HoldStore }>
}

/**
 * Writes nothing: mail programs open links by themselves.
 * @returns the id of a hold that can be answered now.
 * @throws AppError gone when the link is unknown, used or expired, or the last day has passed; conflict when somebody of
 * the school answered before.
 */
export async function openHoldLink(needs: OpenHoldLinkNeeds, token: unknown): Promise<string> {
  const now = needs.clock.now()
  const linkId = needs.links.read('answer-hold', token, now)
  if (!linkId) throw holdLinkGone()
  return needs.transact(async ({ links, holds }) => {
    const opened = await links.look('answer-hold', linkId, now)
    const hold = opened && (await holds.read(opened.payload.holdId ?? ''))
    if (!hold) throw holdLinkGone()
    if (hold.state !== 'offered') throw holdIs(hold.state)
    if (hold.expiresOn < calendarDateOf(now)) throw holdTooLate()
    return hold.id
  })
}
