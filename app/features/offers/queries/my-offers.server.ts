/** The offers of one organisation as its own people see them. Seven statements. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { offerSlug } from '~/features/finder/domain/offer-address'
import {
  addDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  daysOfSchoolYear,
  schoolYearOf,
} from '~/kernel/calendar'
import { hasCapacity, type LevelYears, type OfferLocation } from '~/kernel/education'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { PhoneEntry } from '../../phone-entries/domain/phone-entry'
import { type Gap, gapsForPublication } from '../domain/gaps'
import type { OfferState } from '../domain/offer-states'

type Needs = { readonly db: Pick<Db, 'offer' | '$queryRaw'>; readonly clock: Clock }

export type MyOffer = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: OfferState
  readonly kind: 'guest-lesson' | 'excursion' | 'lesson-material' | 'co-development' | 'event'
  readonly placeName: string
  /** It takes place somewhere; online and downloads do not. */
  readonly hasPlace: boolean
  /** Class-places that are free and that there are in this school year; `null`: no limit. */
  readonly places: { readonly open: number; readonly of: number } | null
  /** How often it was taken; `null` for what a company has to say yes to. */
  readonly downloads: { readonly everSince: number; readonly thisYear: number } | null
  readonly confirmedOn: CalendarDate | null
  /** Eleven months or longer ago: time to look at it again. */
  readonly isOld: boolean
  readonly pausedUntil: CalendarDate | null
  /** What is missing before schools may see it, in the order of the form; of what is not online only. */
  readonly gaps: readonly Gap[]
  /** What a coordinator last entered or changed of it for the company. */
  readonly phoneEntry: PhoneEntry | null
  /** For the form that copies it. */
  readonly copyKey: string
}

