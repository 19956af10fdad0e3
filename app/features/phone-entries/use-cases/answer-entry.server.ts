/** Who rang follows the link of the mail: makes an account of the school, or withdraws what was entered. */
import { SYSTEM } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
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
import { requestNotFound } from '../../requests/errors'
import { type WithdrawStores, withdrawIn } from '../../requests/use-cases/withdraw-request.server'
import { type JoinStores, joinIn } from '../../schools/use-cases/join-school.server'
import type { Contact } from '../domain/phone-entry'
import { accountMoved, entryLinkGone } from '../errors'
import type { PhoneEntryStore } from '../store.server'

type LinkStores = { readonly links: LinkStore; readonly phoneEntries: PhoneEntryStore }
type Stores = LinkStores & WithdrawStores & JoinStores & { readonly accounts: AccountStore }
export type AnswerEntryNeeds = {
  readonly transact: Transact<Stores>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
  readonly passwords: Passwords
  readonly limits: Limits
}

export type OpenedEntry = { readonly requestId: string; readonly contact: Contact }

/** For the page that asks. Writes nothing. @throws AppError gone. */
export async function openEntryLink(
  needs: Pick<AnswerEntryNeeds, 'links' | 'clock'> & { readonly transact: Transact<LinkStores> },
  token: unknown,
): Promise<OpenedEntry> {
  const now = needs.clock.now()
  const linkId = needs.links.read('entered-request', token, now)
  if (!linkId) throw entryLinkGone()
  return needs.transact(async ({ links, phoneEntries }) => {
    const link = await links.look('entered-request', linkId, now)
    const contact = link && (await phoneEntries.callerOf(link.subjectId))
    if (!link || !contact) throw entryLinkGone()
    return { requestId: link.subjectId, contact }
  })
}

/** Withdraws what has no booking, by the school's own rules. Uses the link up. @throws AppError gone, conflict. */
export async function withdrawByLink(needs: AnswerEntryNeeds, token: unknown): Promise<void> {
  const now = needs.clock.now()
  const linkId = needs.links.read('entered-request', token, now)
  if (!linkId) throw entryLinkGone()
  await needs.transact(async ({ links, ...stores }) => {
    const link = await links.use('entered-request', linkId, now)
    if (!link) throw entryLinkGone()
    await withdrawIn(stores, SYSTEM, link.subjectId, now)
  })
}

export type AccountByLink = {
  readonly token: string
  readonly name: string
  readonly password: string
  readonly locale: Locale
  readonly clientAddress: string
}

/**
 * An account with the address that the mail went to, which is verified by that, and of the school by the rules of coming
 * to one. Uses the link up; a password that is refused leaves it as it is.
 * @returns `asked`: the school has people of its own by now, and a lead has to say yes.
 * @throws AppError gone; too-many; invalid `account.password-…`; conflict when the address has an account by now.
 */
export async function accountByLink(
  needs: AnswerEntryNeeds,
  { token, name, password, locale, clientAddress }: AccountByLink,
): Promise<{
  readonly userId: UserId
  readonly email: string
  readonly requestId: string
  readonly way: 'joined' | 'asked'
}> {
  const { contact } = await openEntryLink(needs, token)
  await refuseEasyPassword(needs.passwords, password, [name, contact.email])
  await needs.limits.take(TRIES.signUpAddress, clientAddress)
  const passwordHash = await needs.passwords.hash(password)
  return byLink(needs, token, async (stores, now) => {
    const account = { name, email: contact.email, passwordHash, locale }
    const userId = await stores.accounts.create(account, now)
    if (userId === null) throw accountMoved()
    await stores.accounts.confirmEmail(userId, contact.email, now)
    await stores.outbox.append(emailConfirmed(userId))
    return userId
  })
}

/**
 * The address has an account already: who has the mail has the address, so that account comes to the school.
 * @throws AppError gone; conflict when it has none (any more) or its school limit is reached.
 */
export async function joinByLink(
  needs: AnswerEntryNeeds,
  token: unknown,
): Promise<{ readonly requestId: string; readonly way: 'joined' | 'asked' }> {
  const { contact } = await openEntryLink(needs, token)
  return byLink(needs, token, async ({ accounts }, now) => {
    const account = await accounts.ofEmail(contact.email)
    if (!account) throw accountMoved()
    await accounts.confirmEmail(account.id, account.email, now)
    return account.id
  })
}

async function byLink(
  { links: signed, transact, clock }: AnswerEntryNeeds,
  token: unknown,
  accountOf: (stores: Stores, now: Date) => Promise<UserId>,
) {
  const now = clock.now()
  const linkId = signed.read('entered-request', token, now)
  if (!linkId) throw entryLinkGone()
  return transact(async (stores) => {
    const link = await stores.links.use('entered-request', linkId, now)
    const contact = link && (await stores.phoneEntries.callerOf(link.subjectId))
    if (!link || !contact) throw entryLinkGone()
    const request = await stores.requests.lock(link.subjectId)
    if (!request) throw requestNotFound()
    const userId = await accountOf(stores, now)
    const way = await joinIn(stores, { userId, branchId: request.branchId }, now)
    await stores.phoneEntries.forgetContact(contact.email)
    return { userId, email: contact.email, requestId: request.id, way }
  })
}
