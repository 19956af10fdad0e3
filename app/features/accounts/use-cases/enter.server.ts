/** Somebody has shown who it is: a session, or first the second step. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { KnownBrowsers } from '~/platform/auth/known-browsers.server'
import type { Transact } from '~/platform/db/client.server'
import { accountBlocked } from '../errors'
import { signedInOnNewBrowser } from '../events'
import type { SecurityStore } from '../security-store.server'
import type { AccountStore } from '../store.server'

export type EnterNeeds = {
  readonly transact: Transact<{
    readonly security: SecurityStore
    readonly accounts: AccountStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly knownBrowsers: KnownBrowsers
  readonly startSession: (
    userId: UserId,
    request: Request,
    isTwoFactor: boolean,
  ) => Promise<{ readonly cookie: string; readonly row: string }>
  readonly beginSecondStep: (userId: UserId, to: string) => Promise<string>
}

export type Enter = {
  readonly userId: UserId
  /** Whether what was shown counts twice: a passkey, or the second step after the first. */
  readonly isTwoFactor: boolean
  /** Where to go on to afterwards; empty: where the person's work lies. */
  readonly to: string
  readonly request: Request
}

/**
 * Where the second step is on it comes first, whichever way somebody came: until then nobody is signed in. A browser that
 * is new to an account that was used before is told to its owner.
 * @returns the cookies to set. @throws AppError forbidden `account.blocked`.
 */
export async function enter(
  needs: EnterNeeds,
  { userId, isTwoFactor, to, request }: Enter,
): Promise<{ readonly next: 'in' | 'second-step'; readonly cookies: readonly string[] }> {
  const { email, mustStep, isBlocked } = await needs.transact(async ({ accounts, security }) => ({
    email: (await accounts.ofId(userId))?.email ?? '',
    isBlocked: await accounts.isBlocked(userId),
    mustStep: !isTwoFactor && (await security.hasTwoStep(userId)),
  }))
  if (isBlocked) throw accountBlocked()
  if (mustStep) return { next: 'second-step', cookies: [await needs.beginSecondStep(userId, to)] }
  const isKnown = needs.knownBrowsers.nameOf(request, email) !== null
  const { cookie, row } = await needs.startSession(userId, request, isTwoFactor)
  await needs.transact(async ({ security, outbox }) => {
    const before = await security.noteSignIn(userId, needs.clock.now())
    if (before && !isKnown) await outbox.append(signedInOnNewBrowser(userId, row))
  })
  return { next: 'in', cookies: [cookie, needs.knownBrowsers.remember(email)] }
}
