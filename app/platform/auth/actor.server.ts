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
import { pageOf, signInPath } from '~/platform/http/respond.server'
import { authParts } from './auth-parts.server'
import { type CurrentSession, currentSession } from './session.server'

/** What the header of every page shows of the reader. */
export type Reader = {
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly isDemo: boolean
  /** An administrator looks through this reader's eyes until then; `null`: it is the reader. */
  readonly lookedAtUntil: Date | null
  /** Notifications, at most a hundred. */
  readonly unread: number
  /** Mails to the address do not arrive. */
  readonly mailFails: boolean
  /** Conversations with something new, 99 at most. */
  readonly unreadConversations: number
}

/**
 * What somebody who coordinates or administers still owes before anything else: `two-step`: to set the second step up;
 * `second-step`: to take it in this browser.
 */
export type Owed = 'two-step' | 'second-step'

export type SignedIn = {
  readonly actor: SignedInActor
  readonly reader: Reader
  readonly session: CurrentSession
  readonly hasTwoStep: boolean
  readonly owes: Owed | null
}

type Row = {
  readonly id: UserId
  readonly lookedAtUntil: Date | null
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly isDemo: boolean
  readonly hasTwoStep: boolean
  readonly unread: number
  readonly mailFails: boolean
  readonly emailVerified: boolean
  readonly isAdministrator: boolean
  readonly unreadConversations: number
  readonly schools: readonly (readonly [BranchId, MembershipRole])[]
  readonly organisations: readonly (readonly [OrganisationId, OrganisationRole])[]
  readonly loadsFor: readonly (readonly [OrganisationId, OrganisationId])[]
  readonly regions: readonly RegionId[]
}

/** At most two statements, however many loaders ask. */
export async function actorOf(request: Request): Promise<Actor> {
  return (await sessionOf(request))?.actor ?? ANONYMOUS
}

/** @returns the name of the reader, `null` for a visitor. Costs nothing after `actorOf`. */
export async function readerOf(request: Request): Promise<Reader | null> {
  return (await sessionOf(request))?.reader ?? null
}

/** @throws a redirect to sign-in that comes back here, or to what is owed first. */
export async function requireUser(request: Request): Promise<SignedInActor> {
  return (await requireSession(request)).actor
}

/**
 * For pages about the session itself.
 * @throws a redirect to sign-in that comes back here, or to what is owed first.
 */
export async function requireSession(request: Request): Promise<SignedIn> {
  const known = await signedIn(request)
  if (known?.owes) throw redirect(owedPath(known.owes, request))
  if (known) return known
  throw redirect(signInPath(request))
}

/** @returns the session of this browser and whose it is, `null` for a visitor and for who owes a second step. */
export async function sessionOf(request: Request): Promise<SignedIn | null> {
  const known = await signedIn(request)
  return known?.owes ? null : known
}

/**
 * For the few pages on which the second step is set up or taken: whoever owes it may do nothing else.
 * @throws a redirect to sign-in that comes back here.
 */
export async function requireOwing(request: Request): Promise<SignedIn> {
  const known = await signedIn(request)
  if (known) return known
  throw redirect(signInPath(request))
}

/** @returns where somebody has to go first who is signed in and owes a second step; `null`: nowhere. */
export async function owedPathOf(request: Request): Promise<string | null> {
  const known = await signedIn(request)
  return known?.owes ? owedPath(known.owes, request) : null
}

/** The page asked for comes after it; from the sign-in page, the one that it leads to. */
function owedPath(owes: Owed, request: Request): string {
  const here = pageOf(request)
  const asked = new URL(here, 'http://own.invalid')
  const to = asked.pathname === '/sign-in' ? (asked.searchParams.get('to') ?? '/account') : here
  const page = owes === 'two-step' ? '/account/two-step' : '/account/confirm'
  return `${page}?to=${encodeURIComponent(to)}`
}

async function signedIn(request: Request): Promise<SignedIn | null> {
  return oncePerRequest('signed-in', async () => {
    const session = await currentSession(request)
    const known = session === null ? null : await load(session)
    if (!known) return null
    const { userId: acts, impersonatedBy } = known.actor
    if (impersonatedBy === undefined) nameActing({ kind: 'user', userId: acts })
    else nameActing({ kind: 'user', userId: impersonatedBy, asUserId: acts })
    return known
  })
}

