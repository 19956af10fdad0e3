/** Somebody who gave the first proof gives the second: a code of the app, or a recovery code. */
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { RecoveryCodes } from '~/platform/auth/recovery-codes.server'
import type { Sealer } from '~/platform/auth/sealer.server'
import type { Totp } from '~/platform/auth/totp.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { wrongCode } from '../errors'
import { recoveryCodeUsed } from '../events'
import type { SecurityStore } from '../security-store.server'

export type SecondStepNeeds = {
  readonly transact: Transact<{ readonly security: SecurityStore; readonly outbox: Outbox }>
  readonly totp: Totp
  readonly recoveryCodes: RecoveryCodes
  readonly sealer: Sealer
  readonly limits: Limits
  readonly clock: Clock
}

export type SecondStep = {
  readonly code: string
  /** Name of the browser when it has signed in to this account before. */
  readonly knownBrowser: string | null
}

/**
 * A code counts once, also within its half minute. Good tries do not count; a stranger who has the password uses up the
 * tries of browsers that are not known, not those of the owner's own.
 * @throws AppError 422 `account.wrong-code`; 429.
 */
export async function takeSecondStep(
  needs: SecondStepNeeds,
  userId: UserId,
  { code, knownBrowser }: SecondStep,
): Promise<void> {
  const rule = knownBrowser ? TRIES.secondStepBrowser : TRIES.secondStep
  const who = `${userId} ${knownBrowser ?? ''}`
  await needs.limits.take(rule, who)
  const digits = code.replace(/\s/g, '')
  const isRight = /^\d{6}$/.test(digits)
    ? await takeCode(needs, userId, digits)
    : await takeRecoveryCode(needs, userId, code)
  if (!isRight) throw wrongCode()
  await needs.limits.forget(rule, who)
}

async function takeCode(needs: SecondStepNeeds, userId: UserId, code: string): Promise<boolean> {
  const { transact, sealer, totp, clock } = needs
  return transact(async ({ security }) => {
    const kept = await security.secretOf(userId)
    if (!kept?.confirmedAt) return false
    const secret = sealer.open(kept, `totp:${userId}`)
    const step = totp.stepOf(secret, code, clock.now())
    if (step === null || !(await security.takeStep(userId, step))) return false
    if (kept.keyId !== sealer.keyId)
      await security.resealSecret(userId, sealer.seal(secret, `totp:${userId}`))
    return true
  })
}

async function takeRecoveryCode(needs: SecondStepNeeds, userId: UserId, code: string): Promise<boolean> {
  const { transact, recoveryCodes, clock } = needs
  return transact(async ({ security, outbox }) => {
    const isUsed = await security.useRecoveryCode(userId, recoveryCodes.hash(code), clock.now())
    if (isUsed) await outbox.append(recoveryCodeUsed(userId))
    return isUsed
  })
}
