/** Somebody comes from another sign-in service: known, new, or with an address that has an account here. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { OidcPerson } from '~/platform/auth/oidc.server'
import type { Transact } from '~/platform/db/client.server'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { MembershipStore } from '../../schools/membership-store.server'
import { LIMITS } from '../domain/account'
import { isProofFresh } from '../domain/proof'
import { linkGone, serviceWithoutEmail } from '../errors'
import { identityAsked, identityJoined, identityRemoved, signedUpByService } from '../events'
import type { IdentityStore } from '../identity-store.server'
import type { AccountStore } from '../store.server'
import { confirmByLink } from './confirm-by-link.server'
import { requireProof } from './require-proof.server'

type Stores = {
  readonly accounts: AccountStore
  readonly identities: IdentityStore
  readonly schoolMembers: MembershipStore
  readonly links: LinkStore
  readonly outbox: Outbox
}
export type ServiceNeeds = {
  readonly transact: Transact<Stores>
  readonly links: Links
  readonly clock: Clock
}

export type ByService = {
  readonly person: OidcPerson
  readonly locale: Locale
  /** Who is signed in here, and when that was last proven: joins the two without a mail. */
  readonly here: { readonly userId: UserId; readonly provenAt: Date } | null
}

/**
 * Who is known comes in. A new address makes an account, at the school that the service tells. An address that has an
 * account is joined to it only when the service has verified it and its owner shows here as well who it is: by a fresh
 * sign-in, or by a link of a mail.
 * @returns `mail`: the owner of the account has to press the link first.
 * @throws AppError 422 `account.service-without-email` when the service does not say that the address is verified.
 */
export async function signInByService(
  { transact, clock }: ServiceNeeds,
  { person, locale, here }: ByService,
): Promise<{ readonly way: 'in'; readonly userId: UserId } | { readonly way: 'mail' }> {
  const now = clock.now()
  return transact(async (stores) => {
    const { accounts, identities, outbox } = stores
    const owner = await identities.ownerOf(person)
    if (owner) return { way: 'in', userId: owner }
    const { email, emailVerified } = person
    if (email === null || !emailVerified || email.length > LIMITS.email) throw serviceWithoutEmail()
    const branchId = await identities.branchOf(person.school)
    const account = await accounts.ofEmail(email)
    if (!account) {
      const name = (person.name ?? email.split('@')[0] ?? email).slice(0, LIMITS.name)
      const userId = await accounts.create({ name, email, passwordHash: null, locale }, now)
      if (userId === null) throw serviceWithoutEmail()
      await accounts.confirmEmail(userId, email, now)
      await outbox.append(signedUpByService(userId))
      await join(stores, await identities.ask(userId, toIdentity(person, branchId), now), now)
      return { way: 'in', userId }
    }
    const id = await identities.ask(account.id, toIdentity(person, branchId), now)
    const isOwner =
      here?.userId === account.id && account.emailVerifiedAt !== null && isProofFresh(here.provenAt, now)
    if (!isOwner) {
      await outbox.append(identityAsked(account.id, id))
      return { way: 'mail' }
    }
    await join(stores, id, now)
    return { way: 'in', userId: account.id }
  })
}

const toIdentity = ({ provider, subject }: OidcPerson, branchId: string | null) => ({
  provider,
  subject,
  branchId,
})

/**
 * Uses the link of the mail up: whoever has the mailbox has the account. A password that somebody chose before the address
 * was confirmed opens nothing any more.
 * @throws AppError 410 `account.link-gone`.
 */
export async function joinByLink(
  { transact, links: signed, clock }: ServiceNeeds,
  { token }: { readonly token: string },
): Promise<UserId> {
  const now = clock.now()
  const id = signed.read('join-service', token, now)
  if (id === null) throw linkGone()
  return transact(async (stores) => {
    const { accounts, links } = stores
    const link = await links.use('join-service', id, now)
    const userId = link && (await join(stores, link.subjectId, now))
    const account = userId && (await accounts.ofId(userId))
    if (!account || link?.payload.email !== account.email) throw linkGone()
    await confirmByLink(stores, account, now)
    return account.id
  })
}

/** @throws AppError 401; 404 for one that is not one's own. */
export async function leaveService(
  { transact, clock }: ServiceNeeds,
  actor: Actor,
  { identity, provenAt }: { readonly identity: string; readonly provenAt: Date },
): Promise<void> {
  const { userId } = requireProof(actor, provenAt, clock.now())
  await transact(async ({ identities, outbox }) => {
    if (!(await identities.remove(userId, identity))) throw notFound('account.no-identity')
    await outbox.append(identityRemoved(userId))
  })
}

/** The service vouches for the school, so nobody there has to say yes. @returns `null` when it was joined before. */
async function join(
  { identities, schoolMembers, outbox }: Stores,
  id: string,
  now: Date,
): Promise<UserId | null> {
  const joined = await identities.confirm(id, now)
  if (!joined) return null
  const { userId, branchId } = joined
  const branch = branchId === null ? null : await schoolMembers.lock(branchId)
  if (branch && !branch.members.some((member) => member.userId === userId))
    await schoolMembers.admit(branch.id, userId, branch.members.length === 0 ? 'lead' : 'member', now)
  await outbox.append(identityJoined(userId))
  return userId
}
