/** The page of material that is there for the taking: what it is, before and after it was taken. Two statements. */
import type { Actor } from '~/authorisation/actor'
import { offerSlug } from '~/features/finder/domain/offer-address'
import type { OfferPageFile } from '~/features/finder/domain/offer-page'
import { isGiven } from '~/features/media/domain/offer-file'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { mayTake } from '../domain/material'
import { offerNotFound } from '../errors'

export type MaterialPage = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly organisationName: string
  readonly location: OfferLocation
  /** Where it opens, e.g. `www.metaal.nl`; `null`: the company has not said where it is. */
  readonly host: string | null
  /** To take along. */
  readonly files: readonly OfferPageFile[]
  /** What is in it, where an invented company has no file. */
  readonly sheet: { readonly description: string; readonly preparation: string | null } | null
}

/** @throws AppError 404 as `takeMaterial` does. */
export async function materialPage(
  { db, scanFile }: { readonly db: Pick<Db, 'offer'>; readonly scanFile: unknown },
  actor: Actor,
  id: string,
): Promise<MaterialPage> {
  if (!isUuid(id)) throw offerNotFound()
  const row = await db.offer.findUnique({
    where: { id },
    select: {
      slug: true,
      title: true,
      summary: true,
      description: true,
      preparation: true,
      state: true,
      kind: true,
      location: true,
      materialUrl: true,
      isDemo: true,
      organisationId: true,
      organisation: { select: { name: true, verification: true } },
      files: {
        select: { id: true, name: true, type: true, bytes: true, scan: true },
        orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
      },
    },
  })
  if (!row) throw offerNotFound()
  const kind = row.kind.replace('_', '-') as OfferKind
  const location = row.location.replace('_', '-') as OfferLocation
  const isPublic = row.state === 'published' && row.organisation.verification === 'verified'
  const organisationId = row.organisationId as OrganisationId
  if (!mayTake(actor, { organisationId, isPublic, kind, location })) throw offerNotFound()
  const files = row.files
    .filter(({ scan }) => isGiven(scan === 'not_scanned' ? 'not-scanned' : scan, scanFile !== null))
    .map(({ scan, ...file }) => file)
  const { title, summary, description, preparation, materialUrl } = row
  return {
    id,
    slug: offerSlug(row.slug, id),
    title,
    summary,
    organisationName: row.organisation.name,
    location,
    host: materialUrl === null ? null : new URL(materialUrl).host,
    files,
    sheet: materialUrl === null && files.length === 0 && row.isDemo ? { description, preparation } : null,
  }
}
