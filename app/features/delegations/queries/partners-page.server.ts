/** Who may load for the organisation, for whom it may load, and who did: seen alike from both sides. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { AppError, notFound } from '~/kernel/errors'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type DelegationLine = {
  readonly id: string
  /** The other side. */
  readonly other: { readonly id: string; readonly name: string }
  readonly grantedOn: CalendarDate
  /** `null`: the account is gone. */
  readonly grantedBy: string | null
  readonly revokedOn: CalendarDate | null
  /** Loads that the partner brought, and the day of the last one. */
  readonly loads: number
  readonly lastLoadOn: CalendarDate | null
}

export type PartnersPage = {
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly isVerified: boolean }
  readonly mayManage: boolean
  /** The newest first, at most 100 of each. */
  readonly partners: readonly DelegationLine[]
  readonly members: readonly DelegationLine[]
}

type Needs = { readonly db: Pick<Db, 'organisation' | '$queryRaw'> }
type Row = Omit<DelegationLine, 'grantedOn' | 'revokedOn' | 'other' | 'lastLoadOn'> & {
  readonly isPartner: boolean
  readonly otherId: string
  readonly otherName: string
  readonly grantedAt: Date
  readonly revokedAt: Date | null
  readonly lastLoadAt: Date | null
}

const LINES_MAX = 100

/**
 * Two statements.
 * @param of which one of several; the first by name where nothing is asked.
 * @throws AppError 401; 404 for who does not work there.
 */
export async function partnersPage({ db }: Needs, actor: Actor, of: string | null): Promise<PartnersPage> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null && !isUuid(of)) throw notFound('organisation.not-found')
  if (of !== null) allow(actor, 'organisation.see', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? [...actor.organisations.keys()] : [of] } },
    select: { id: true, name: true, verification: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw notFound('organisation.not-found')
  const organisationId = row.id as OrganisationId
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.organisation_id = ${row.id}::uuid AS "isPartner", o.id AS "otherId", o.name AS "otherName",
      d.granted_at AS "grantedAt", u.name AS "grantedBy", d.revoked_at AS "revokedAt",
      (SELECT count(*)::int FROM offer_load l WHERE l.organisation_id = d.organisation_id AND l.partner_id = d.partner_id
        AND l.created_at >= d.granted_at AND (d.revoked_at IS NULL OR l.created_at <= d.revoked_at)) AS loads,
      (SELECT max(l.created_at) FROM offer_load l WHERE l.organisation_id = d.organisation_id
        AND l.partner_id = d.partner_id AND l.created_at >= d.granted_at
        AND (d.revoked_at IS NULL OR l.created_at <= d.revoked_at)) AS "lastLoadAt"
    FROM load_delegation d
    JOIN organisation o ON o.id = CASE WHEN d.organisation_id = ${row.id}::uuid THEN d.partner_id ELSE d.organisation_id END
    LEFT JOIN app_user u ON u.id = d.granted_by_id
    WHERE d.organisation_id = ${row.id}::uuid OR d.partner_id = ${row.id}::uuid
    ORDER BY d.revoked_at DESC NULLS FIRST, d.granted_at DESC, d.id LIMIT ${2 * LINES_MAX}`
  const lines = (isPartner: boolean) =>
    rows
      .filter((line) => line.isPartner === isPartner)
      .slice(0, LINES_MAX)
      .map(
        ({
          isPartner: _,
          otherId,
          otherName,
          grantedAt,
          revokedAt,
          lastLoadAt,
          ...line
        }): DelegationLine => ({
          ...line,
          other: { id: otherId, name: otherName },
          grantedOn: calendarDateOf(grantedAt),
          revokedOn: revokedAt && calendarDateOf(revokedAt),
          lastLoadOn: lastLoadAt && calendarDateOf(lastLoadAt),
        }),
      )
  return {
    organisation: { id: organisationId, name: row.name, isVerified: row.verification === 'verified' },
    mayManage: may(actor, 'delegation.manage', { organisationId }),
    partners: lines(true),
    members: lines(false),
  }
}
