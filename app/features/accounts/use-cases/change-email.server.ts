/** Another e-mail address: asked by its owner, confirmed at the new one, undone at the old one. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { TRIES } from '../domain/tries'
import type { EmailChangeStore } from '../email-change-store.server'
import { linkGone, sameEmail } from '../errors'
import { emailChangeAsked, emailChanged, emailChangeUndone } from '../events'
import type { IdentityStore } from '../identity-store.server'
import type { PasskeyStore } from '../passkey-store.server'
import type { SecurityStore } from '../security-store.server'
import type { AccountStore } from '../store.server'
import { requireProof } from './require-proof.server'

export type EmailChangeNeeds = {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly emailChanges: EmailChangeStore
    readonly keys: PasskeyStore
    readonly identities: IdentityStore
    readonly security: SecurityStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly links: Links
  readonly limits: Limits
  readonly clock: Clock
}

/**
 * The new address gets a mail with a link; one that has an account is told of that, and whoever asks sees the same.
 * @throws AppError 401; 422 `account.same-email`; 429.
 */
export async function askEmailChange(
  needs: EmailChangeNeeds,
  actor: Actor,
  { email, provenAt }: { readonly email: string; readonly provenAt: Date },
): Promise<void> {
  const now = needs.clock.now()
  const { userId } = requireProof(actor, provenAt, now)
  await needs.limits.take(TRIES.emailChange, userId)
  await needs.transact(async ({ accounts, emailChanges, outbox }) => {
    const account = await accounts.ofId(userId)
    if (!account || account.email.toLowerCase() === email.toLowerCase()) throw sameEmail()
    const id = await emailChanges.ask(userId, { oldEmail: account.email, newEmail: email }, now)
    await outbox.append(emailChangeAsked(userId, id))
  })
}

/**
 * From now on the new address is the one. Links that were mailed to the old one open nothing, but for the one that undoes
 * this.
 * @throws AppError 410 `account.link-gone`, also when somebody has the address by now.
 */
export async function confirmEmailChange(
  needs: EmailChangeNeeds,
  { token }: { readonly token: string },
): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('change-email', token, now)
  if (id === null) throw linkGone()
  await needs.transact(async ({ accounts, emailChanges, links, outbox }) => {
    const link = await links.use('change-email', id, now)
    const change = link && (await emailChanges.confirm(link.subjectId, now))
    if (!change) throw linkGone()
    const { userId, oldEmail, newEmail } = change
    if (!(await accounts.changeEmail(userId, oldEmail, newEmail, now))) throw linkGone()
    for (const purpose of ['reset-password', 'sign-in', 'verify-email'] as const)
      await links.withdraw(purpose, userId, now)
    await outbox.append(emailChanged(userId, change.id))
  })
}

/**
 * The old address is the one again, and whoever changed it is out: all sessions end, the password opens nothing, and what
 * was added since (second step, passkeys) is gone. The owner chooses a new password by mail.
 * @throws AppError 410 `account.link-gone`, also when another account has the old address by now.
 */
export async function undoEmailChange(
  needs: EmailChangeNeeds,
  { token }: { readonly token: string },
): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('undo-email', token, now)
  if (id === null) throw linkGone()
  await needs.transact(async (stores) => {
    const { accounts, emailChanges, keys, identities, security, links, outbox } = stores
    const link = await links.use('undo-email', id, now)
    const change = link && (await emailChanges.undo(link.subjectId, now))
    if (!change) throw linkGone()
    const { userId, oldEmail, askedAt } = change
    if (!(await accounts.changeEmail(userId, null, oldEmail, now))) throw linkGone()
    await accounts.setPassword(userId, null)
    await accounts.endSessions(userId, null)
    await keys.removeSince(userId, askedAt)
    await identities.removeSince(userId, askedAt)
    if (await security.isTwoStepSince(userId, askedAt)) await security.dropTwoStep(userId)
    for (const purpose of ['reset-password', 'sign-in'] as const) await links.withdraw(purpose, userId, now)
    await outbox.append(emailChangeUndone(userId))
  })
}
