/** The read model of `/offers/:slug`: all that a teacher must know before asking for it. */
import { type Actor, ANONYMOUS } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { ratingOf } from '~/features/evaluations/domain/evaluation'
import { idsOfAddress, offerSlug } from '~/features/finder/domain/offer-address'
import { type OfferCard, offerCard } from '~/features/finder/domain/offer-card'
import {
  type OfferAway,
  type OfferPage,
  type OwnSchoolToOffer,
  placesByYear,
} from '~/features/finder/domain/offer-page'
import { similarTo } from '~/features/finder/domain/similar-offers'
import { isGiven } from '~/features/media/domain/offer-file'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { hasCapacity } from '~/kernel/education'
import { notFound } from '~/kernel/errors'
import { distanceKm, type Point } from '~/kernel/geography'
import type { OfferId } from '~/kernel/ids'
import { isServed } from '~/matching/ranking/rules'
import type { Db } from '~/platform/db/client.server'
import type { SearchPort } from '~search/port'
import { type OfferRow, readOffer } from './offer-row.server'
import { type ReadersSchool, readersSchool } from './own-school.server'

export type OfferPageNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly search: Pick<SearchPort, 'search'>
  readonly clock: Clock
  /** `null`: files are given without. */
  readonly scanFile: unknown
}

/** `moveTo`: the words of the address are not those of the offer; the last part of its own address. */
export type OfferAnswer =
  | { readonly moveTo: string }
  | { readonly moveTo: null; readonly page: OfferPage | OfferAway }

const SIMILAR = 3
/** So many of the nearest are compared. */
const COMPARED = 24

/**
 * Two statements and one question to the index, a second one where little is like it.
 * @throws AppError `offer.not-found` for what was never published and is not the reader's own.
 */
export async function offerPage(
  needs: OfferPageNeeds,
  actor: Actor,
  slug: string,
  locale: string,
): Promise<OfferAnswer> {
  const range = idsOfAddress(slug)
  const now = needs.clock.now()
  const [row, school] = await Promise.all([
    range ? readOffer(needs.db, range, locale, now) : null,
    readersSchool(needs.db, actor, now),
  ])
  if (!row) throw notFound('offer.not-found')
  const isOwn = may(actor, 'offer.see-unpublished', { organisationId: row.organisationId })
  const isPublic = row.verification === 'verified' && row.state !== 'draft'
  if (!isPublic && !isOwn) throw notFound('offer.not-found')
  const address = offerSlug(row.words, row.id)
  if (address !== slug) return { moveTo: address }

  const similar = await similarOffers(needs.search, row, school)
  if ((row.state === 'paused' || row.state === 'archived') && !isOwn)
    return { moveTo: null, page: { kind: 'away', reason: row.state, title: row.title, similar } }
  return {
    moveTo: null,
    page: { ...pageOf(row, { actor, isOwn, school, now, files: givenOf(needs, row, isOwn) }), similar },
  }
}

/**
 * What schools will see, for who has the link of the company; also of a draft. One statement.
 * @throws AppError `offer.not-found` for what is gone or archived.
 */
export async function offerPreviewPage(
  { db, clock }: Pick<OfferPageNeeds, 'db' | 'clock'>,
  id: OfferId,
  locale: string,
): Promise<OfferPage> {
  const now = clock.now()
  const row = await readOffer(db, { from: id, until: id }, locale, now)
  if (!row || row.state === 'archived') throw notFound('offer.not-found')
  const reader = { actor: ANONYMOUS, isOwn: true, school: null, now, files: [] }
  return { ...pageOf(row, reader), mayEdit: false, isPreview: true, similar: [] }
}

type Reader = {
  readonly actor: Actor
  readonly isOwn: boolean
  readonly school: ReadersSchool | null
  readonly now: Date
  readonly files: OfferPage['files']
}

/** What the reader can take along: its own people see what schools do not get yet. */
function givenOf(needs: OfferPageNeeds, { files }: OfferRow, isOwn: boolean): OfferPage['files'] {
  return files
    .filter(({ scan }) => isOwn || isGiven(scan, needs.scanFile !== null))
    .map(({ scan, ...file }) => file)
}

