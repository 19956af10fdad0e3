/** Signing in without a password: a link by mail, for whoever has the mailbox. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { TRIES } from '../domain/tries'
import { linkGone } from '../errors'
import { signInLinkAsked } from '../events'
import type { AccountStore } from '../store.server'
import type { AskResetNeeds } from './ask-reset.server'
import { confirmByLink } from './confirm-by-link.server'
import { isWithin } from './is-within.server'

/**
 * The owner gets a mail with a link. An unknown address takes the same road and the same time; its event is about nobody.
 * @throws AppError 429 for too many from one address.
 */
export async function askSignInLink(
  needs: AskResetNeeds,
  input: { readonly email: string; readonly clientAddress: string; readonly isProven: boolean },
): Promise<void> {
  await needs.limits.take(input.isProven ? TRIES.forgotAddress : TRIES.forgotUnproven, input.clientAddress)
  if (!(await isWithin(needs.limits, TRIES.signInLinkMail, input.email))) return
  await needs.transact(async ({ accounts, outbox }) => {
    const account = await accounts.ofEmail(input.email)
    await outbox.append(signInLinkAsked(account?.id ?? randomUUID()))
  })
}

export type SignInByLinkNeeds = {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly links: Links
  readonly limits: Limits
  readonly clock: Clock
}

/**
 * Uses the link up. An address that waited for its confirmation is confirmed by it; whoever had signed up with it may
 * have been somebody else, so the password that was chosen then opens nothing any more and its sessions end.
 * @throws AppError 410 `account.link-gone`.
 */
export async function signInByLink(
  needs: SignInByLinkNeeds,
  { token }: { readonly token: string },
): Promise<UserId> {
  const now = needs.clock.now()
  const id = needs.links.read('sign-in', token, now)
  if (id === null) throw linkGone()
  return needs.transact(async ({ accounts, links, outbox }) => {
    const link = await links.use('sign-in', id, now)
    const account = link && (await accounts.ofId(link.subjectId))
    if (!link || !account || link.payload.email !== account.email) throw linkGone()
    await links.withdraw('sign-in', account.id, now)
    await confirmByLink({ accounts, outbox }, account, now)
    return account.id
  })
}
