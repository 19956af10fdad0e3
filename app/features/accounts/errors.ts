import { AppError } from '~/kernel/errors'
import type { Weakness } from './domain/password-rule'

/** Which of the two is wrong is nobody's business. */
export const wrongCredentials = () => new AppError('invalid', 'account.wrong-credentials')
export const wrongPassword = () => new AppError('invalid', 'account.wrong-password')
export function passwordTooEasy(why: Weakness | 'common'): AppError {
  if (why === 'personal') return new AppError('invalid', 'account.password-personal')
  if (why === 'simple') return new AppError('invalid', 'account.password-simple')
  return new AppError('invalid', 'account.password-common')
}
export const samePassword = () => new AppError('invalid', 'account.same-password')
/** Used, expired, withdrawn, or never one of ours. */
export const linkGone = () => new AppError('gone', 'account.link-gone')
/** Wrong, too old, or used before. */
export const wrongCode = () => new AppError('invalid', 'account.wrong-code')
/** The page asks for a proof and comes back. */
export const proveFirst = () => new AppError('unauthenticated', 'account.prove-first')
/** Cancelled, of another site, or not known: nobody learns which. */
export const passkeyRefused = () => new AppError('invalid', 'account.passkey-refused')
export const tooManyPasskeys = () => new AppError('conflict', 'account.too-many-passkeys')
export const sameEmail = () => new AppError('invalid', 'account.same-email')
/** The other service does not say that the address is verified, so it says nothing about who it is here. */
export const serviceWithoutEmail = () => new AppError('invalid', 'account.service-without-email')
/** Who coordinates or administers cannot do without. */
export const twoStepRequired = () => new AppError('conflict', 'account.two-step-required')
export const emailIsVerified = () => new AppError('conflict', 'account.email-is-verified')

/** An administrator blocked it. */
export const accountBlocked = () => new AppError('forbidden', 'account.blocked')
/** An administrator switched new accounts off. */
export const signUpClosed = () => new AppError('conflict', 'account.sign-up-closed')
