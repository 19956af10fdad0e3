/** An owner asks somebody by mail to come and work for the organisation here, or takes that back. */
import type { Actor, OrganisationRole } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { ColleagueStore } from '../colleague-store.server'
import { COLLEAGUES, INVITING } from '../domain/colleagues'
import { alreadyColleague, colleagueNotFound, organisationNotFound, tooManyColleagues } from '../errors'
import { colleagueInvited } from '../events'

export type InviteColleagueNeeds = {
  readonly transact: Transact<{
    readonly colleagues: ColleagueStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly limits: Pick<Limits, 'take'>
  readonly clock: Clock
}

export type InviteColleague = {
  readonly organisationId: string
  readonly email: string
  readonly role: OrganisationRole
  /** Of the mail, where the address has no account. */
  readonly locale: string
}

/**
 * Whether the address has an account is not told. Asking the same address again ends the former link and sends a new one.
 * @throws AppError 401; 403; 404; `too-many` (429); conflict `organisation.already-colleague`,
 * `organisation.too-many-colleagues`.
 */
export async function inviteColleague(
  needs: InviteColleagueNeeds,
  actor: Actor,
  { organisationId: id, email, role, locale }: InviteColleague,
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const organisationId = id as OrganisationId
  allow(actor, 'organisation.manage-colleagues', { organisationId })
  await needs.limits.take(INVITING, organisationId)
  const now = needs.clock.now()
  const expiresAt = new Date(now.getTime() + COLLEAGUES.invitationDays * 86_400_000)
  await needs.transact(async ({ colleagues, links, outbox }) => {
    const people = await colleagues.lock(organisationId)
    if (!people) throw organisationNotFound()
    if (await colleagues.isColleague(organisationId, email)) throw alreadyColleague()
    if (people.length + (await colleagues.countInvitations(organisationId)) >= COLLEAGUES.max)
      throw tooManyColleagues(COLLEAGUES.max)
    const invitation = { organisationId, email, role, invitedById: actor.userId, locale }
    const invitationId = await colleagues.invite({ ...invitation, invitedAt: now, expiresAt })
    await links.withdraw('join-organisation', invitationId, now)
    await outbox.append(colleagueInvited(invitationId))
  })
}

/** Its link opens nothing any more. @throws AppError 401; 403; 404 for one of another organisation. */
export async function withdrawInvitation(
  needs: InviteColleagueNeeds,
  actor: Actor,
  input: { readonly organisationId: string; readonly id: string },
): Promise<void> {
  const organisationId = input.organisationId as OrganisationId
  allow(actor, 'organisation.manage-colleagues', { organisationId })
  const now = needs.clock.now()
  await needs.transact(async ({ colleagues, links }) => {
    if (!(await colleagues.endInvitation(organisationId, input.id))) throw colleagueNotFound()
    await links.withdraw('join-organisation', input.id, now)
  })
}