export type MyOffers = {
  readonly schoolYear: string
  /** The first day that a pause may end on. */
  readonly tomorrow: CalendarDate
  /** Drafts first, then what is online, then what is paused; in each the one that was changed last. */
  readonly rows: readonly MyOffer[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
  readonly archived: { readonly count: number; readonly isShown: boolean }
}

const PAGE = 20
const OLD_DAYS = 335
const KIND = {
  guest_lesson: 'guest-lesson',
  excursion: 'excursion',
  lesson_material: 'lesson-material',
  co_development: 'co-development',
  event: 'event',
} as const

/**
 * @param asked `archived`: only what was archived; `page` from 1, anything that is no page is the first.
 * @throws AppError 404 for an organisation that is not the actor's.
 */
export async function myOffers(
  { db, clock }: Needs,
  actor: Actor,
  organisationId: OrganisationId,
  asked: { readonly archived: boolean; readonly page: number },
): Promise<MyOffers> {
  allow(actor, 'offer.see-unpublished', { organisationId })
  const today = calendarDateOf(clock.now())
  const schoolYear = schoolYearOf(today)
  const counts = await db.offer.groupBy({ by: ['state'], where: { organisationId }, _count: true })
  const count = (isIn: (state: OfferState) => boolean) =>
    counts.filter(({ state }) => isIn(state)).reduce((sum, { _count }) => sum + _count, 0)
  const archived = count((state) => state === 'archived')
  const total = asked.archived ? archived : count((state) => state !== 'archived')
  const pageCount = Math.max(1, Math.ceil(total / PAGE))
  const page = Number.isInteger(asked.page) ? Math.min(Math.max(asked.page, 1), pageCount) : 1
  const rows = await db.offer.findMany({
    where: { organisationId, state: asked.archived ? 'archived' : { not: 'archived' } },
    select: {
      id: true,
      slug: true,
      title: true,
      state: true,
      kind: true,
      location: true,
      placeName: true,
      lastConfirmedAt: true,
      pausedUntil: true,
      summary: true,
      description: true,
      topicIds: true,
      levels: true,
      durationMinutes: true,
      languages: true,
      sessionsPerYear: true,
      materialUrl: true,
      phoneEntries: {
        select: { kind: true, at: true, by: { select: { name: true } } },
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
      },
      _count: { select: { files: { where: { scan: { not: 'infected' } } } } },
    },
    orderBy: [{ state: 'asc' }, { updatedAt: 'desc' }, { id: 'asc' }],
    skip: (page - 1) * PAGE,
    take: PAGE,
  })
  const ids = rows.map(({ id }) => id)
  const taken = await downloadsOf(db, ids, daysOfSchoolYear(schoolYear).from)
  const places = await placesOf(db, ids, today)
  return {
    schoolYear,
    tomorrow: addDays(today, 1),
    rows: rows.map((row) => ({
      ...asMyOffer(row, today),
      places: places.get(row.id) ?? null,
      downloads: hasCapacity(wordsOf(row)) ? null : (taken.get(row.id) ?? NONE),
      copyKey: randomUUID(),
    })),
    total,
    page,
    pageCount,
    archived: { count: archived, isShown: asked.archived },
  }
}

const NONE = { everSince: 0, thisYear: 0 }

async function downloadsOf(db: Pick<Db, '$queryRaw'>, ids: readonly string[], yearBegins: CalendarDate) {
  const rows = await db.$queryRaw<{ id: string; everSince: number; thisYear: number }[]>`
    SELECT offer_id AS id, sum(count)::int AS "everSince",
      coalesce(sum(count) FILTER (WHERE day >= ${yearBegins}::date), 0)::int AS "thisYear"
    FROM offer_download WHERE offer_id = ANY(${[...ids]}::uuid[]) GROUP BY offer_id`
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** What can still be had this school year, of all that was given; one without slots has no limit. */
async function placesOf(db: Pick<Db, '$queryRaw'>, ids: readonly string[], today: CalendarDate) {
  const { from, until } = daysOfSchoolYear(schoolYearOf(today))
  const rows = await db.$queryRaw<{ id: string; open: number; of: number }[]>`
    SELECT f.offer_id AS id, coalesce(sum(f.open), 0)::int AS open,
      coalesce(sum(s.places) FILTER (WHERE f.starts_on <= ${until}::date AND f.ends_on >= ${from}::date), 0)::int AS of
    FROM open_slots(${today}::date, ${until}::date, ${[...ids]}::uuid[]) f JOIN capacity_slot s ON s.id = f.slot_id
    GROUP BY 1`
  return new Map(rows.map(({ id, ...places }) => [id, places]))
}

const wordsOf = ({ kind, location }: Row) => ({
  kind: KIND[kind],
  location: location.replace('_', '-') as OfferLocation,
})

type Row = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: OfferState
  readonly kind: keyof typeof KIND
  readonly location: string
  readonly placeName: string
  readonly lastConfirmedAt: Date | null
  readonly pausedUntil: Date | null
  readonly summary: string
  readonly description: string
  readonly topicIds: readonly string[]
  readonly levels: unknown
  readonly durationMinutes: number | null
  readonly languages: readonly string[]
  readonly sessionsPerYear: number | null
  readonly materialUrl: string | null
  readonly _count: { readonly files: number }
  readonly phoneEntries: readonly {
    readonly kind: PhoneEntry['kind']
    readonly at: Date
    readonly by: { readonly name: string } | null
  }[]
}

function entryOf({ phoneEntries: [last] }: Row): PhoneEntry | null {
  return last ? { kind: last.kind, byName: last.by?.name ?? null, on: calendarDateOf(last.at) } : null
}

const gapsOf = (row: Row) =>
  gapsForPublication(
    { ...row, ...wordsOf(row), levels: row.levels as readonly LevelYears[] },
    { hasFiles: row._count.files > 0 },
  )

function asMyOffer(row: Row, today: CalendarDate): Omit<MyOffer, 'copyKey' | 'downloads' | 'places'> {
  const confirmedOn = row.lastConfirmedAt && calendarDateOf(row.lastConfirmedAt)
  return {
    id: row.id,
    slug: offerSlug(row.slug, row.id as OfferId),
    title: row.title,
    state: row.state,
    kind: KIND[row.kind],
    placeName: row.placeName,
    hasPlace: row.location === 'at_school' || row.location === 'at_company',
    confirmedOn,
    isOld: confirmedOn !== null && confirmedOn <= addDays(today, -OLD_DAYS),
    pausedUntil: row.pausedUntil && asDay(row.pausedUntil),
    phoneEntry: entryOf(row),
    gaps: row.state === 'draft' || row.state === 'paused' ? gapsOf(row) : [],
  }
}
