/** Some offers side by side: what each is, how far, what is free, and why it fits where there is a request. */
import type { Actor } from '~/authorisation/actor'
import {
  type CalendarDate,
  calendarDateOf,
  daysOfSchoolYear,
  lastBookableDay,
  schoolYearOf,
} from '~/kernel/calendar'
import { distanceKm } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { TopicName } from '../../finder/domain/finder-page'
import { offerSlug } from '../../finder/domain/offer-address'
import type { RequestNeed } from '../../requests/domain/need'
import { comparedIds } from '../domain/compared'
import { placeSpan, rankedRequest } from '../domain/ranked-request'
import { type Reason, reasonsOf } from '../domain/reasons'
import { type RankableOffer, rankableOffers } from './rankable-offers.server'
import { rankedSchool } from './ranked-school.server'

type Shown =
  | 'id'
  | 'title'
  | 'kind'
  | 'location'
  | 'topicIds'
  | 'levels'
  | 'groupSizeMax'
  | 'durationMinutes'
  | 'costCents'
  | 'languages'
  | 'organisationId'
  | 'organisationName'
  | 'placeName'
  | 'openPlaces'
  | 'asked'
  | 'answered'

export type ComparedOffer = Pick<RankableOffer, Shown> & {
  readonly slug: string
  readonly isDemo: boolean
  /** The first dated session with a place; `null`: the day is agreed together. */
  readonly nextDay: CalendarDate | null
  /** From the school to the company; `null` where no school is known or nobody travels. */
  readonly distanceKm: number | null
  /** `null` without a request. */
  readonly reasons: readonly Reason[] | null
}

export type ComparePage = {
  /** In the order of the address. */
  readonly offers: readonly ComparedOffer[]
  /** Named, and no longer before schools. */
  readonly gone: number
  /** Named beyond the four. */
  readonly leftOut: number
  readonly topics: readonly TopicName[]
  /** From where the distances are; `null`: no school is known. */
  readonly schoolName: string | null
}

type Asked = {
  readonly ids: readonly string[]
  /** The request for which they are compared, which the reader may see; `null`: none. */
  readonly request: {
    readonly branchId: string
    readonly need: RequestNeed
    /** Groups that still need a place. */
    readonly unplaced: number
  } | null
}

export type CompareNeeds = { readonly db: Pick<Db, '$queryRaw' | 'topic'> }

/** Four statements; none where nothing is named. */
export async function comparePage(
  { db }: CompareNeeds,
  actor: Actor,
  now: Date,
  { ids: asked, request }: Asked,
): Promise<ComparePage> {
  const { ids, leftOut } = comparedIds(asked)
  if (ids.length === 0) return { offers: [], gone: 0, leftOut, topics: [], schoolName: null }
  const today = calendarDateOf(now)
  // Without a request the places are those that the finder tells: of this school year.
  const within = request
    ? placeSpan(request.need, { from: today, until: lastBookableDay(today) })
    : { from: today, until: daysOfSchoolYear(schoolYearOf(today)).until }
  const [own = null] = actor.kind === 'user' ? [...actor.schools.keys()].sort() : []
  const branchId = request?.branchId ?? own
  const [found, facts, topics, school] = await Promise.all([
    rankableOffers(db, { within, now, offerIds: ids }),
    factsOf(db, ids, within),
    db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } }),
    branchId ? rankedSchool(db, branchId, now) : null,
  ])
  const parents = new Map(topics.flatMap(({ id, parentId }) => (parentId ? [[id, parentId] as const] : [])))
  const wish = request && school ? rankedRequest(request.need, school) : null
  const offers = ids.flatMap((id) => found.find((offer) => offer.id === id) ?? [])
  return {
    offers: offers.map((offer) => ({
      ...shownOf(offer),
      isDemo: facts.get(offer.id)?.isDemo ?? false,
      nextDay: facts.get(offer.id)?.nextDay ?? null,
      distanceKm: school && travels(offer) ? distanceKm(school.point, offer.point) : null,
      reasons: wish && reasonsOf(wish, offer, parents, request?.unplaced ?? 1),
    })),
    gone: ids.length - offers.length,
    leftOut,
    topics,
    schoolName: school?.name ?? null,
  }
}

const travels = ({ location }: Pick<RankableOffer, 'location'>) =>
  location === 'at-school' || location === 'at-company'

function shownOf(offer: RankableOffer) {
  const { id, title, kind, location, topicIds, levels, groupSizeMax, durationMinutes, costCents } = offer
  const { languages, organisationId, organisationName, placeName, openPlaces, asked, answered } = offer
  return {
    ...{ id, title, kind, location, topicIds, levels, groupSizeMax, durationMinutes, costCents },
    ...{ languages, organisationId, organisationName, placeName, openPlaces, asked, answered },
    slug: offerSlug(offer.slug, id),
  }
}

async function factsOf(
  db: Pick<Db, '$queryRaw'>,
  ids: readonly string[],
  within: { readonly from: CalendarDate; readonly until: CalendarDate },
) {
  const rows = await db.$queryRaw<{ id: string; isDemo: boolean; nextDay: Date | null }[]>`
    SELECT o.id, o.is_demo AS "isDemo", (SELECT min(s.starts_on)
      FROM open_slots(${within.from}::date, ${within.until}::date, ARRAY[o.id]) s
      WHERE s.open > 0 AND s.starts_on = s.ends_on) AS "nextDay"
    FROM offer o WHERE o.id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, isDemo, nextDay }) => [id, { isDemo, nextDay: nextDay && asDay(nextDay) }]))
}