function pageOf(row: OfferRow, { actor, isOwn, school, now, files }: Reader): Omit<OfferPage, 'similar'> {
  const {
    words,
    lat,
    lng,
    slots,
    contactName,
    contactEmail,
    serviceRegions,
    serviceMunicipalities,
    lastConfirmedAt,
    ...facts
  } = row
  const point = pointOf(row)
  const isSelfService = !hasCapacity({ kind: row.offerKind, location: row.location })
  return {
    kind: 'offer',
    id: row.id,
    slug: offerSlug(words, row.id),
    state: facts.state,
    offerKind: facts.offerKind,
    title: facts.title,
    summary: facts.summary,
    goal: facts.goal,
    description: facts.description,
    preparation: facts.preparation,
    followUp: facts.followUp,
    topics: facts.topics,
    levels: facts.levels,
    subjects: facts.subjects,
    goals: facts.goals,
    profiles: facts.profiles,
    networks: facts.networks,
    location: facts.location,
    branch: facts.branch,
    placeName: facts.placeName,
    point,
    travelRadiusKm: facts.travelRadiusKm,
    serviceRegions: serviceRegions.map(({ label }) => label),
    serviceMunicipalities: serviceMunicipalities.map(({ label }) => label),
    groupSizeMax: facts.groupSizeMax,
    durationMinutes: facts.durationMinutes,
    costCents: facts.costCents,
    languages: facts.languages,
    accessNotes: facts.accessNotes,
    girlsFocus: facts.girlsFocus,
    programme: facts.programme,
    together: facts.together,
    materialUrl: facts.materialUrl,
    pictures: facts.pictures,
    files,
    isSelfService,
    canBeTaken: isSelfService && (facts.materialUrl !== null || files.length > 0 || facts.isDemo),
    weekdays: facts.weekdays,
    lastConfirmedOn: lastConfirmedAt && calendarDateOf(lastConfirmedAt),
    isDemo: facts.isDemo,
    places: placesByYear(slots, calendarDateOf(now)),
    isGivenToWaiting: facts.isGivenToWaiting,
    rating: ratingOf(facts.said),
    organisation: {
      id: facts.organisationId,
      slug: facts.organisationSlug,
      name: facts.organisationName,
      website: facts.website,
    },
    contact: contactFor(row, actor, isOwn),
    mayEdit: may(actor, 'offer.edit', { organisationId: row.organisationId }),
    ownSchool: point && school ? relate(row, point, school) : null,
  }
}

/** People's names and addresses are for people who work at a school, not for everybody who passes by. */
function contactFor(row: OfferRow, actor: Actor, isOwn: boolean): OfferPage['contact'] {
  if (row.contactName === null && row.contactEmail === null) return null
  const worksAtSchool = actor.kind === 'user' && actor.schools.size > 0
  return worksAtSchool || isOwn ? { name: row.contactName, email: row.contactEmail } : 'hidden'
}

function pointOf({ location, lat, lng }: OfferRow): Point | null {
  return location === 'online' || location === 'download' ? null : { lat, lng }
}

function relate(row: OfferRow, point: Point, school: ReadersSchool): OwnSchoolToOffer {
  const km = distanceKm(school.point, point)
  return { schoolName: school.name, point: school.point, distanceKm: km, comes: comesTo(row, km, school) }
}

function comesTo(row: OfferRow, km: number, school: ReadersSchool): OwnSchoolToOffer['comes'] {
  if (row.location !== 'at-school') return null
  if (row.travelRadiusKm !== null && km > row.travelRadiusKm) return 'too-far'
  const service = {
    serviceRegionIds: row.serviceRegions.map(({ id }) => id),
    serviceMunicipalityCodes: row.serviceMunicipalities.map(({ id }) => id),
  }
  return isServed(school, service) ? 'yes' : 'other-region'
}

/**
 * Others on its first topic, or where too few companies have one on the topics around it: first of other companies and for
 * the same classes (`similarTo`), among those the nearest to the reader's school.
 */
async function similarOffers(
  search: OfferPageNeeds['search'],
  row: OfferRow,
  school: ReadersSchool | null,
): Promise<readonly OfferCard[]> {
  const topic = row.topics[0]?.id
  if (topic === undefined) return []
  const point = school?.point ?? pointOf(row)
  const about = async (topicId: string) => {
    const { hits } = await search.search({
      filters: { topicIds: [topicId] },
      ...(point ? { near: { point }, sort: 'distance' } : {}),
      pageSize: COMPARED,
    })
    return hits.map((hit) => ({ ...hit.document, hit }))
  }
  const close = await about(topic)
  const parent = topic.split('.')[0] ?? topic
  const others = new Set(close.map(({ organisationId }) => organisationId))
  others.delete(row.organisationId)
  const around = others.size < SIMILAR && parent !== topic ? await about(parent) : []
  const seen = new Set(close.map(({ id }) => id))
  const candidates = [...close, ...around.filter(({ id }) => !seen.has(id))]
  return similarTo(row, candidates, SIMILAR).map(({ hit }) =>
    offerCard(school ? hit : { ...hit, distanceKm: null }),
  )
}
