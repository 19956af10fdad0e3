/** A company need not answer any more. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type WithdrawnMail = {
  readonly locale: Locale
  readonly name: string
  readonly company: string
  readonly school: string
  readonly place: string
  readonly title: string
  /** Every group has its place elsewhere; else the school took the request back. */
  readonly isPlaced: boolean
}

/** To be called in the language of the reader. */
export function withdrawnMail(mail: WithdrawnMail): RenderedMail {
  const text = mail.isPlaced ? m.proposals_mail_withdrawn_placed(mail) : m.proposals_mail_withdrawn_text(mail)
  return renderLetter({
    locale: mail.locale,
    subject: m.proposals_mail_withdrawn_subject(mail),
    preview: text,
    heading: m.proposals_mail_withdrawn_heading(),
    blocks: [
      { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
      { kind: 'text', text },
    ],
    footer: m.proposals_mail_company_footer(mail),
  })
}
