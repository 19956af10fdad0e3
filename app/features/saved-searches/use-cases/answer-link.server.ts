/** Who follows a link of a mail says yes, goes on, or ends: the link shows whose searches they are. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { savedSearchLinkGone } from '../errors'
import type { SavedSearchStore } from '../store.server'

export type AnswerLinkNeeds = {
  readonly transact: Transact<{ readonly savedSearches: SavedSearchStore; readonly links: LinkStore }>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/** Uses the link up. @throws AppError 410 `saved-search.link-gone`. */
export async function confirmSavedSearch(needs: AnswerLinkNeeds, token: string): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('confirm-saved-search', token, now)
  if (id === null) throw savedSearchLinkGone()
  await needs.transact(async ({ savedSearches, links }) => {
    const link = await links.use('confirm-saved-search', id, now)
    if (!link || !(await savedSearches.activate(link.subjectId, now))) throw savedSearchLinkGone()
  })
}

/** All searches of the address go on for twelve months. Uses the link up. @throws AppError 410 as above. */
export async function renewSavedSearches(needs: AnswerLinkNeeds, token: string): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('renew-saved-searches', token, now)
  if (id === null) throw savedSearchLinkGone()
  await needs.transact(async ({ savedSearches, links }) => {
    const link = await links.use('renew-saved-searches', id, now)
    if (!link || !(await savedSearches.renew(link.subjectId, now))) throw savedSearchLinkGone()
  })
}

/**
 * Ends one search of the link's owner, or all. The link is not used up: ending again does no harm, and mail programs try
 * twice. A search of somebody else is left as it is.
 * @throws AppError 410 as above.
 */
export async function endSavedSearchesByLink(
  needs: AnswerLinkNeeds,
  input: { readonly token: string; readonly searchId: string | null },
): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('end-saved-searches', input.token, now)
  if (id === null) throw savedSearchLinkGone()
  await needs.transact(async ({ savedSearches, links }) => {
    const link = await links.look('end-saved-searches', id, now)
    if (!link) throw savedSearchLinkGone()
    const ended =
      input.searchId === null
        ? await savedSearches.endAll(link.subjectId, now)
        : await savedSearches.endOne(input.searchId, link.subjectId, now)
    for (const search of ended) await links.withdraw('confirm-saved-search', search, now)
  })
}
