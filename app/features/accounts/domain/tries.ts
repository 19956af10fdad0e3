/**
 * How often things may be tried. A stranger who types wrong passwords for somebody else must not shut that person out:
 * the counter of the account is not asked of a browser that has signed in to it before, and a new password by mail
 * always remains.
 */
const MINUTE = 60
const HOUR = 60 * MINUTE

export const TRIES = {
  /** One account from one address. */
  signInPair: { name: 'sign-in-pair', tries: 10, seconds: 15 * MINUTE },
  /** All accounts from one address: a school has many people behind one. Those who succeed do not count. */
  signInAddress: { name: 'sign-in-address', tries: 100, seconds: 15 * MINUTE },
  /** One account from everywhere, by browsers that never signed in to it. */
  signInAccount: { name: 'sign-in-account', tries: 100, seconds: HOUR },
  /** One account from one browser that did. */
  signInBrowser: { name: 'sign-in-browser', tries: 20, seconds: 15 * MINUTE },
  signUpAddress: { name: 'sign-up-address', tries: 60, seconds: HOUR },
  /** Forms without a proof of work: those of browsers without JavaScript, and of programs. */
  signUpUnproven: { name: 'sign-up-unproven', tries: 20, seconds: HOUR },
  /** Mails to one person who did not ask: later ones are left out in silence. */
  signUpMail: { name: 'sign-up-mail', tries: 3, seconds: HOUR },
  forgotAddress: { name: 'forgot-address', tries: 30, seconds: HOUR },
  forgotUnproven: { name: 'forgot-unproven', tries: 15, seconds: HOUR },
  forgotMail: { name: 'forgot-mail', tries: 5, seconds: HOUR },
  signInLinkMail: { name: 'sign-in-link-mail', tries: 5, seconds: HOUR },
  emailChange: { name: 'email-change', tries: 5, seconds: HOUR },
  confirmMail: { name: 'confirm-mail', tries: 5, seconds: HOUR },
  /** The present password, asked of who is signed in. */
  changePassword: { name: 'change-password', tries: 10, seconds: 15 * MINUTE },
  passkeyAddress: { name: 'passkey-address', tries: 120, seconds: 15 * MINUTE },
  /** Codes for one account by browsers that never signed in to it: only who has the password gets this far. */
  secondStep: { name: 'second-step', tries: 10, seconds: 15 * MINUTE },
  /** Codes for one account by one browser that did. */
  secondStepBrowser: { name: 'second-step-browser', tries: 10, seconds: 15 * MINUTE },
} as const
