/**
 * The one table of who may do what to what (actor × action × subject). Use cases ask it through `allow`
 * before they load more than the subject; pages ask `may` only to hide a button.
 * A rule sees only the actor and the few facts of its subject; it never loads anything.
 */
import { AppError } from '~/kernel/errors'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import type { Actor, OrganisationRole, SignedInActor } from './actor'

type OfOrganisation = { readonly organisationId: OrganisationId }
type OfBranch = { readonly branchId: BranchId }
type OfRegions = { readonly regionIds: readonly RegionId[] }
/** Schools and companies of a project. */
type OfMembers = {
  readonly branchIds: readonly BranchId[]
  readonly organisationIds: readonly OrganisationId[]
}
/** Seen from both sides: the school that asks, the company that is asked, the regions that the school lies in. */
type OfBoth = OfBranch & OfOrganisation & OfRegions
type OfUser = { readonly userId: UserId }
/** Of the account with the confirmed address that it is mailed to, when there is one. */
type OfSavedSearch = { readonly userId: UserId | null }

/** What each action is done to. */
export type Subjects = {
  'organisation.create': Record<string, never>
  'organisation.see': OfOrganisation
  'organisation.edit': OfOrganisation
  'organisation.manage-colleagues': OfOrganisation
  'organisation.leave': OfOrganisation
  /** All of it ends; or it comes back. */
  'organisation.stop': OfOrganisation
  'organisation.verify': OfRegions
  'offer.create': OfOrganisation
  'offer.edit': OfOrganisation
  'offer.publish': OfOrganisation
  'offer.see-unpublished': OfOrganisation
  /** Tables and feeds of offers: by its own people, and by those of a partner that it let. */
  'load.run': OfOrganisation
  'delegation.manage': OfOrganisation
  'school.join': OfBranch
  'school.see-members': OfBranch
  'school.manage-members': OfBranch
  'account.edit': OfUser
  'saved-search.end': OfSavedSearch
  'request.post': OfBranch
  'request.see': OfBranch & OfRegions
  'request.edit': OfBranch
  /** A half-done one. */
  'request.draft': OfUser
  /** For a school or company that rang. */
  'request.enter': OfRegions
  'offer.enter': OfRegions
  'request.follow-up': OfRegions
  'proposal.send': OfBranch
  'proposal.answer': OfOrganisation
  /** An offer to a request of a school that did not ask. */
  'proposal.offer': OfOrganisation
  'proposal.answer-offered': OfBranch
  'proposal.see': OfBoth
  'booking.see': OfBoth
  /** By who is a party to it: with the people of both sides. */
  'booking.follow': OfBranch & OfOrganisation
  'booking.change': OfBranch & OfOrganisation
  /** A project with its files and meetings, by who takes part. */
  'project.see': OfMembers
  'project.work': OfMembers
  /** Who takes part and where it stands; by who is asked to take part too. */
  'project.see-outline': OfMembers & OfRegions
  /** By its two sides only: a coordinator does not read along. */
  'conversation.read': OfBranch & OfOrganisation
  'conversation.write': OfBranch & OfOrganisation
  'hold.answer': OfBranch
  /** By the company at which the place is kept. */
  'hold.decline': OfOrganisation
  'waiting-list.see': OfRegions
  'round.run': OfRegions
  'round.see': OfRegions
  'region.see-board': OfRegions
  'administration.enter': Record<string, never>
  'synonym.change': Record<string, never>
}
export type Action = keyof Subjects

type Rule<A extends Action> = (actor: SignedInActor, subject: Subjects[A]) => boolean

const works =
  (...roles: readonly OrganisationRole[]) =>
  (actor: SignedInActor, { organisationId }: OfOrganisation) => {
    const role = actor.organisations.get(organisationId)
    return role !== undefined && roles.includes(role)
  }
const owns = works('owner')
const edits = works('owner', 'editor')
const isMember = works('owner', 'editor', 'viewer')
const coordinates = (actor: SignedInActor, s: OfRegions) => s.regionIds.some((id) => actor.regions.has(id))
const isStaff = (actor: SignedInActor, s: OfBranch) => actor.schools.has(s.branchId)
const takesPart = (actor: SignedInActor, s: OfMembers) =>
  s.branchIds.some((id) => actor.schools.has(id)) ||
  s.organisationIds.some((id) => actor.organisations.has(id))
const isOfBoth = (actor: SignedInActor, s: OfBoth) =>
  isStaff(actor, s) || isMember(actor, s) || actor.isAdministrator || coordinates(actor, s)

