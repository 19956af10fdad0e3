import { AppError } from '~/kernel/errors'
import type { Weakness } from './domain/password-rule'

/** Which of the two is wrong is nobody's business. */
export const wrongCredentials = () => new AppError('invalid', 'account.wrong-credentials')
export const wrongPassword = () => new AppError('invalid', 'account.wrong-password')
export const passwordTooEasy = (why: Weakness) =>
  why === 'personal'
    ? new AppError('invalid', 'account.password-personal')
    : new AppError('invalid', 'account.password-simple')
export const samePassword = () => new AppError('invalid', 'account.same-password')
/** Used, expired, withdrawn, or never one of ours. */
export const linkGone = () => new AppError('gone', 'account.link-gone')
export const emailIsVerified = () => new AppError('conflict', 'account.email-is-verified')
