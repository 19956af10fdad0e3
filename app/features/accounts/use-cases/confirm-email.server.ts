/** Somebody follows the link of the mail and says yes: the address is his. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type Audience, isAudience } from '../domain/account'
import { linkGone } from '../errors'
import { emailConfirmed } from '../events'
import type { AccountStore } from '../store.server'

export type ConfirmEmailNeeds = {
  readonly transact: Transact<{
    readonly accounts: AccountStore
    readonly links: LinkStore
    readonly outbox: Outbox
  }>
  readonly links: Links
  readonly clock: Clock
}

/**
 * Uses the link up.
 * @returns what the person said to come for, `null` when that was not asked.
 * @throws AppError `gone` (410) `account.link-gone`, also when the account has another address by now.
 */
export async function confirmEmail(
  needs: ConfirmEmailNeeds,
  input: { readonly token: string },
): Promise<{ readonly audience: Audience | null }> {
  const now = needs.clock.now()
  const id = needs.links.read('verify-email', input.token, now)
  if (id === null) throw linkGone()
  return needs.transact(async ({ accounts, links, outbox }) => {
    const link = await links.use('verify-email', id, now)
    if (!link || !(await accounts.confirmEmail(link.subjectId, link.payload.email ?? '', now)))
      throw linkGone()
    await links.withdraw('verify-email', link.subjectId, now)
    await outbox.append(emailConfirmed(link.subjectId))
    const { audience } = link.payload
    return { audience: isAudience(audience) ? audience : null }
  })
}