async function load(session: CurrentSession): Promise<SignedIn | null> {
  const { userId } = session
  const [row] = await authParts().db.$queryRaw<Row[]>`
    SELECT u.id, i.ends_at AS "lookedAtUntil", u.name, u.email::text, u.locale, u.is_demo AS "isDemo",
      u.email_verified_at IS NOT NULL AS "emailVerified", u.is_administrator AS "isAdministrator",
      EXISTS (SELECT FROM totp_secret WHERE user_id = u.id AND confirmed_at IS NOT NULL) AS "hasTwoStep",
      (SELECT count(*)::int FROM (SELECT 1 FROM notification WHERE user_id = u.id AND read_at IS NULL LIMIT 100) n) AS unread,
      EXISTS (SELECT 1 FROM mail_trouble
        WHERE address_hash = encode(sha256(convert_to(lower(u.email::text), 'UTF8')), 'hex')) AS "mailFails",
      (SELECT coalesce(json_agg(json_build_array(branch_id, role)), '[]') FROM school_membership
        WHERE user_id = u.id) AS schools,
      (SELECT coalesce(json_agg(json_build_array(organisation_id, role)), '[]') FROM organisation_membership
        WHERE user_id = u.id) AS organisations,
      (SELECT coalesce(json_agg(json_build_array(d.organisation_id, d.partner_id)), '[]') FROM load_delegation d
        JOIN organisation_membership p ON p.organisation_id = d.partner_id AND p.role <> 'viewer'
        WHERE p.user_id = u.id AND d.revoked_at IS NULL) AS "loadsFor",
      ARRAY(SELECT region_id FROM coordinator_region WHERE user_id = u.id) AS regions,
      (SELECT count(*)::int FROM (
        SELECT c.id FROM school_membership s JOIN conversation c ON c.branch_id = s.branch_id
        LEFT JOIN conversation_participant p ON p.conversation_id = c.id AND p.user_id = u.id
        WHERE s.user_id = u.id AND c.company_last_at > coalesce(p.read_at, '-infinity')
        UNION SELECT c.id FROM organisation_membership o JOIN conversation c ON c.organisation_id = o.organisation_id
        LEFT JOIN conversation_participant p ON p.conversation_id = c.id AND p.user_id = u.id
        WHERE o.user_id = u.id AND c.school_last_at > coalesce(p.read_at, '-infinity') LIMIT 99) n) AS "unreadConversations"
    FROM app_user s
    LEFT JOIN impersonation i ON i.session_id = ${session.row} AND i.ends_at > now() AND s.is_administrator
    JOIN app_user u ON u.id = coalesce(i.user_id, s.id)
    WHERE s.id = ${userId}::uuid AND s.blocked_at IS NULL AND (i.user_id IS NULL OR NOT u.is_administrator)`
  if (!row) return null
  return {
    actor: {
      kind: 'user',
      userId: row.id,
      ...(row.lookedAtUntil && { impersonatedBy: userId }),
      emailVerified: row.emailVerified,
      schools: new Map(row.schools),
      organisations: new Map(row.organisations),
      loadsFor: new Map(row.loadsFor),
      regions: new Set(row.regions),
      isAdministrator: row.isAdministrator,
    },
    reader: {
      name: row.name,
      email: row.email,
      locale: row.locale,
      isDemo: row.isDemo,
      lookedAtUntil: row.lookedAtUntil,
      unread: row.unread,
      mailFails: row.mailFails,
      unreadConversations: row.unreadConversations,
    },
    session,
    hasTwoStep: row.hasTwoStep,
    owes: owedBy(row, session),
  }
}

function owedBy(row: Row, session: CurrentSession): Owed | null {
  // Who looks through somebody's eyes took the own second step.
  if (row.lookedAtUntil || (row.regions.length === 0 && !row.isAdministrator)) return null
  if (row.hasTwoStep) return session.isTwoFactor ? null : 'second-step'
  return row.isDemo && authParts().demoPeopleAreExempt ? null : 'two-step'
}
