/** Some rows of a load become offers, judged once more by what is true now. Inside the transaction of the worker. */
import { randomUUID } from 'node:crypto'
import { addDays, calendarDateOf, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { DomainEvent } from '~/kernel/events'
import type { OfferId } from '~/kernel/ids'
import type { BulkOffer } from '../../offers/bulk-store.server'
import type { Offer, OfferContent, OfferPlace } from '../../offers/domain/offer'
import { offerChanged, offerDrafted, offerPublished } from '../../offers/events'
import { followMonthLimit, setCapacity } from '../../offers/use-cases/offer-capacity.server'
import type { Load, SavedProblem } from '../domain/load'
import { refusedNow } from '../domain/row-words'
import type { LoadRow, WorkedRow } from '../store.server'
import { type InLocale, type JudgedRow, judgeRows, readWords } from './judge-rows.server'
import type { WorkStores } from './work-load.server'

type Done = { readonly row: WorkedRow; readonly event?: DomainEvent }

/** @returns what became of each row, in their order. About 12 statements, and 1 to 10 per offer that changes. */
export async function applyRows(
  stores: WorkStores,
  inLocale: InLocale,
  load: Load,
  rows: readonly LoadRow[],
  now: Date,
): Promise<readonly WorkedRow[]> {
  const { organisationId, mapping } = load
  const refs = rows.map(({ externalRef }) => externalRef ?? '')
  await stores.bulkOffers.lockByRefs(organisationId, refs)
  const words = await readWords(stores.loadReader, organisationId, now)
  const judged = await judgeRows(stores, inLocale, { organisationId, mapping, rows, words, seen: new Map() })
  const home = await stores.offers.placeOfOrganisation(organisationId)
  const branches = await stores.offers.placesOfBranches(organisationId)
  const placeOf = ({ branchId, postcode }: OfferContent): OfferPlace =>
    branches.get(branchId ?? '') ?? judged.places.get(postcode?.slice(0, 4) ?? '') ?? home
  const fresh = await createNew(stores, load, judged.rows, placeOf, now)
  const done: Done[] = []
  for (const row of judged.rows) {
    if (row.outcome === 'wrong')
      done.push({ row: { number: row.number, state: 'failed', problems: row.saved } })
    else if (row.outcome === 'new') done.push(fresh(row))
    else done.push(await changeOne(stores, inLocale, load, row, placeOf, now))
  }
  await stores.outbox.append(...done.flatMap(({ event }) => event ?? []))
  const versions = await stores.bulkOffers.versions(done.flatMap(({ row }) => row.offerId ?? []))
  return done.map(({ row }) => {
    const version = row.offerId === undefined ? undefined : versions.get(row.offerId)
    return version === undefined ? row : { ...row, versionAfter: version }
  })
}

/** All new offers in four statements. */
async function createNew(
  stores: WorkStores,
  load: Load,
  rows: readonly JudgedRow[],
  placeOf: (content: OfferContent) => OfferPlace,
  now: Date,
): Promise<(row: JudgedRow) => Done> {
  const made = new Map<number, BulkOffer>()
  for (const { number, outcome, content, externalRef, gaps } of rows) {
    if (outcome !== 'new' || content === null) continue
    const state = load.publish && gaps.length === 0 ? 'published' : 'draft'
    made.set(number, { id: randomUUID() as OfferId, externalRef, content, place: placeOf(content), state })
  }
  const offers = [...made.values()]
  if (offers.length > 0) {
    const refs = offers.map(({ externalRef }) => externalRef)
    await stores.bulkOffers.freeRefsOfArchived(load.organisationId, refs)
    await stores.bulkOffers.createAll(load.organisationId, offers, now)
    const year = schoolYearOf(calendarDateOf(now))
    const next = schoolYearOf(addDays(daysOfSchoolYear(year).until, 1))
    const open = offers.flatMap(({ id, state, content: { sessionsPerYear } }) =>
      state === 'published' && sessionsPerYear !== null ? [{ id, places: sessionsPerYear }] : [],
    )
    await stores.bulkCapacity.openSchoolYears(open, [year, next])
  }
  return ({ number }) => {
    const offer = made.get(number)
    if (!offer) return { row: { number, state: 'skipped' } }
    const event = offer.state === 'published' ? offerPublished(offer.id) : offerDrafted(offer.id)
    return { row: { number, state: 'loaded', offerId: offer.id }, event }
  }
}

/** An offer that is there already; one that would stay as it is, is left alone. */
async function changeOne(
  stores: WorkStores,
  inLocale: InLocale,
  load: Load,
  { number, existing, content, outcome, gaps }: JudgedRow,
  placeOf: (content: OfferContent) => OfferPlace,
  now: Date,
): Promise<Done> {
  const publishes = load.publish && existing?.state === 'draft' && gaps.length === 0
  if (!existing || !content || (outcome === 'same' && !publishes))
    return { row: { number, state: 'skipped' } }
  const isSeen = existing.state !== 'draft' || publishes
  const movesPlaces = publishes || existing.content.sessionsPerYear !== content.sessionsPerYear
  try {
    // Before anything is written: places that are promised already can refuse it.
    if (isSeen && movesPlaces) await setCapacity(stores.capacity, existing.id, content, calendarDateOf(now))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const problems: SavedProblem[] = [{ field: null, cell: null, ...refusedNow(inLocale, error) }]
    return { row: { number, state: 'failed', problems } }
  }
  await stores.offers.saveContent(existing, { content, place: placeOf(content), byId: load.byUserId }, now)
  const before: BeforeLoad = { content: existing.content, state: existing.state }
  const { sessionsPerYear } = before.content
  await followMonthLimit(stores.capacity, existing.id, sessionsPerYear, content.sessionsPerYear)
  if (publishes) await stores.offers.saveState(existing, 'published', now)
  else if (isSeen) await stores.offers.confirm(existing.id, now)
  return {
    row: { number, state: 'loaded', offerId: existing.id, before },
    event: publishes ? offerPublished(existing.id) : offerChanged(existing.id),
  }
}

/** What an undo gives back. */
export type BeforeLoad = Pick<Offer, 'content' | 'state'>
