/** What an offer said before, newest change first, with the words for what its lists name. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { CONTENT_FIELDS, changesBetween, contentOfKept, type FieldChange } from '../domain/content-changes'
import { type OfferContent, SHOWN_VERSIONS } from '../domain/offer'
import { canChange } from '../domain/offer-states'
import { reachOf, serviceArea } from '../domain/reach'
import { offerNotFound } from '../errors'
import { type OfferWords, offerWords } from './vocabularies.server'

type Needs = {
  readonly db: Pick<
    Db,
    | 'offer'
    | 'offerVersion'
    | 'organisationBranch'
    | 'topic'
    | 'vocabularyTerm'
    | 'curriculumGoal'
    | 'region'
    | 'municipality'
  >
  readonly clock: Clock
}

export type ShownVersion = {
  /** Of the content that this change replaced. */
  readonly version: number
  readonly at: Date
  /** Of others than colleagues no name is told; `null`: nobody in particular, or who it was is gone. */
  readonly by: { readonly colleague: string } | 'coordinator' | null
  readonly changes: readonly FieldChange[]
}

export type OfferVersionsPage = {
  readonly id: string
  readonly title: string
  readonly organisationId: string
  readonly version: number
  /** An archived one stays as schools knew it. */
  readonly canPutBack: boolean
  readonly versions: readonly ShownVersion[]
  /** Names of the topics, subjects, goals, profiles, networks, regions and branches that the changes name. */
  readonly names: Readonly<Record<string, string>>
}

/** Eight statements. @throws AppError 401; 404 for an offer that is not the actor's. */
export async function offerVersionsPage(
  { db, clock }: Needs,
  actor: Actor,
  id: string,
  locale: string,
): Promise<OfferVersionsPage> {
  if (!isUuid(id)) throw offerNotFound()
  const row = await db.offer.findUnique({ where: { id } })
  if (!row) throw offerNotFound()
  const organisationId = row.organisationId as OrganisationId
  allow(actor, 'offer.edit', { organisationId })
  const content = contentOf(row)
  const [kept, words, branches] = await Promise.all([
    keptOf(db, id, organisationId),
    offerWords(db, locale, clock.now()),
    db.organisationBranch.findMany({ where: { organisationId }, select: { id: true, name: true }, take: 50 }),
  ])
  const contents = kept.map((former) => contentOfKept(former.content, content))
  const versions = kept.map(({ version, replacedAt, replacedBy }, place): ShownVersion => {
    const before = contents[place] ?? content
    const after = contents[place - 1] ?? content
    return { version, at: replacedAt, by: byOf(replacedBy), changes: changesBetween(before, after) }
  })
  return {
    id,
    title: content.title,
    organisationId,
    version: row.version,
    canPutBack: canChange(row.state),
    versions,
    names: {
      ...Object.fromEntries(branches.map((branch) => [branch.id, branch.name])),
      ...namesIn(words, [content, ...contents]),
    },
  }
}

type Row = NonNullable<Awaited<ReturnType<Needs['db']['offer']['findUnique']>>>

function contentOf(row: Row): OfferContent {
  const all: OfferContent = {
    ...row,
    kind: row.kind.replace('_', '-') as OfferKind,
    location: row.location.replace('_', '-') as OfferLocation,
    levels: row.levels as unknown as readonly LevelYears[],
    reach: reachOf(row.travelRadiusKm, row.serviceRegionIds, row.serviceMunicipalityCodes),
  }
  return Object.fromEntries(CONTENT_FIELDS.map((field) => [field, all[field]])) as unknown as OfferContent
}

function keptOf(db: Needs['db'], offerId: string, organisationId: OrganisationId) {
  return db.offerVersion.findMany({
    where: { offerId },
    orderBy: { version: 'desc' },
    take: SHOWN_VERSIONS,
    select: {
      version: true,
      content: true,
      replacedAt: true,
      replacedBy: {
        select: {
          name: true,
          memberships: { where: { organisationId }, select: { organisationId: true } },
          coordinatorRegions: { select: { regionId: true }, take: 1 },
        },
      },
    },
  })
}

function byOf(user: Awaited<ReturnType<typeof keptOf>>[number]['replacedBy']): ShownVersion['by'] {
  if (user && user.memberships.length > 0) return { colleague: user.name }
  return user && user.coordinatorRegions.length > 0 ? 'coordinator' : null
}

/** A word that is no longer offered is left out: the page shows its id. */
function namesIn(words: OfferWords, contents: readonly OfferContent[]): Record<string, string> {
  const used = new Set(
    contents.flatMap(({ topicIds, subjectIds, curriculumGoalIds, profileIds, networkIds, reach }) => [
      ...topicIds,
      ...subjectIds,
      ...curriculumGoalIds,
      ...profileIds,
      ...networkIds,
      ...serviceArea(reach).regionIds,
      ...serviceArea(reach).municipalityCodes,
    ]),
  )
  const { topics, subjects, goals, profiles, networks, regions, municipalities } = words
  const all = [
    ...topics.flatMap((topic) => [topic, ...topic.children]),
    ...[...subjects, ...goals, ...profiles, ...networks, ...regions, ...municipalities],
  ]
  return Object.fromEntries(all.filter(({ id }) => used.has(id)).map(({ id, label }) => [id, label]))
}
