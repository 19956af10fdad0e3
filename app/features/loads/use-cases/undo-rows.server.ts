/** Some rows of a load are undone. Inside the transaction of the worker. */
import { calendarDateOf } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Offer } from '../../offers/domain/offer'
import { offerArchived, offerChanged } from '../../offers/events'
import { setCapacity } from '../../offers/use-cases/offer-capacity.server'
import type { Load, SavedProblem } from '../domain/load'
import { type KeptReason, keptBecause } from '../domain/row-words'
import type { LoadRow, WorkedRow } from '../store.server'
import type { BeforeLoad } from './apply-rows.server'
import type { InLocale } from './judge-rows.server'
import type { WorkStores } from './work-load.server'

/**
 * A new offer is archived and gives its number back; a changed one gets its former content. What somebody has changed or
 * asked for since then stays, and says so.
 * @returns what became of each row, in their order.
 */
export async function undoRows(
  stores: WorkStores,
  inLocale: InLocale,
  load: Load,
  rows: readonly LoadRow[],
  now: Date,
): Promise<readonly WorkedRow[]> {
  const ids = rows.flatMap(({ offerId }) => offerId ?? [])
  const offers = await stores.bulkOffers.lockAll(load.organisationId, ids)
  const inUse = await stores.bulkOffers.inUse(ids)
  const events: DomainEvent[] = []
  const freed: string[] = []
  const done: WorkedRow[] = []
  for (const row of rows) {
    const offer = offers.get(row.offerId ?? '')
    const reason = reasonToKeep(row, offer, inUse)
    if (!offer || reason !== null) {
      done.push({ number: row.number, state: 'kept', problems: [saved(inLocale, reason ?? 'gone')] })
      continue
    }
    if (row.before === null) {
      await stores.offers.saveState(offer, 'archived', now)
      freed.push(row.externalRef ?? '')
      events.push(offerArchived(offer.id))
    } else {
      await giveBack(stores, offer, row.before as BeforeLoad, now)
      events.push(offerChanged(offer.id))
    }
    done.push({ number: row.number, state: 'undone' })
  }
  if (freed.length > 0) await stores.bulkOffers.freeRefsOfArchived(load.organisationId, freed)
  await stores.outbox.append(...events)
  return done
}

function reasonToKeep(row: LoadRow, offer: Offer | undefined, inUse: ReadonlySet<string>): KeptReason | null {
  if (!offer || offer.state === 'archived') return 'gone'
  if (inUse.has(offer.id)) return 'in-use'
  return offer.version === row.versionAfter ? null : 'changed-since'
}

async function giveBack(stores: WorkStores, offer: Offer, before: BeforeLoad, now: Date): Promise<void> {
  const { state } = before
  const branches = await stores.offers.placesOfBranches(offer.organisationId)
  // A branch that is gone since is the company's own place.
  const atBranch = branches.get(before.content.branchId ?? '')
  const content = { ...before.content, branchId: atBranch ? before.content.branchId : null }
  const home = await stores.offers.placeOfOrganisation(offer.organisationId)
  const pc4 = content.postcode?.slice(0, 4) ?? ''
  const place = atBranch ?? (pc4 === '' ? home : ((await stores.loadReader.places([pc4])).get(pc4) ?? home))
  const movedPlaces = content.sessionsPerYear !== offer.content.sessionsPerYear
  if (state !== 'draft' && movedPlaces)
    await setCapacity(stores.capacity, offer.id, content, calendarDateOf(now))
  await stores.offers.saveContent(offer, { content, place, byId: null }, now)
  if (state !== offer.state) await stores.offers.saveState(offer, state, now)
}

function saved(inLocale: InLocale, reason: KeptReason): SavedProblem {
  return { field: null, cell: null, ...keptBecause(inLocale, reason) }
}
