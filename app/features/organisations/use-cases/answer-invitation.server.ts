/** Somebody follows the link of an invitation: with the account of that address, or by making one. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Passwords } from '~/platform/auth/password.server'
import type { Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { TRIES } from '../../accounts/domain/tries'
import { emailConfirmed } from '../../accounts/events'
import type { AccountStore } from '../../accounts/store.server'
import { refuseEasyPassword } from '../../accounts/use-cases/refuse-easy-password.server'
import type { ColleagueStore, Invitation } from '../colleague-store.server'
import { LIMITS } from '../domain/organisation'
import { invitationGone, invitationOfAnother, signInToAccept, tooManyOrganisations } from '../errors'
import { colleagueJoined } from '../events'

type Stores = {
  readonly colleagues: ColleagueStore
  readonly links: LinkStore
  readonly accounts: AccountStore
  readonly outbox: Outbox
}
export type AnswerInvitationNeeds = {
  readonly transact: Transact<Stores>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
  readonly passwords: Pick<Passwords, 'hash' | 'isCommon'>
  readonly limits: Pick<Limits, 'take'>
}

/** For the page that asks. Uses nothing up. @throws AppError gone. */
export async function openInvitation(
  needs: Pick<AnswerInvitationNeeds, 'links' | 'clock'> & {
    readonly transact: Transact<Pick<Stores, 'links' | 'colleagues'>>
  },
  token: unknown,
): Promise<Invitation> {
  const now = needs.clock.now()
  const linkId = needs.links.read('join-organisation', token, now)
  if (!linkId) throw invitationGone()
  return needs.transact(async ({ links, colleagues }) => {
    const link = await links.look('join-organisation', linkId, now)
    const invitation = link && (await colleagues.invitation(link.subjectId, now))
    if (!invitation) throw invitationGone()
    return invitation
  })
}

/**
 * Uses the link up. Who has the mail has the address, so an address that was not confirmed is so by this.
 * @throws AppError 401; gone; 403 for an account of another address; conflict `organisation.too-many`.
 */
export async function acceptInvitation(
  needs: AnswerInvitationNeeds,
  actor: Actor,
  token: unknown,
): Promise<OrganisationId> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { organisationId } = await answer(needs, token, async ({ accounts, outbox }, { email }, now) => {
    const account = await accounts.ofId(actor.userId)
    if (account?.email.toLowerCase() !== email.toLowerCase()) throw invitationOfAnother()
    if (await accounts.confirmEmail(account.id, account.email, now))
      await outbox.append(emailConfirmed(account.id))
    return account.id
  })
  return organisationId
}

export type AccountByInvitation = {
  readonly token: string
  readonly name: string
  readonly password: string
  readonly locale: Locale
  readonly clientAddress: string
}

/**
 * An account with the address that the mail went to, which is confirmed by that. Uses the link up; a password that is
 * refused leaves it as it is.
 * @throws AppError gone; too-many; invalid `account.password-…`; conflict `organisation.sign-in-to-accept` when the
 * address has an account by now.
 */
export async function accountByInvitation(
  needs: AnswerInvitationNeeds,
  { token, name, password, locale, clientAddress }: AccountByInvitation,
): Promise<{ readonly userId: UserId; readonly email: string; readonly organisationId: OrganisationId }> {
  const { email } = await openInvitation(needs, token)
  await refuseEasyPassword(needs.passwords, password, [name, email])
  await needs.limits.take(TRIES.signUpAddress, clientAddress)
  const passwordHash = await needs.passwords.hash(password)
  return answer(needs, token, async ({ accounts, outbox }, invitation, now) => {
    const userId = await accounts.create({ name, email: invitation.email, passwordHash, locale }, now)
    if (userId === null) throw signInToAccept()
    await accounts.confirmEmail(userId, invitation.email, now)
    await outbox.append(emailConfirmed(userId))
    return userId
  })
}

async function answer(
  { links: signed, transact, clock }: AnswerInvitationNeeds,
  token: unknown,
  accountOf: (stores: Stores, invitation: Invitation, now: Date) => Promise<UserId>,
) {
  const now = clock.now()
  const linkId = signed.read('join-organisation', token, now)
  if (!linkId) throw invitationGone()
  return transact(async (stores) => {
    const { links, colleagues, outbox } = stores
    const link = await links.look('join-organisation', linkId, now)
    const invited = link && (await colleagues.invitation(link.subjectId, now))
    if (!invited) throw invitationGone()
    // The organisation first, as who invites does: two that wait for each other would stop both.
    const people = await colleagues.lock(invited.organisationId)
    const isFirst = (await links.use('join-organisation', linkId, now)) !== null
    const invitation = isFirst ? await colleagues.invitation(invited.id, now) : null
    if (!people || !invitation) throw invitationGone()
    const { id, organisationId, email, role } = invitation
    const userId = await accountOf(stores, invitation, now)
    await colleagues.endInvitation(organisationId, id)
    const answered = { userId, email, organisationId }
    // Who came another way meanwhile keeps the role that it gave.
    if (people.some((colleague) => colleague.userId === userId)) return answered
    await colleagues.set(organisationId, userId, role, now)
    if ((await colleagues.countOf(userId)) > LIMITS.memberships)
      throw tooManyOrganisations(LIMITS.memberships)
    await outbox.append(colleagueJoined(organisationId, userId))
    return answered
  })
}
