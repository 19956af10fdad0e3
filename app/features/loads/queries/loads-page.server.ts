/** The loads of one organisation, and where to bring a new one. */
import type { Actor } from '~/authorisation/actor'
import { allow, organisationsFor, partnerAt } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import type { LoadState } from '../domain/load'
import { loadNotFound } from '../errors'

export type LoadLine = {
  readonly id: string
  readonly fileName: string
  readonly state: LoadState
  /** `null`: the account is gone. */
  readonly by: string | null
  /** The organisation that loaded for the company; `null`: itself. */
  readonly partner: string | null
  /** A feed brought it. */
  readonly isFeed: boolean
  readonly createdAt: Date
  readonly counts: {
    readonly new: number
    readonly changed: number
    readonly same: number
    readonly wrong: number
  }
  readonly rows: number
}
export type LoadsPage = {
  readonly organisation: { readonly id: string; readonly name: string; readonly isVerified: boolean }
  /** The reader works for a partner that loads for it: its offers themselves are not theirs to see. */
  readonly asPartner: boolean
  /** The newest first, at most 50. */
  readonly loads: readonly LoadLine[]
}

/**
 * Two statements.
 * @param of which organisation; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who has no organisation, or asks for one that is not theirs.
 */
export async function loadsPage(
  { db }: { readonly db: Pick<Db, 'organisation' | 'offerLoad'> },
  actor: Actor,
  of: string | null,
): Promise<LoadsPage> {
  const organisation = await ownOrganisation(db, actor, of)
  const loads = await db.offerLoad.findMany({
    where: { organisationId: organisation.id },
    include: { byUser: { select: { name: true } }, partner: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })
  return {
    organisation,
    asPartner: partnerAt(actor, organisation.id as OrganisationId) !== null,
    loads: loads.map((load) => ({
      id: load.id,
      fileName: load.fileName,
      state: load.state,
      by: load.byUser?.name ?? null,
      partner: load.partner?.name ?? null,
      isFeed: load.feedId !== null,
      createdAt: load.createdAt,
      counts: {
        new: load.newCount,
        changed: load.changedCount,
        same: load.sameCount,
        wrong: load.wrongCount,
      },
      rows: load.rowCount,
    })),
  }
}

/** One statement. */
async function ownOrganisation(
  db: Pick<Db, 'organisation'>,
  actor: Actor,
  of: string | null,
): Promise<LoadsPage['organisation']> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw loadNotFound()
  if (of !== null) allow(actor, 'load.run', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? organisationsFor(actor, 'load.run') : [of] } },
    select: { id: true, name: true, verification: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw loadNotFound()
  return { id: row.id, name: row.name, isVerified: row.verification === 'verified' }
}