const TABLE = {
  'organisation.create': (actor) => actor.emailVerified,
  'organisation.see': isMember,
  'organisation.edit': owns,
  'organisation.manage-colleagues': owns,
  'organisation.leave': isMember,
  'organisation.stop': owns,
  'organisation.verify': (actor, s) => actor.isAdministrator || coordinates(actor, s),
  'offer.create': edits,
  'offer.edit': edits,
  'offer.publish': edits,
  'offer.see-unpublished': isMember,
  'load.run': (actor, s) => edits(actor, s) || (actor.loadsFor?.has(s.organisationId) ?? false),
  'delegation.manage': owns,
  'school.join': () => true,
  'school.see-members': (actor, s) => actor.schools.has(s.branchId),
  'school.manage-members': (actor, s) => actor.schools.get(s.branchId) === 'lead',
  'account.edit': (actor, s) => actor.userId === s.userId,
  'saved-search.end': (actor, s) => actor.emailVerified && actor.userId === s.userId,
  'request.post': isStaff,
  'request.see': (actor, s) => isStaff(actor, s) || actor.isAdministrator || coordinates(actor, s),
  'request.edit': isStaff,
  'request.draft': (actor, s) => actor.userId === s.userId,
  // Who entered it is who knows the school: an administrator of the whole country is not.
  'request.enter': coordinates,
  'offer.enter': coordinates,
  'request.follow-up': (actor, s) => actor.isAdministrator || coordinates(actor, s),
  'proposal.send': isStaff,
  'proposal.answer': edits,
  'proposal.offer': edits,
  'proposal.answer-offered': isStaff,
  'proposal.see': isOfBoth,
  'booking.see': isOfBoth,
  'booking.follow': (actor, s) => isStaff(actor, s) || isMember(actor, s),
  'booking.change': (actor, s) => isStaff(actor, s) || edits(actor, s),
  'project.see': takesPart,
  'project.work': (actor, s) =>
    s.branchIds.some((id) => actor.schools.has(id)) ||
    s.organisationIds.some((organisationId) => edits(actor, { organisationId })),
  'project.see-outline': (actor, s) => takesPart(actor, s) || actor.isAdministrator || coordinates(actor, s),
  'conversation.read': (actor, s) => isStaff(actor, s) || isMember(actor, s),
  'conversation.write': (actor, s) => (isMember(actor, s) ? edits(actor, s) : isStaff(actor, s)),
  'hold.answer': isStaff,
  'hold.decline': edits,
  'waiting-list.see': (actor, s) => actor.isAdministrator || coordinates(actor, s),
  // A round gives away places in every region that it names, so all of them must be the coordinator's.
  'round.run': (actor, s) => s.regionIds.length > 0 && s.regionIds.every((id) => actor.regions.has(id)),
  'round.see': (actor, s) => actor.isAdministrator || s.regionIds.some((id) => actor.regions.has(id)),
  'region.see-board': (actor, s) => actor.isAdministrator || coordinates(actor, s),
  'administration.enter': (actor) => actor.isAdministrator,
  'synonym.change': (actor) => actor.isAdministrator,
} as const satisfies { [A in Action]: Rule<A> }

/** Every action, in the order of the table. */
export const ACTIONS = Object.keys(TABLE) as readonly Action[]

/** @returns whether the actor may do this to the subject. The system may do all; a visitor nothing of this table. */
export function may<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  return (TABLE[action] as Rule<A>)(actor, subject)
}

/** What opens or gives away access, and what is the person's own: not done by who looks through somebody's eyes. */
const OWN_ONLY: ReadonlySet<Action> = new Set([
  'account.edit',
  'organisation.manage-colleagues',
  'organisation.leave',
  'organisation.stop',
  'delegation.manage',
  'school.join',
  'school.manage-members',
])

/**
 * Asks the table and refuses.
 * @throws AppError `unauthenticated` (401) for a visitor; `forbidden` (403) `account.not-allowed` for who works at the
 * organisation or school that it belongs to, in a role that may not do this, and `account.not-while-looking` for who looks
 * through somebody's eyes; `not-found` (404) for what is not the actor's, so that a foreign id tells nothing.
 */
export function allow<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): void {
  if (actor.kind === 'user' && actor.impersonatedBy !== undefined && OWN_ONLY.has(action))
    throw new AppError('forbidden', 'account.not-while-looking')
  if (may(actor, action, subject)) return
  if (actor.kind === 'anonymous') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (actor.kind === 'user' && worksThere(actor, subject))
    throw new AppError('forbidden', 'account.not-allowed')
  throw new AppError('not-found', 'page.not-found')
}

function worksThere(actor: SignedInActor, subject: Subjects[Action]): boolean {
  return (
    ('organisationId' in subject && actor.organisations.has(subject.organisationId)) ||
    ('branchId' in subject && actor.schools.has(subject.branchId)) ||
    ('branchIds' in subject && takesPart(actor, subject as OfMembers))
  )
}

type OrganisationAction = { [A in Action]: Subjects[A] extends OfOrganisation ? A : never }[Action] &
  { [A in Action]: OfOrganisation extends Subjects[A] ? A : never }[Action]

/**
 * @returns the organisations of the actor at which the role allows this; none for who works nowhere.
 * @throws AppError 403 for who works somewhere, and nowhere in such a role.
 */
export function organisationsFor(actor: SignedInActor, action: OrganisationAction): OrganisationId[] {
  const all = [...actor.organisations.keys()]
  const allowed = all.filter((organisationId) => may(actor, action, { organisationId }))
  if (all.length > 0 && allowed.length === 0) throw new AppError('forbidden', 'account.not-allowed')
  return allowed
}

/** @returns the partner for which the actor loads there; `null` for who may as one of its own people, or not at all. */
export function partnerAt(actor: Actor, organisationId: OrganisationId): OrganisationId | null {
  if (actor.kind !== 'user' || edits(actor, { organisationId })) return null
  return actor.loadsFor?.get(organisationId) ?? null
}
