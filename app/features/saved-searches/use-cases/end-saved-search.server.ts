/** Who is signed in ends a search that is mailed to the own, confirmed address. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { SavedSearchStore } from '../store.server'

export type EndSavedSearchNeeds = {
  readonly transact: Transact<{ readonly savedSearches: SavedSearchStore; readonly links: LinkStore }>
  readonly clock: Clock
}

/** Ending what has ended does nothing. @throws AppError 404 for what is not the actor's. */
export async function endSavedSearch(
  needs: EndSavedSearchNeeds,
  actor: Actor,
  searchId: string,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ savedSearches, links }) => {
    const owner = await savedSearches.ownerOf(searchId)
    allow(actor, 'saved-search.end', { userId: owner?.userId ?? null })
    if (!owner) return
    await savedSearches.endOne(searchId, owner.subscriberId, now)
    await links.withdraw('confirm-saved-search', searchId, now)
  })
}
