/** Somebody keeps a question of the finder. */
import type { Actor } from '~/authorisation/actor'
import { isWithin } from '~/features/accounts/use-cases/is-within.server'
import { readAddress, writeAddress } from '~/features/finder/domain/finder-address'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { Limits } from '~/platform/limits/limits.server'
import { SAVED, TRIES } from '../domain/saved-search'
import { savedSearchAsked, savedSearchesFull } from '../events'
import type { SavedSearchStore } from '../store.server'

export type SaveSearchNeeds = {
  readonly transact: Transact<{ readonly savedSearches: SavedSearchStore; readonly outbox: Outbox }>
  readonly limits: Limits
  readonly clock: Clock
}

export type SaveSearch = {
  readonly email: string
  /** The finder's address behind `?`, in any spelling; what in it cannot be is left out. */
  readonly query: string
  /** Of the mails. */
  readonly locale: Locale
  readonly clientAddress: string
  /** Whether the form carried a proof of work. */
  readonly isProven: boolean
}

/**
 * The owner of the address gets a mail: to confirm, or that the search is saved already, or that there are too many.
 * Whoever asks sees the same each time. Who is signed in with this address, confirmed, has nothing to confirm: the search
 * is active at once. Above five mails an hour to one address nothing more is sent.
 * @returns whether the search is active now.
 * @throws AppError 429 for too many from one place.
 */
export async function saveSearch(
  needs: SaveSearchNeeds,
  actor: Actor,
  input: SaveSearch,
): Promise<{ readonly active: boolean }> {
  await needs.limits.take(input.isProven ? TRIES.saveAddress : TRIES.saveUnproven, input.clientAddress)
  const mayMail = await isWithin(needs.limits, TRIES.saveMail, input.email)
  const now = needs.clock.now()
  return needs.transact(async ({ savedSearches, outbox }) => {
    const own = actor.kind === 'user' ? await savedSearches.confirmedEmailOf(actor.userId) : null
    const isOwn = own?.toLowerCase() === input.email.toLowerCase()
    if (!isOwn && !mayMail) return { active: false }
    const query = savedQuery(input.query, await savedSearches.topicIds())
    const subscriberId = await savedSearches.subscriberOf(input.email, now)
    const others = await savedSearches.countOthers(subscriberId, query)
    if (others >= SAVED.mostPerAddress) {
      await outbox.append(savedSearchesFull(subscriberId))
      return { active: false }
    }
    const id = await savedSearches.ask(subscriberId, { query, locale: input.locale }, now)
    if (isOwn) return { active: await savedSearches.activate(id, now) }
    await outbox.append(savedSearchAsked(id))
    return { active: false }
  })
}

/** @returns the one spelling of what is asked, without where in the result the reader was and how it was shown. */
function savedQuery(query: string, topicIds: ReadonlySet<string>): string {
  const { state } = readAddress(new URLSearchParams(query), topicIds)
  return writeAddress({ ...state, page: 1, view: 'auto', sort: 'relevance' })
}
