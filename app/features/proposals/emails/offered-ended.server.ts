/** To a company: the school said no to what it offered, let it pass, or needs it no more. Which school is not said. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type OfferedEndedMail = {
  readonly locale: Locale
  readonly name: string
  readonly company: string
  readonly offer: string
  readonly topics: string
  readonly municipality: string
  readonly why: 'declined' | 'expired' | 'withdrawn'
  /** In words, after a no. */
  readonly reason: string | null
  /** What schools nearby ask. */
  readonly nearby: string
}

/** To be called in the language of the reader. */
export function offeredEndedMail(mail: OfferedEndedMail): RenderedMail {
  const text = TEXT[mail.why]({ ...mail, reason: mail.reason ?? '' })
  return renderLetter({
    locale: mail.locale,
    subject: SUBJECT[mail.why](mail),
    preview: text,
    heading: SUBJECT[mail.why](mail),
    blocks: [
      { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
      { kind: 'text', text },
      { kind: 'text', text: m.proposals_mail_offered_next() },
      { kind: 'button', label: m.proposals_around_link(), href: mail.nearby },
    ],
    footer: m.proposals_mail_company_footer(mail),
  })
}

const SUBJECT = {
  declined: m.proposals_mail_offered_declined_subject,
  expired: m.proposals_mail_offered_expired_subject,
  withdrawn: m.proposals_mail_offered_withdrawn_subject,
} as const
const TEXT = {
  declined: m.proposals_mail_offered_declined_text,
  expired: m.proposals_mail_offered_expired_text,
  withdrawn: m.proposals_mail_offered_withdrawn_text,
} as const
