/** Offers: the only writes to `offer`. */
import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { OfferKind as KindColumn, OfferLocation as LocationColumn } from '~/generated/prisma/enums'
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import { slugOf } from '~/kernel/fold'
import type { OfferId, OrganisationId, UserId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import { changedFields, contentOfKept } from './domain/content-changes'
import type { Material } from './domain/material'
import { KEPT_VERSIONS, type Offer, type OfferContent, type OfferPlace } from './domain/offer'
import type { OfferState } from './domain/offer-states'
import { reachOf, serviceArea } from './domain/reach'

export type OfferStore = ReturnType<typeof makeOfferStore>

export type NewOffer = {
  readonly organisationId: OrganisationId
  readonly content: OfferContent
  readonly place: OfferPlace
  readonly state: 'draft' | 'published'
  /** A form posted twice makes one. */
  readonly submissionKey: string
}

export type NewContent = {
  readonly content: OfferContent
  readonly place: OfferPlace
  /** Who changes it; `null`: nobody in particular. */
  readonly byId: UserId | null
}

/** What is confirmed is no longer asked about, and no longer stale. */
const confirmed = (at: Date) => ({ lastConfirmedAt: at, askedRightOn: null, staleOn: null })

export function makeOfferStore(tx: Tx) {
  return {
    /**
     * A form posted twice, even at the same instant, makes one offer.
     * @returns the offer, with `isNew` false when the form made it before; `null` when another organisation's form did.
     */
    async create(offer: NewOffer, at: Date): Promise<{ id: OfferId; isNew: boolean } | null> {
      const id = randomUUID()
      const { organisationId, submissionKey, state } = offer
      const { count } = await tx.offer.createMany({
        data: [
          {
            id,
            organisationId,
            submissionKey,
            state,
            ...columnsOf(offer.content, offer.place),
            createdAt: at,
            updatedAt: at,
            ...(state === 'published' ? { publishedAt: at, lastConfirmedAt: at } : {}),
          },
        ],
        skipDuplicates: true,
      })
      if (count === 1) return { id: id as OfferId, isNew: true }
      const before = await tx.offer.findFirst({
        where: { submissionKey, organisationId },
        select: { id: true },
      })
      return before && { id: before.id as OfferId, isNew: false }
    },

    /** Locks the offer until the transaction ends. @returns `null` when there is none. */
    async lock(id: string): Promise<Offer | null> {
      if (!isUuid(id)) return null
      const locked = await tx.$queryRaw<
        { id: string }[]
      >`SELECT id FROM offer WHERE id = ${id}::uuid FOR UPDATE`
      return locked.length === 0 ? null : readOffer(tx, id)
    },

    /**
     * Writes the whole content and counts the save. Of what schools see or saw the former content is kept, the newest
     * `KEPT_VERSIONS`.
     * @param before as it was locked.
     */
    async saveContent(before: Offer, { content, place, byId }: NewContent, at: Date): Promise<void> {
      const isSeen = before.state === 'published' || before.state === 'paused'
      if (isSeen && changedFields(before.content, content).length > 0) await keepVersion(tx, before, byId, at)
      await tx.offer.update({
        where: { id: before.id },
        data: { ...columnsOf(content, place), version: { increment: 1 }, updatedAt: at },
        select: { id: true },
      })
    },

    /** @returns what it said at that version, by the fields of today; `null` when that is not kept. One statement. */
    async keptContent(offer: Pick<Offer, 'id' | 'content'>, version: number): Promise<OfferContent | null> {
      const where = { offerId_version: { offerId: offer.id, version } }
      const row = await tx.offerVersion.findUnique({ where, select: { content: true } })
      return row && contentOfKept(row.content, offer.content)
    },

    /**
     * Moves the offer. What comes before schools is confirmed by that.
     * @param pausedUntil the day on which a paused one comes back by itself.
     */
    async saveState(
      offer: Pick<Offer, 'id' | 'publishedAt'>,
      state: OfferState,
      at: Date,
      pausedUntil: CalendarDate | null = null,
    ): Promise<void> {
      const shown = state === 'published'
      await tx.offer.update({
        where: { id: offer.id },
        data: {
          state,
          pausedUntil: state === 'paused' && pausedUntil !== null ? asDate(pausedUntil) : null,
          pausedByFeed: false,
          pausedForSilence: false,
          version: { increment: 1 },
          updatedAt: at,
          ...(shown ? { publishedAt: offer.publishedAt ?? at, ...confirmed(at) } : {}),
        },
        select: { id: true },
      })
    },

    /** A paused one that comes back when its feed names it again; until somebody moves it otherwise. */
    async markPausedByFeed(id: OfferId): Promise<void> {
      await tx.offer.update({ where: { id }, data: { pausedByFeed: true }, select: { id: true } })
    },

    /** The company says that it is still right. */
    async confirm(id: OfferId, at: Date): Promise<void> {
      await tx.offer.update({ where: { id }, data: confirmed(at), select: { id: true } })
    },

    /** @returns paused offers whose day of return is `today` or earlier, at most 500, the longest due first. */
    async dueToReturn(today: CalendarDate): Promise<readonly OfferId[]> {
      const rows = await tx.offer.findMany({
        where: { state: 'paused', pausedUntil: { lte: asDate(today) } },
        select: { id: true },
        orderBy: [{ pausedUntil: 'asc' }, { id: 'asc' }],
        take: 500,
      })
      return rows.map(({ id }) => id as OfferId)
    },

    /** @returns what one gets who takes it; `null` when there is none. One statement, no lock: the offer stays as it is. */
    async material(id: string): Promise<Material | null> {
      if (!isUuid(id)) return null
      const row = await tx.offer.findUnique({
        where: { id },
        select: {
          organisationId: true,
          state: true,
          kind: true,
          location: true,
          materialUrl: true,
          isDemo: true,
          organisation: { select: { verification: true } },
        },
      })
      return (
        row && {
          id: id as OfferId,
          organisationId: row.organisationId as OrganisationId,
          isPublic: row.state === 'published' && row.organisation.verification === 'verified',
          kind: KIND_WORD[row.kind],
          location: LOCATION_WORD[row.location],
          url: row.materialUrl,
          isDemo: row.isDemo,
        }
      )
    },

    /** One more on that day, also when many come at once. */
    async countDownload(id: OfferId, day: CalendarDate): Promise<void> {
      await tx.$executeRaw`
        INSERT INTO offer_download (offer_id, day, count) VALUES (${id}::uuid, ${day}::date, 1)
        ON CONFLICT (offer_id, day) DO UPDATE SET count = offer_download.count + 1`
    },

    /** @returns the place of the organisation, where its offers are unless they say otherwise. */
    async placeOfOrganisation(id: OrganisationId): Promise<OfferPlace> {
      const { lat, lng, ...place } = await tx.organisation.findUniqueOrThrow({
        where: { id },
        select: { placeName: true, municipalityCode: true, lat: true, lng: true },
      })
      return { ...place, point: { lat, lng } }
    },

    /** Takes along the offers that are at the organisation's own place. */
    async moveWithOrganisation(organisationId: OrganisationId, place: OfferPlace): Promise<void> {
      await tx.offer.updateMany({
        where: { organisationId, postcode: null, branchId: null },
        data: { placeName: place.placeName, municipalityCode: place.municipalityCode, ...place.point },
      })
    },

    /** @returns where the branches of the organisation are, by their id. One statement. */
    async placesOfBranches(organisationId: OrganisationId): Promise<ReadonlyMap<string, OfferPlace>> {
      const rows = await tx.organisationBranch.findMany({
        where: { organisationId },
        select: { id: true, placeName: true, municipalityCode: true, lat: true, lng: true },
      })
      return new Map(rows.map(({ id, lat, lng, ...place }) => [id, { ...place, point: { lat, lng } }]))
    },

    /** Takes along the offers that are at the branch. */
    async moveWithBranch(organisationId: OrganisationId, branchId: string, place: OfferPlace): Promise<void> {
      await tx.offer.updateMany({
        where: { organisationId, branchId },
        data: { placeName: place.placeName, municipalityCode: place.municipalityCode, ...place.point },
      })
    },

    /** Archived offers let go of the branch. @returns how many others are at it. */
    async leaveBranch(organisationId: OrganisationId, branchId: string): Promise<number> {
      await tx.offer.updateMany({
        where: { organisationId, branchId, state: 'archived' },
        data: { branchId: null },
      })
      return tx.offer.count({ where: { organisationId, branchId } })
    },

    /** @returns whether every topic, subject, goal, profile, network, region and municipality exists. One statement. */
    async knowsTerms(content: OfferContent): Promise<boolean> {
      const { regionIds, municipalityCodes } = serviceArea(content.reach)
      const [row] = await tx.$queryRaw<{ known: boolean }[]>`
        SELECT ${[...content.topicIds]}::text[] <@ ARRAY(SELECT id FROM topic)
          AND ${[...content.curriculumGoalIds]}::text[] <@ ARRAY(SELECT id FROM curriculum_goal)
          AND ${[...regionIds]}::text[] <@ ARRAY(SELECT id FROM region)
          AND ${[...municipalityCodes]}::text[] <@ ARRAY(SELECT code FROM municipality)
          AND ${[...content.subjectIds]}::text[] <@ ARRAY(SELECT id FROM vocabulary_term WHERE vocabulary = 'subject')
          AND ${[...content.profileIds]}::text[] <@ ARRAY(SELECT id FROM vocabulary_term WHERE vocabulary = 'profile')
          AND ${[...content.networkIds]}::text[] <@ ARRAY(SELECT id FROM vocabulary_term WHERE vocabulary = 'network')
          AS known`
      return row?.known ?? false
    },
  }
}

/** One statement. */
async function keepVersion(
  tx: Pick<Tx, '$executeRaw'>,
  { id, version, content }: Offer,
  byId: UserId | null,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH oldest AS (DELETE FROM offer_version WHERE offer_id = ${id}::uuid AND version IN (
      SELECT version FROM offer_version WHERE offer_id = ${id}::uuid ORDER BY version DESC OFFSET ${KEPT_VERSIONS - 1}))
    INSERT INTO offer_version (offer_id, version, content, replaced_at, replaced_by_id)
    VALUES (${id}::uuid, ${version}, ${JSON.stringify(content)}::jsonb, ${at}, ${byId}::uuid)`
}

/** @returns `null` when there is none. One statement. */
async function readOffer(tx: Pick<Tx, 'offer'>, id: string): Promise<Offer | null> {
  const row = await tx.offer.findUnique({ where: { id }, select: COLUMNS })
  return row && offerOfRow(row)
}

/** @returns the offer of a row that was read with `COLUMNS`. */
export function offerOfRow(row: Prisma.OfferGetPayload<{ select: typeof COLUMNS }>): Offer {
  const { kind, location, levels, travelRadiusKm, serviceRegionIds, serviceMunicipalityCodes, ...same } = row
  const { id: offerId, organisationId, state, version, publishedAt, ...content } = same
  return {
    id: offerId as OfferId,
    organisationId: organisationId as OrganisationId,
    state,
    version,
    publishedAt,
    content: {
      ...content,
      kind: KIND_WORD[kind],
      location: LOCATION_WORD[location],
      levels: levels as unknown as OfferContent['levels'],
      reach: reachOf(travelRadiusKm, serviceRegionIds, serviceMunicipalityCodes),
    },
  }
}

export const COLUMNS = {
  id: true,
  organisationId: true,
  state: true,
  version: true,
  publishedAt: true,
  kind: true,
  title: true,
  summary: true,
  goal: true,
  description: true,
  preparation: true,
  followUp: true,
  topicIds: true,
  levels: true,
  subjectIds: true,
  curriculumGoalIds: true,
  profileIds: true,
  networkIds: true,
  location: true,
  travelRadiusKm: true,
  serviceRegionIds: true,
  serviceMunicipalityCodes: true,
  branchId: true,
  postcode: true,
  groupSizeMax: true,
  durationMinutes: true,
  costCents: true,
  languages: true,
  accessNotes: true,
  girlsFocus: true,
  programme: true,
  materialUrl: true,
  contactName: true,
  contactEmail: true,
  sessionsPerYear: true,
  weekdays: true,
} as const

const KIND_COLUMN = {
  'guest-lesson': 'guest_lesson',
  excursion: 'excursion',
  'lesson-material': 'lesson_material',
  'co-development': 'co_development',
  event: 'event',
} as const satisfies Record<OfferKind, KindColumn>
const LOCATION_COLUMN = {
  'at-school': 'at_school',
  'at-company': 'at_company',
  online: 'online',
  download: 'download',
} as const satisfies Record<OfferLocation, LocationColumn>

const turned = <Word extends string, Column extends string>(columns: Readonly<Record<Word, Column>>) =>
  Object.fromEntries(Object.entries(columns).map(([word, column]) => [column, word])) as Record<Column, Word>
const KIND_WORD = turned<OfferKind, KindColumn>(KIND_COLUMN)
const LOCATION_WORD = turned<OfferLocation, LocationColumn>(LOCATION_COLUMN)

export function columnsOf({ reach, kind, location, levels, ...content }: OfferContent, place: OfferPlace) {
  return {
    ...content,
    kind: KIND_COLUMN[kind],
    location: LOCATION_COLUMN[location],
    levels: levels.map((level) => ({ ...level, years: [...level.years] })),
    slug: slugOf(content.title),
    topicIds: [...content.topicIds],
    subjectIds: [...content.subjectIds],
    curriculumGoalIds: [...content.curriculumGoalIds],
    profileIds: [...content.profileIds],
    networkIds: [...content.networkIds],
    languages: [...content.languages],
    weekdays: [...content.weekdays],
    travelRadiusKm: reach.kind === 'radius' ? reach.km : null,
    serviceRegionIds: [...serviceArea(reach).regionIds],
    serviceMunicipalityCodes: [...serviceArea(reach).municipalityCodes],
    placeName: place.placeName,
    municipalityCode: place.municipalityCode,
    ...place.point,
  }
}
