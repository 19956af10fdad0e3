/** A person who can sign in. */
import type { UserId } from '~/kernel/ids'

export const LIMITS = {
  name: 100,
  /** RFC 5321: a longer address cannot be mailed. */
  email: 254,
  passwordMin: 12,
  /** Long enough for every sentence and password manager; a bound on what has to be hashed. */
  passwordMax: 200,
} as const

/** What somebody comes for, told at sign-up. It decides only which page comes after the first one. */
export const AUDIENCES = ['school', 'company'] as const
export type Audience = (typeof AUDIENCES)[number]

export function isAudience(value: unknown): value is Audience {
  return AUDIENCES.some((audience) => audience === value)
}

/** In which the person reads mails. */
export type MailLanguage = 'nl' | 'en'

export type Account = {
  readonly id: UserId
  readonly email: string
  readonly name: string
  /** `null`: nobody can sign in with a password. */
  readonly passwordHash: string | null
  readonly emailVerifiedAt: Date | null
  readonly createdAt: Date
}

/** A form that was sent twice arrives within seconds; later it is somebody who missed the mail. */
export const SENT_TWICE_MS = 2 * 60_000

/**
 * What follows when an address that has an account signs up. Whoever knows the password of an account that waits for its
 * confirmation is the one who made it; anybody else is told by mail only.
 * @param knowsPassword whether the password of the form is the one of the account.
 */
export function onKnownAddress(
  account: Pick<Account, 'emailVerifiedAt' | 'createdAt'>,
  knowsPassword: boolean,
  now: Date,
): 'nothing' | 'confirm-again' | 'tell-of-account' {
  if (account.emailVerifiedAt !== null || !knowsPassword) return 'tell-of-account'
  return now.getTime() - account.createdAt.getTime() < SENT_TWICE_MS ? 'nothing' : 'confirm-again'
}
