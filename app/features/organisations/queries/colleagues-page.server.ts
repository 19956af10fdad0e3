/** Who works at the organisation, who is invited, and what the reader may do about it. Two statements. */
import type { Actor, OrganisationRole } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError, notFound } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { COLLEAGUES } from '../domain/colleagues'

type Needs = { readonly db: Pick<Db, 'organisation'>; readonly clock: Clock }

export type ColleaguesPage = {
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly mayManage: boolean
  /** Owners first, then by name. */
  readonly colleagues: readonly {
    readonly userId: string
    readonly name: string
    readonly email: string
    readonly role: OrganisationRole
    readonly isSelf: boolean
  }[]
  /** Of the only owner: first somebody else has to become one. */
  readonly isLastOwner: boolean
  /** The first to expire first; none for who may not manage. */
  readonly invitations: readonly {
    readonly id: string
    readonly email: string
    readonly role: OrganisationRole
    readonly until: CalendarDate
    readonly hasExpired: boolean
  }[]
}

/**
 * @param of which one of several; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who does not work there.
 */
export async function colleaguesPage(
  { db, clock }: Needs,
  actor: Actor,
  of: string | null,
): Promise<ColleaguesPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw notFound('organisation.not-found')
  if (of !== null) allow(actor, 'organisation.see', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? [...actor.organisations.keys()] : [of] } },
    select: {
      id: true,
      name: true,
      memberships: {
        select: { role: true, user: { select: { id: true, name: true, email: true } } },
        orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
        take: COLLEAGUES.max,
      },
      invitations: { orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }], take: COLLEAGUES.max },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw notFound('organisation.not-found')
  const organisationId = row.id as OrganisationId
  const mayManage = may(actor, 'organisation.manage-colleagues', { organisationId })
  const owners = row.memberships.filter(({ role }) => role === 'owner')
  const now = clock.now()
  return {
    organisation: { id: organisationId, name: row.name },
    mayManage,
    colleagues: row.memberships.map(({ role, user }) => ({
      userId: user.id,
      name: user.name,
      email: user.email,
      role,
      isSelf: user.id === actor.userId,
    })),
    isLastOwner: owners.length === 1 && owners[0]?.user.id === actor.userId,
    invitations: mayManage
      ? row.invitations.map(({ id, email, role, expiresAt }) => ({
          id,
          email,
          role,
          until: calendarDateOf(expiresAt),
          hasExpired: expiresAt <= now,
        }))
      : [],
  }
}
