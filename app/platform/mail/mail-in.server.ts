/** Mails beside those that are sent: those that come in, whose addresses stand for people, and what the catcher took. */
import type { Clock } from '~/kernel/calendar'
import { makeReplyTokens, type ReplyTokens } from '~/platform/links/reply-tokens.server'
import { addressOf } from './address'
import { type CaughtMails, makeCaughtMails } from './caught-mails.server'
import { type ReadMail, readMail } from './read-mail.server'
import { isSignedMail } from './signed-mail.server'

export type MailIn = {
  /** Of the addresses that stand for people in mails. */
  readonly replyTokens: ReplyTokens
  /** Their domain; `null`: mails cannot be answered. */
  readonly replyDomain: string | null
  readonly readMail: ReadMail
  /** Whether a mail service that knows the secret sent it; nobody does where there is none. */
  readonly isSignedMail: (sent: Parameters<typeof isSignedMail>[0]) => boolean
  /** In whose name mails and calendar entries go out. */
  readonly senderAddress: string
  /** What the catcher of demo and tests took; `null` where mails leave the house. */
  readonly caughtMails: CaughtMails | null
}

type Settings = {
  readonly APP_ENV: string
  readonly SECRET: string
  readonly MAIL_FROM: string
  readonly DEMO_MAIL_DIR?: string | undefined
  readonly REPLY_DOMAIN?: string | undefined
  readonly MAIL_IN_SECRET?: string | undefined
}

/** @param quoteMark a line that our mails carry: what is below it is quoted. */
export function makeMailIn(settings: Settings, quoteMark: string, clock: Clock): MailIn {
  const { APP_ENV, SECRET, REPLY_DOMAIN, MAIL_IN_SECRET } = settings
  return {
    replyTokens: makeReplyTokens(SECRET),
    replyDomain: REPLY_DOMAIN ?? (APP_ENV === 'production' ? null : 'antwoord.schakel.example'),
    readMail: (raw) => readMail(raw, quoteMark),
    senderAddress: addressOf(settings.MAIL_FROM),
    caughtMails: settings.DEMO_MAIL_DIR ? makeCaughtMails(settings.DEMO_MAIL_DIR) : null,
    isSignedMail: (sent) => MAIL_IN_SECRET !== undefined && isSignedMail(sent, MAIL_IN_SECRET, clock.now()),
  }
}
