/** What the clock does for saved searches: the weekly look, the yearly question, and forgetting. Each may run twice. */
import { addDays, type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { daysAfter, SAVED } from '../domain/saved-search'
import { savedSearchDigestDue, savedSearchRenewalDue } from '../events'
import type { SavedSearchStore } from '../store.server'

type Stores = { readonly savedSearches: SavedSearchStore; readonly outbox: Outbox }

export type KeepSavedSearchesNeeds = {
  readonly transact: Transact<Stores>
  readonly clock: Clock
}

/** Addresses per transaction. */
const AT_ONCE = 200

/**
 * Says for every address with an active search that its week is over, once in six days however often it is called; each
 * is looked at and mailed by itself, so that one that fails holds nobody up.
 * @returns how many addresses.
 */
export async function askDigests(needs: KeepSavedSearchesNeeds): Promise<number> {
  const today = calendarDateOf(needs.clock.now())
  const asDate = (date: CalendarDate) => new Date(`${date}T00:00:00Z`)
  return inParts(needs, async ({ savedSearches, outbox }) => {
    const due = await savedSearches.takeDueForDigest(asDate(addDays(today, -6)), asDate(today), AT_ONCE)
    await outbox.append(...due.map(savedSearchDigestDue))
    return due.length
  })
}

/** Asks three weeks before the end, once; ends what nobody continued; forgets what is over. */
export async function renewAndForget(
  needs: KeepSavedSearchesNeeds,
): Promise<{ readonly asked: number; readonly ended: number; readonly forgotten: number }> {
  const now = needs.clock.now()
  const ended = await needs.transact(({ savedSearches }) => savedSearches.endOutlived(now))
  const asked = await inParts(needs, async ({ savedSearches, outbox }) => {
    const due = await savedSearches.takeDueForRenewal(daysAfter(now, SAVED.renewalDays), now, AT_ONCE)
    await outbox.append(...due.map(savedSearchRenewalDue))
    return due.length
  })
  const forgotten = await needs.transact(({ savedSearches }) =>
    savedSearches.forget(daysAfter(now, -SAVED.confirmDays), daysAfter(now, -SAVED.endedDays)),
  )
  return { asked, ended, forgotten }
}

/** @param part returns how many it did; nought ends. */
async function inParts(
  { transact }: KeepSavedSearchesNeeds,
  part: (stores: Stores) => Promise<number>,
): Promise<number> {
  let all = 0
  for (;;) {
    const done = await transact(part)
    if (done === 0) return all
    all += done
  }
}
