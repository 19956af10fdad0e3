/** Who works at an organisation here, and what may become of it: it is never without an owner. */
import type { OrganisationRole } from '~/authorisation/actor'
import type { UserId } from '~/kernel/ids'

export const COLLEAGUES = {
  /** People and open invitations of one organisation. */
  max: 100,
  /** How long an invitation can be accepted. */
  invitationDays: 7,
  email: 254,
  /** Of the account that is made by an invitation: those of every account. */
  name: 100,
  passwordMin: 12,
  passwordMax: 200,
} as const

/** Mails to people who did not ask for one. */
export const INVITING = { name: 'invite-colleague', tries: 30, seconds: 24 * 60 * 60 } as const

export type Colleague = { readonly userId: UserId; readonly role: OrganisationRole }

export type ColleagueChange =
  | { readonly kind: 'role'; readonly userId: string; readonly role: OrganisationRole }
  | { readonly kind: 'remove'; readonly userId: string }
  /** The actor becomes an editor, the colleague the owner. */
  | { readonly kind: 'hand-over'; readonly userId: string }

/** `null`: works there no longer. */
export type NewRole = { readonly userId: UserId; readonly role: OrganisationRole | null }

export type ColleagueDecision =
  | { readonly ok: true; readonly changes: readonly NewRole[] }
  | { readonly ok: false; readonly reason: 'unknown' | 'last-owner' }

/**
 * @param actorId who asks; needed to hand over.
 * @returns what changes, nothing where it is so already; refused when nobody would own the organisation.
 */
export function decideChange(
  colleagues: readonly Colleague[],
  actorId: UserId,
  change: ColleagueChange,
): ColleagueDecision {
  const whom = colleagues.find(({ userId }) => userId === change.userId)
  if (!whom) return { ok: false, reason: 'unknown' }
  const asked = askedOf(whom.userId, actorId, change)
  const roles = new Map(colleagues.map(({ userId, role }) => [userId, role]))
  const changes = asked.filter(({ userId, role }) => role !== (roles.get(userId) ?? null))
  for (const { userId, role } of changes)
    if (role === null) roles.delete(userId)
    else roles.set(userId, role)
  if (![...roles.values()].includes('owner')) return { ok: false, reason: 'last-owner' }
  return { ok: true, changes }
}

function askedOf(userId: UserId, actorId: UserId, change: ColleagueChange): readonly NewRole[] {
  if (change.kind === 'remove') return [{ userId, role: null }]
  if (change.kind === 'role') return [{ userId, role: change.role }]
  if (userId === actorId) return []
  return [
    { userId, role: 'owner' },
    { userId: actorId, role: 'editor' },
  ]
}
