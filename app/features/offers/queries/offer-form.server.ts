/** What the form of an offer begins with, and the words that it offers. */
import type { Actor } from '~/authorisation/actor'
import { allow, may, organisationsFor } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import { AppError } from '~/kernel/errors'
import { isUuid, type OrganisationId, type RegionId } from '~/kernel/ids'
import type { PictureSize, PictureWords } from '~/kernel/picture'
import type { Db } from '~/platform/db/client.server'
import type { OfferState } from '../domain/offer-states'
import { canChange } from '../domain/offer-states'
import { reachOf } from '../domain/reach'
import { usualPerMonth, usualPerYear } from '../domain/usual-sessions'
import { notFrom, offerNotFound } from '../errors'
import { fieldsOfContent } from '../schemas'
import { type OfferWords, offerWords } from './vocabularies.server'

type Needs = {
  readonly db: Pick<
    Db,
    'offer' | 'organisation' | 'topic' | 'vocabularyTerm' | 'curriculumGoal' | 'region' | 'municipality'
  >
  readonly clock: Clock
}

export type OfferFormPage = {
  readonly organisation: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly placeName: string
    /** Beside its own place, by name. */
    readonly branches: readonly { readonly id: string; readonly name: string; readonly placeName: string }[]
    readonly isVerified: boolean
    /** What a company of its size usually manages; `employees` `null`: it did not tell. */
    readonly usual: { readonly employees: number | null; readonly perMonth: number; readonly perYear: number }
  }
  /** A coordinator fills it in for a company that rang. */
  readonly isForCompany: boolean
  readonly words: OfferWords
  readonly fields: Readonly<Record<string, string | string[]>>
  /** Its first picture. */
  readonly cover: PictureWords | null
  readonly hasFiles: boolean
  /** `null` for a new one. */
  readonly offer: { readonly id: string; readonly version: number; readonly state: OfferState } | null
}

const organisationAt = (now: Date) => ({
  id: true,
  slug: true,
  name: true,
  placeName: true,
  branches: {
    select: { id: true, name: true, placeName: true },
    orderBy: { name: 'asc' as const },
    take: 50,
  },
  employees: true,
  verification: true,
  topicIds: true,
  networkIds: true,
  municipality: {
    select: {
      regions: {
        where: { validFrom: { lte: now }, OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
        select: { regionId: true },
      },
    },
  },
})

/**
 * Eight statements.
 * @param of for which organisation; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who has no organisation, or asks for one that is neither theirs nor of their regions.
 */
export async function newOfferPage(
  { db, clock }: Needs,
  actor: Actor,
  of: string | null,
  locale: string,
): Promise<OfferFormPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw offerNotFound()
  const [row, words] = await Promise.all([
    db.organisation.findFirst({
      where: { id: { in: of === null ? organisationsFor(actor, 'offer.create') : [of] } },
      select: organisationAt(clock.now()),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    offerWords(db, locale, clock.now()),
  ])
  if (!row) throw offerNotFound()
  const organisation = organisationOf(row)
  return {
    organisation,
    isForCompany: isForCompany(actor, row, 'offer.create'),
    words,
    offer: null,
    cover: null,
    hasFiles: false,
    fields: {
      kind: 'guest-lesson',
      location: 'at-school',
      branch: 'main',
      reach: 'radius',
      travelRadiusKm: '25',
      languages: ['nl'],
      networks: row.networkIds,
      sessionsPerYear: String(organisation.usual.perYear),
    },
  }
}

/**
 * Eight statements.
 * @throws AppError 401; 404 for an offer that is neither the actor's nor of their regions; conflict `offer.is-archived`.
 */
export async function editOfferPage(
  { db, clock }: Needs,
  actor: Actor,
  id: string,
  locale: string,
): Promise<OfferFormPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (!isUuid(id)) throw offerNotFound()
  const [row, words] = await Promise.all([
    db.offer.findUnique({
      where: { id },
      include: {
        organisation: { select: organisationAt(clock.now()) },
        pictures: { orderBy: { position: 'asc' }, take: 1 },
        _count: { select: { files: { where: { scan: { not: 'infected' } } } } },
      },
    }),
    offerWords(db, locale, clock.now()),
  ])
  if (!row) throw offerNotFound()
  const forCompany = isForCompany(actor, row.organisation, 'offer.edit')
  if (!canChange(row.state)) throw notFrom(row.state)
  return {
    organisation: organisationOf(row.organisation),
    isForCompany: forCompany,
    words,
    offer: { id: row.id, version: row.version, state: row.state },
    cover: coverOf(row.pictures),
    hasFiles: row._count.files > 0,
    fields: fieldsOfContent({
      ...row,
      kind: row.kind.replace('_', '-') as OfferKind,
      location: row.location.replace('_', '-') as OfferLocation,
      levels: row.levels as unknown as readonly LevelYears[],
      reach: reachOf(row.travelRadiusKm, row.serviceRegionIds, row.serviceMunicipalityCodes),
    }),
  }
}

type CoverRow = Omit<PictureWords, 'sizes'> & { readonly sizes: unknown }

function coverOf([cover]: readonly CoverRow[]): PictureWords | null {
  if (!cover) return null
  const { alt, altEn, credit, sizes } = cover
  return { alt, altEn, credit, sizes: sizes as readonly PictureSize[] }
}

/**
 * @throws AppError 403 for who works there in a role that only reads; 404 when it is neither the actor's own company nor
 * one of the actor's regions.
 */
function isForCompany(
  actor: Actor,
  row: {
    readonly id: string
    readonly municipality: { readonly regions: readonly { readonly regionId: string }[] }
  },
  action: 'offer.create' | 'offer.edit',
): boolean {
  const organisation = { organisationId: row.id as OrganisationId }
  if (may(actor, action, organisation)) return false
  const regionIds = row.municipality.regions.map((r) => r.regionId as RegionId)
  if (may(actor, 'offer.enter', { regionIds })) return true
  allow(actor, action, organisation)
  return false
}

function organisationOf(row: {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly placeName: string
  readonly branches: OfferFormPage['organisation']['branches']
  readonly employees: number | null
  readonly verification: string
}): OfferFormPage['organisation'] {
  const { id, slug, name, placeName, branches, employees, verification } = row
  const usual = { employees, perMonth: usualPerMonth(employees), perYear: usualPerYear(employees) }
  return { id, slug, name, placeName, branches, isVerified: verification === 'verified', usual }
}
