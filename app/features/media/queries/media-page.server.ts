/** The page on which a company puts pictures and files at an offer. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { offerSlug } from '~/features/finder/domain/offer-address'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type Gap, gapsForPublication } from '../../offers/domain/gaps'
import { canChange, type OfferState } from '../../offers/domain/offer-states'
import { notFrom } from '../../offers/errors'
import { type FileScan, isGiven, type OfferFile } from '../domain/offer-file'
import type { OfferPicture } from '../domain/offer-picture'
import { mediaNotFound } from '../errors'

export type MediaPage = {
  readonly offer: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly state: OfferState
    readonly organisationId: string
  }
  /** What other steps still lack. */
  readonly gaps: readonly Gap[]
  readonly pictures: readonly OfferPicture[]
  readonly files: readonly (Omit<OfferFile, 'key'> & {
    /** Whether schools get it once the offer is before them. */
    readonly isGiven: boolean
  })[]
}

/** What gaps are judged by. */
const JUDGED = {
  kind: true,
  location: true,
  summary: true,
  description: true,
  topicIds: true,
  levels: true,
  durationMinutes: true,
  languages: true,
  sessionsPerYear: true,
  materialUrl: true,
} as const

/** @throws AppError 401; 404 for what is not the actor's; conflict `offer.is-archived`. */
export async function mediaPage(
  { db, scanFile }: { readonly db: Pick<Db, 'offer'>; readonly scanFile: unknown },
  actor: Actor,
  id: string,
): Promise<MediaPage> {
  if (!isUuid(id)) throw mediaNotFound()
  const row = await db.offer.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      state: true,
      organisationId: true,
      ...JUDGED,
      pictures: {
        select: { id: true, alt: true, altEn: true, credit: true, sizes: true },
        orderBy: { position: 'asc' },
      },
      files: {
        select: { id: true, name: true, type: true, bytes: true, scan: true },
        orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
      },
    },
  })
  if (!row) throw mediaNotFound()
  allow(actor, 'offer.edit', { organisationId: row.organisationId as OrganisationId })
  if (!canChange(row.state)) throw notFrom(row.state)
  const { pictures, files, slug, title, state, organisationId } = row
  const content = {
    ...row,
    kind: row.kind.replace('_', '-') as OfferKind,
    location: row.location.replace('_', '-') as OfferLocation,
    levels: row.levels as unknown as readonly LevelYears[],
  }
  return {
    offer: { id, title, state, organisationId, slug: offerSlug(slug, id) },
    gaps: gapsForPublication(content, { hasFiles: files.some(({ scan }) => scan !== 'infected') }),
    pictures: pictures.map(({ sizes, ...picture }) => ({
      ...picture,
      sizes: sizes as unknown as OfferPicture['sizes'],
    })),
    files: files.map(({ scan, ...file }) => {
      const word: FileScan = scan === 'not_scanned' ? 'not-scanned' : scan
      return { ...file, scan: word, isGiven: isGiven(word, scanFile !== null) }
    }),
  }
}
