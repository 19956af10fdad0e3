/** The invented companies and their offers, in real places. */
import { addDays, calendarDateOf, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import { slugOf } from '~/kernel/fold'
import type { Db } from '~/platform/db/client.server'
import { readCsv, readLines, stableUuid } from '../read-data'
import { insertRows } from './insert-rows'

export type DemoCompany = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly place: string
  readonly postcode4: string
  readonly topics: readonly string[]
  readonly topSectors: readonly string[]
  readonly networks: readonly string[]
  readonly employees: number | null
}

export type DemoOffer = {
  readonly id: string
  readonly company: string
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly topics: readonly string[]
  readonly levels: readonly { readonly level: string; readonly years: readonly number[] }[]
  readonly subjects: readonly string[]
  readonly curriculumGoals: readonly string[]
  readonly profiles: readonly string[]
  readonly location: string
  readonly travelRadiusKm: number | null
  readonly groupSizeMax: number | null
  readonly durationMinutes: number | null
  readonly sessionsPerYear: number | null
  readonly weekdays: readonly number[] | null
  readonly costEuro: number | null
  readonly languages: readonly string[]
  readonly girlsFocus: boolean
  readonly programme: string | null
}

const organisationIdOf = (ref: string) => stableUuid(`organisation:${ref}`)
export const offerIdOf = (ref: string) => stableUuid(`offer:${ref}`)

/** Demo offers were published over this many days; the newest is of yesterday. */
const PUBLISHED_OVER_DAYS = 300

export type DemoContent = {
  readonly companies: readonly DemoCompany[]
  readonly offers: readonly DemoOffer[]
}

/** @param content other companies and offers of the same form, e.g. those of a judged set. */
export async function seedDemoContent(
  db: Db,
  now: Date,
  content: DemoContent = {
    companies: readLines<DemoCompany>('demo/companies.jsonl'),
    offers: readLines<DemoOffer>('demo/offers.jsonl'),
  },
): Promise<void> {
  const { companies, offers } = content
  const areas = new Map(readCsv('pc4.csv').map((area) => [area.pc4, area]))
  const placeOf = new Map(
    companies.map((company) => {
      const area = areas.get(company.postcode4)
      if (!area) throw new Error(`${company.id}: postcode ${company.postcode4} does not exist`)
      const lat = Number(area.lat)
      const lng = Number(area.lng)
      return [company.id, { municipality_code: area.gm_code, place_name: company.place, lat, lng }]
    }),
  )
  const slugs = new Map<string, number>()
  await insertRows(
    db,
    'organisation',
    {
      id: 'uuid',
      name: 'text',
      slug: 'text',
      about: 'text',
      postcode: 'text',
      place_name: 'text',
      municipality_code: 'text',
      lat: 'float8',
      lng: 'float8',
      employees: 'int',
      topic_ids: 'text[]',
      top_sector_ids: 'text[]',
      network_ids: 'text[]',
      verification: 'verification',
      is_demo: 'boolean',
      external_ref: 'text',
      created_at: 'timestamptz',
    },
    ['id'],
    companies.map((company) => ({
      ...placeOf.get(company.id),
      id: organisationIdOf(company.id),
      name: company.name,
      slug: uniqueSlug(company.name, slugs),
      about: company.about,
      postcode: company.postcode4,
      employees: company.employees,
      topic_ids: company.topics,
      top_sector_ids: company.topSectors,
      network_ids: company.networks,
      verification: 'verified',
      is_demo: true,
      external_ref: company.id,
      created_at: daysBefore(now, PUBLISHED_OVER_DAYS + 30),
    })),
    'keep',
  )
  await seedOffers(
    db,
    now,
    offers,
    new Map(companies.map((c) => [c.id, { ...placeOf.get(c.id), networks: c.networks }])),
  )
}

