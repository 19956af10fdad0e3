/** Who sends this request. Asked as often as one likes, read once per request. */
import { redirect } from '@remix-run/node'
import {
  type Actor,
  ANONYMOUS,
  type MembershipRole,
  type OrganisationRole,
  type SignedInActor,
} from '~/authorisation/actor'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import { nameActing, oncePerRequest } from '~/platform/http/request-context.server'
import { signInPath } from '~/platform/http/respond.server'
import { authParts } from './auth-parts.server'
import { signedInUser } from './session.server'

/** What the header of every page shows of the reader. */
export type Reader = {
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly isDemo: boolean
}

type SignedIn = { readonly actor: SignedInActor; readonly reader: Reader }

type Row = {
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly isDemo: boolean
  readonly emailVerified: boolean
  readonly isAdministrator: boolean
  readonly schools: readonly (readonly [BranchId, MembershipRole])[]
  readonly organisations: readonly (readonly [OrganisationId, OrganisationRole])[]
  readonly loadsFor: readonly (readonly [OrganisationId, OrganisationId])[]
  readonly regions: readonly RegionId[]
}

/** At most two statements, however many loaders ask. */
export async function actorOf(request: Request): Promise<Actor> {
  return (await signedIn(request))?.actor ?? ANONYMOUS
}

/** @returns the name of the reader, `null` for a visitor. Costs nothing after `actorOf`. */
export async function readerOf(request: Request): Promise<Reader | null> {
  return (await signedIn(request))?.reader ?? null
}

/** @throws a redirect to sign-in that comes back here. */
export async function requireUser(request: Request): Promise<SignedInActor> {
  const known = await signedIn(request)
  if (known) return known.actor
  throw redirect(signInPath(request))
}

async function signedIn(request: Request): Promise<SignedIn | null> {
  return oncePerRequest('signed-in', async () => {
    const userId = await signedInUser(request)
    const known = userId === null ? null : await load(userId)
    if (known) nameActing({ kind: 'user', userId: known.actor.userId })
    return known
  })
}

async function load(userId: UserId): Promise<SignedIn | null> {
  const [row] = await authParts().db.$queryRaw<Row[]>`
    SELECT u.name, u.email::text, u.locale, u.is_demo AS "isDemo", u.email_verified_at IS NOT NULL AS "emailVerified",
      u.is_administrator AS "isAdministrator",
      (SELECT coalesce(json_agg(json_build_array(branch_id, role)), '[]') FROM school_membership
        WHERE user_id = u.id) AS schools,
      (SELECT coalesce(json_agg(json_build_array(organisation_id, role)), '[]') FROM organisation_membership
        WHERE user_id = u.id) AS organisations,
      (SELECT coalesce(json_agg(json_build_array(d.organisation_id, d.partner_id)), '[]') FROM load_delegation d
        JOIN organisation_membership p ON p.organisation_id = d.partner_id AND p.role <> 'viewer'
        WHERE p.user_id = u.id AND d.revoked_at IS NULL) AS "loadsFor",
      ARRAY(SELECT region_id FROM coordinator_region WHERE user_id = u.id) AS regions
    FROM app_user u WHERE u.id = ${userId}::uuid`
  if (!row) return null
  return {
    actor: {
      kind: 'user',
      userId,
      emailVerified: row.emailVerified,
      schools: new Map(row.schools),
      organisations: new Map(row.organisations),
      loadsFor: new Map(row.loadsFor),
      regions: new Set(row.regions),
      isAdministrator: row.isAdministrator,
    },
    reader: { name: row.name, email: row.email, locale: row.locale, isDemo: row.isDemo },
  }
}
