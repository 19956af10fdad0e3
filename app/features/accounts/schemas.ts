/** What the forms of accounts may send. */
import * as z from 'zod'
import { typedLine } from '~/kernel/typed-text'
import { AUDIENCES, LIMITS } from './domain/account'

const email = z
  .string()
  .transform((text) => typedLine(text))
  .pipe(z.string().min(1).max(LIMITS.email).pipe(z.email()))
const name = z
  .string()
  .transform((text) => typedLine(text))
  .pipe(z.string().min(1).max(LIMITS.name))
/** Taken as it was typed or pasted: blanks at its ends are part of it. */
const newPassword = z.string().min(LIMITS.passwordMin).max(LIMITS.passwordMax)
const presentPassword = z.string().min(1).max(LIMITS.passwordMax)
const to = z.string().max(2000).optional()
const token = z.string().max(200)

export const signUpForm = z.object({ name, email, password: newPassword, audience: z.enum(AUDIENCES) })
export const signInForm = z.object({ email, password: presentPassword, to })
export const forgotPasswordForm = z.object({ email })
export const resetPasswordForm = z.object({ token, password: newPassword })
export const verifyEmailForm = z.object({ token })
export const accountForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('details'), name, locale: z.enum(['nl', 'en']) }),
  z.object({ intent: z.literal('confirm-again') }),
])
/** An account that has no password yet is not asked for one. */
export const securityForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('password'), presentPassword: presentPassword.optional(), newPassword }),
  z.object({ intent: z.literal('leave'), identity: z.uuid() }),
])
export const sessionsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('end'), session: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ intent: z.literal('end-others') }),
])
/** Six digits of an app, or a recovery code: as they were typed. */
const code = z.string().min(1).max(60)
export const secondStepForm = z.object({ code })
export const twoStepForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('begin') }),
  z.object({ intent: z.literal('confirm'), code }),
  z.object({ intent: z.literal('renew') }),
  z.object({ intent: z.literal('off') }),
])
export const signInLinkForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask'), email }),
  z.object({ intent: z.literal('use'), token }),
])
/** What a device answered: read by the library that asked, whatever it is. */
const answer = z
  .string()
  .max(20_000)
  .transform((text): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  })
export const passkeyAnswerForm = z.object({ answer, to })
export const passkeyForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), name, answer }),
  z.object({ intent: z.literal('remove'), passkey: z.uuid() }),
])
export const proveForm = z.object({
  password: presentPassword.optional(),
  code: code.optional(),
  answer: answer.optional(),
  to,
})

/** Where a password that is too easy is said, in the forms that choose one. */
export const FIELD_OF_ERROR = {
  'account.password-personal': 'password',
  'account.password-simple': 'password',
  'account.password-common': 'password',
} as const