async function seedOffers(
  db: Db,
  now: Date,
  offers: readonly DemoOffer[],
  companies: ReadonlyMap<
    string,
    Readonly<Record<string, unknown>> & { readonly networks: readonly string[] }
  >,
): Promise<void> {
  await insertRows(
    db,
    'offer',
    {
      id: 'uuid',
      organisation_id: 'uuid',
      kind: 'offer_kind',
      state: 'offer_state',
      title: 'text',
      slug: 'text',
      summary: 'text',
      description: 'text',
      topic_ids: 'text[]',
      levels: 'jsonb',
      subject_ids: 'text[]',
      curriculum_goal_ids: 'text[]',
      profile_ids: 'text[]',
      network_ids: 'text[]',
      location: 'offer_location',
      travel_radius_km: 'int',
      service_region_ids: 'text[]',
      place_name: 'text',
      municipality_code: 'text',
      lat: 'float8',
      lng: 'float8',
      group_size_max: 'int',
      duration_minutes: 'int',
      cost_cents: 'int',
      languages: 'text[]',
      girls_focus: 'boolean',
      programme: 'text',
      sessions_per_year: 'int',
      weekdays: 'int[]',
      is_demo: 'boolean',
      external_ref: 'text',
      created_at: 'timestamptz',
      updated_at: 'timestamptz',
      published_at: 'timestamptz',
      last_confirmed_at: 'timestamptz',
    },
    ['id'],
    offers.map((offer, i) => {
      const company = companies.get(offer.company)
      if (!company) throw new Error(`${offer.id}: company ${offer.company} does not exist`)
      // Spread evenly, in an order that has nothing to do with place or topic.
      const published = daysBefore(now, 1 + ((i * 127) % PUBLISHED_OVER_DAYS))
      return {
        ...company,
        id: offerIdOf(offer.id),
        organisation_id: organisationIdOf(offer.company),
        kind: offer.kind,
        state: 'published',
        title: offer.title,
        slug: slugOf(offer.title),
        summary: offer.summary,
        description: offer.description,
        topic_ids: offer.topics,
        levels: offer.levels,
        subject_ids: offer.subjects,
        curriculum_goal_ids: offer.curriculumGoals,
        profile_ids: offer.profiles,
        network_ids: company.networks,
        location: offer.location,
        travel_radius_km: offer.travelRadiusKm,
        service_region_ids: [],
        group_size_max: offer.groupSizeMax,
        duration_minutes: offer.durationMinutes,
        cost_cents: Math.round((offer.costEuro ?? 0) * 100),
        languages: offer.languages,
        girls_focus: offer.girlsFocus,
        programme: offer.programme,
        sessions_per_year: offer.sessionsPerYear,
        weekdays: offer.weekdays ?? [],
        is_demo: true,
        external_ref: offer.id,
        created_at: published,
        updated_at: published,
        published_at: published,
        last_confirmed_at: published,
      }
    }),
    'keep',
  )
  await seedPlaces(db, now, offers)
}

/** Class-places of this school year and the next. */
async function seedPlaces(db: Db, now: Date, offers: readonly DemoOffer[]): Promise<void> {
  const thisYear = daysOfSchoolYear(schoolYearOf(calendarDateOf(now)))
  const nextYear = daysOfSchoolYear(schoolYearOf(addDays(thisYear.until, 1)))
  await insertRows(
    db,
    'capacity_slot',
    { id: 'uuid', offer_id: 'uuid', starts_on: 'date', ends_on: 'date', places: 'int' },
    ['offer_id', 'starts_on', 'ends_on'],
    offers.flatMap((offer) =>
      offer.sessionsPerYear === null
        ? []
        : [thisYear, nextYear].map((year) => ({
            id: stableUuid(`slot:${offer.id}:${year.from}`),
            offer_id: offerIdOf(offer.id),
            starts_on: year.from,
            ends_on: year.until,
            places: offer.sessionsPerYear,
          })),
    ),
    'keep',
  )
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}

function uniqueSlug(name: string, taken: Map<string, number>): string {
  const slug = slugOf(name)
  const times = (taken.get(slug) ?? 0) + 1
  taken.set(slug, times)
  return times === 1 ? slug : `${slug}-${times}`
}
