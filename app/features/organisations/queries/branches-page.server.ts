/** The branches of the organisation, with how many offers are at each. Two statements. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { AppError, notFound } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { BRANCHES, type BranchFacts } from '../domain/branch'

export type BranchesPage = {
  readonly organisation: {
    readonly id: OrganisationId
    readonly name: string
    readonly postcode: string
    readonly placeName: string
  }
  readonly mayEdit: boolean
  /** By name. */
  readonly branches: readonly (BranchFacts & {
    readonly id: string
    readonly placeName: string
    /** Not the archived ones. */
    readonly offers: number
  })[]
}

/**
 * @param of which one of several; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who does not work there.
 */
export async function branchesPage(
  db: Pick<Db, 'organisation'>,
  actor: Actor,
  of: string | null,
): Promise<BranchesPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw notFound('organisation.not-found')
  if (of !== null) allow(actor, 'organisation.see', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? [...actor.organisations.keys()] : [of] } },
    select: {
      id: true,
      name: true,
      postcode: true,
      placeName: true,
      branches: {
        select: {
          id: true,
          name: true,
          address: true,
          postcode: true,
          branchNumber: true,
          placeName: true,
          _count: { select: { offers: { where: { state: { not: 'archived' } } } } },
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: BRANCHES.max,
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw notFound('organisation.not-found')
  const { branches, id, ...facts } = row
  const organisationId = id as OrganisationId
  return {
    organisation: { id: organisationId, ...facts },
    mayEdit: may(actor, 'organisation.edit', { organisationId }),
    branches: branches.map(({ _count, ...branch }) => ({ ...branch, offers: _count.offers })),
  }
}
