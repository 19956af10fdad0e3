/** What accounts tell the others. Payloads hold no address, no name and no token: who reacts reads the present state. */
import type { DomainEvent } from '~/kernel/events'
import type { Audience } from './domain/account'

const about =
  (type: string) =>
  (userId: string): DomainEvent => ({ type, subjectId: userId, payload: {} })

/** `audience`: where the new account goes on to once its address is confirmed. */
export const signedUp = (userId: string, audience: Audience): DomainEvent => ({
  type: 'SignedUp',
  subjectId: userId,
  payload: { audience },
})
/** Somebody signed up with the address of an account that is there already. */
export const signUpRepeated = about('SignUpRepeated')
export const emailConfirmationAsked = about('EmailConfirmationAsked')
export const emailConfirmed = about('EmailConfirmed')
/** The subject is no account when nobody has the address that was typed. */
export const passwordResetAsked = about('PasswordResetAsked')
export const passwordChanged = about('PasswordChanged')
export const twoStepTurnedOn = about('TwoStepTurnedOn')
export const twoStepTurnedOff = about('TwoStepTurnedOff')
export const recoveryCodesRenewed = about('RecoveryCodesRenewed')
export const recoveryCodeUsed = about('RecoveryCodeUsed')
export const passkeyAdded = about('PasskeyAdded')
export const passkeyRemoved = about('PasskeyRemoved')
/** The subject is no account when nobody has the address that was typed. */
export const signInLinkAsked = about('SignInLinkAsked')
const aboutChange =
  (type: string) =>
  (userId: string, change: string): DomainEvent => ({ type, subjectId: userId, payload: { change } })
/** `change`: id of the wish, which holds both addresses. */
export const emailChangeAsked = aboutChange('EmailChangeAsked')
export const emailChanged = aboutChange('EmailChanged')
export const emailChangeUndone = about('EmailChangeUndone')
/** A new account by another sign-in service. */
export const signedUpByService = about('SignedUpByService')
/** `identity`: id of the wish. */
export const identityAsked = (userId: string, identity: string): DomainEvent => ({
  type: 'SignInServiceAsked',
  subjectId: userId,
  payload: { identity },
})
export const identityJoined = about('SignInServiceJoined')
export const identityRemoved = about('SignInServiceRemoved')
export const sessionEnded = about('SessionEnded')
/** By a browser that did not sign in to this account before, when another did. `session`: id of its row. */
export const signedInOnNewBrowser = (userId: string, session: string): DomainEvent => ({
  type: 'SignedInOnNewBrowser',
  subjectId: userId,
  payload: { session },
})
