/** The second step is set up with an app, renewed, or done away with. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { RecoveryCodes } from '~/platform/auth/recovery-codes.server'
import type { Sealer } from '~/platform/auth/sealer.server'
import type { Totp } from '~/platform/auth/totp.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { twoStepRequired, wrongCode } from '../errors'
import { recoveryCodesRenewed, twoStepTurnedOff, twoStepTurnedOn } from '../events'
import type { SecurityStore } from '../security-store.server'
import type { AccountStore } from '../store.server'
import { requireProof } from './require-proof.server'

export type TwoStepNeeds = {
  readonly transact: Transact<{
    readonly security: SecurityStore
    readonly accounts: AccountStore
    readonly outbox: Outbox
  }>
  readonly totp: Totp
  readonly recoveryCodes: RecoveryCodes
  readonly sealer: Sealer
  readonly limits: Limits
  readonly clock: Clock
}

export type Proven = {
  /** When the owner of this browser last showed who it is. */
  readonly provenAt: Date
  /** Row of the session. */
  readonly row: string
}

/** Makes a secret for the app, the same one until a code of it was shown. @throws AppError 401. */
export async function beginTwoStep(
  needs: TwoStepNeeds,
  actor: Actor,
  { provenAt }: Pick<Proven, 'provenAt'>,
): Promise<void> {
  const { userId } = requireProof(actor, provenAt, needs.clock.now())
  const sealed = needs.sealer.seal(needs.totp.makeSecret(), `totp:${userId}`)
  await needs.transact(({ security }) => security.keepSecret(userId, sealed))
}

/**
 * The app shows the right code: from now on it is asked. Other browsers are signed out.
 * @returns the recovery codes, which nobody can read again.
 * @throws AppError 401; 422 `account.wrong-code`; 429.
 */
export async function confirmTwoStep(
  needs: TwoStepNeeds,
  actor: Actor,
  { code, provenAt, row }: Proven & { readonly code: string },
): Promise<readonly string[]> {
  const now = needs.clock.now()
  const { userId } = requireProof(actor, provenAt, now)
  await needs.limits.take(TRIES.secondStep, `${userId} `)
  const codes = needs.recoveryCodes.make()
  await needs.transact(async ({ security, accounts, outbox }) => {
    const kept = await security.secretOf(userId)
    if (!kept || kept.confirmedAt) throw wrongCode()
    const step = needs.totp.stepOf(needs.sealer.open(kept, `totp:${userId}`), code.replace(/\s/g, ''), now)
    if (step === null || !(await security.confirmSecret(userId, step, now))) throw wrongCode()
    await security.replaceRecoveryCodes(userId, codes.map(needs.recoveryCodes.hash))
    await accounts.endSessions(userId, row)
    await outbox.append(twoStepTurnedOn(userId))
  })
  await needs.limits.forget(TRIES.secondStep, `${userId} `)
  return codes
}

/** @returns ten new codes; the former open nothing. @throws AppError 401; 409 when the second step is off. */
export async function renewRecoveryCodes(
  needs: TwoStepNeeds,
  actor: Actor,
  { provenAt }: Pick<Proven, 'provenAt'>,
): Promise<readonly string[]> {
  const { userId } = requireProof(actor, provenAt, needs.clock.now())
  const codes = needs.recoveryCodes.make()
  await needs.transact(async ({ security, outbox }) => {
    if (!(await security.hasTwoStep(userId))) throw wrongCode()
    await security.replaceRecoveryCodes(userId, codes.map(needs.recoveryCodes.hash))
    await outbox.append(recoveryCodesRenewed(userId))
  })
  return codes
}

/** @throws AppError 401; 409 `account.two-step-required` for who coordinates or administers. */
export async function turnOffTwoStep(
  needs: TwoStepNeeds,
  actor: Actor,
  { provenAt }: Pick<Proven, 'provenAt'>,
): Promise<void> {
  const { userId, regions, isAdministrator } = requireProof(actor, provenAt, needs.clock.now())
  if (regions.size > 0 || isAdministrator) throw twoStepRequired()
  await needs.transact(async ({ security, outbox }) => {
    if (!(await security.hasTwoStep(userId))) return
    await security.dropTwoStep(userId)
    await outbox.append(twoStepTurnedOff(userId))
  })
}
