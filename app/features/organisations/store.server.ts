/** Organisations: the only writes to `organisation`. Who makes one is its first owner. */
import { randomUUID } from 'node:crypto'
import { slugOf } from '~/kernel/fold'
import { isUuid, type OrganisationId, type RegionId, type UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Organisation, OrganisationFacts, OrganisationPlace } from './domain/organisation'
import type { Verification } from './domain/verification'

export type OrganisationStore = ReturnType<typeof makeOrganisationStore>

export type NewOrganisation = {
  readonly facts: OrganisationFacts
  readonly place: OrganisationPlace
  readonly leadId: UserId
  /** A form posted twice makes one. */
  readonly submissionKey: string
}

export function makeOrganisationStore(tx: Tx) {
  return {
    /**
     * A form posted twice, even at the same instant, makes one organisation.
     * @returns the organisation, with `isNew` false when the form made it before; `null` when somebody else's form did.
     */
    async create(
      { facts, place, leadId, submissionKey }: NewOrganisation,
      at: Date,
    ): Promise<{ id: OrganisationId; isNew: boolean } | null> {
      // Names come one at a time, so that two companies of one name do not take the same address.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation.slug'))`
      const before = await tx.organisation.findUnique({
        where: { submissionKey },
        select: { id: true, memberships: { where: { userId: leadId }, select: { userId: true } } },
      })
      if (before)
        return before.memberships.length === 0 ? null : { id: before.id as OrganisationId, isNew: false }
      const id = randomUUID()
      await tx.organisation.create({
        data: {
          id,
          submissionKey,
          slug: await freeSlug(tx, slugOf(facts.name)),
          ...columnsOf(facts, place),
          createdAt: at,
          askedAt: at,
          memberships: { create: { userId: leadId, role: 'owner', createdAt: at } },
        },
        select: { id: true },
      })
      return { id: id as OrganisationId, isNew: true }
    },

    /** Locks the organisation until the transaction ends. @returns `null` when there is none. */
    async lock(id: string, at: Date): Promise<Organisation | null> {
      if (!isUuid(id)) return null
      const locked = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM organisation WHERE id = ${id}::uuid FOR UPDATE`
      return locked.length === 0 ? null : readOrganisation(tx, id, at)
    },

    /** @param askedAt when it asks to be verified by this change; `null` when it does not. */
    async saveFacts(
      id: OrganisationId,
      facts: OrganisationFacts,
      place: OrganisationPlace,
      askedAt: Date | null,
    ): Promise<void> {
      await tx.organisation.update({
        where: { id },
        data: {
          ...columnsOf(facts, place),
          ...(askedAt ? { verification: 'pending', refusalReason: null, askedAt } : {}),
          version: { increment: 1 },
        },
        select: { id: true },
      })
    },

    /** @param reason what the lead is told of a refusal; `null` for a verification. */
    async saveVerdict(
      id: OrganisationId,
      verification: Verification,
      reason: string | null,
      at: Date,
    ): Promise<void> {
      await tx.organisation.update({
        where: { id },
        data: { verification, refusalReason: reason, decidedAt: at },
        select: { id: true },
      })
    },

    /** No school finds it any more: who comes back is looked at as a new one. @returns `false` when it was stopped already. */
    async saveStopped(id: OrganisationId, at: Date): Promise<boolean> {
      const { count } = await tx.organisation.updateMany({
        where: { id, stoppedAt: null },
        data: { stoppedAt: at, verification: 'pending', refusalReason: null },
      })
      return count === 1
    },

    /** @returns `false` when it was not stopped. */
    async saveBack(id: OrganisationId, at: Date): Promise<boolean> {
      const { count } = await tx.organisation.updateMany({
        where: { id, stoppedAt: { not: null } },
        data: { stoppedAt: null, askedAt: at },
      })
      return count === 1
    },

    /** @returns how many organisations the user belongs to. */
    async countOf(userId: UserId): Promise<number> {
      return tx.organisationMembership.count({ where: { userId } })
    },

    /** @returns whether every topic and network exists. One statement. */
    async knowsTerms({ topicIds, networkIds }: OrganisationFacts): Promise<boolean> {
      const [row] = await tx.$queryRaw<{ known: boolean }[]>`
        SELECT ${[...topicIds]}::text[] <@ ARRAY(SELECT id FROM topic)
          AND ${[...networkIds]}::text[] <@ ARRAY(SELECT id FROM vocabulary_term WHERE vocabulary = 'network') AS known`
      return row?.known ?? false
    },
  }
}

/** @returns `null` when there is none. Two statements. @param at the day whose regions count. */
async function readOrganisation(
  tx: Pick<Tx, 'organisation' | '$queryRaw'>,
  id: string,
  at: Date,
): Promise<Organisation | null> {
  const row = await tx.organisation.findUnique({
    where: { id },
    select: {
      slug: true,
      name: true,
      about: true,
      website: true,
      kvkNumber: true,
      postcode: true,
      employees: true,
      topicIds: true,
      networkIds: true,
      verification: true,
      version: true,
      municipalityCode: true,
    },
  })
  if (!row) return null
  const { slug, verification, version, municipalityCode, ...facts } = row
  const regions = await tx.$queryRaw<{ id: RegionId }[]>`
    SELECT region_id AS id FROM region_municipality
    WHERE municipality_code = ${municipalityCode} AND valid_from <= ${at}::date
      AND (valid_until IS NULL OR valid_until > ${at}::date)`
  return {
    id: id as OrganisationId,
    slug,
    facts,
    verification,
    version,
    regionIds: regions.map((region) => region.id),
  }
}

/** @returns the base, or the base with the lowest number from 2 that is not taken. */
async function freeSlug(tx: Tx, base: string): Promise<string> {
  const taken = await tx.organisation.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  })
  const slugs = new Set(taken.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!slugs.has(slug)) return slug
  }
}

function columnsOf({ topicIds, networkIds, ...facts }: OrganisationFacts, place: OrganisationPlace) {
  return {
    ...facts,
    topicIds: [...topicIds],
    networkIds: [...networkIds],
    placeName: place.placeName,
    municipalityCode: place.municipalityCode,
    ...place.point,
  }
}
