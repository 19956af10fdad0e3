/** A coordinator asked companies for a school that waits: who was asked, and that the school need do nothing. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type AskedForSchoolMail = {
  readonly locale: Locale
  readonly name: string
  /** The coordinator. */
  readonly askedBy: string
  readonly title: string
  readonly asked: readonly { readonly company: string; readonly offer: string }[]
  readonly lastDay: string
  readonly request: string
}

/** To be called in the language of the reader. */
export function askedForSchoolMail(mail: AskedForSchoolMail): RenderedMail {
  return renderLetter({
    locale: mail.locale,
    subject: m.proposals_mail_for_school_subject(mail),
    preview: m.proposals_mail_for_school_text(mail),
    heading: m.proposals_mail_for_school_heading(),
    blocks: [
      { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
      { kind: 'text', text: m.proposals_mail_for_school_text(mail) },
      ...mail.asked.map(({ company, offer }) => ({ kind: 'text', text: `${company}: ${offer}` }) as const),
      { kind: 'text', text: m.proposals_mail_for_school_next(mail) },
      { kind: 'button', label: m.proposals_mail_to_request(), href: mail.request },
    ],
    footer: m.proposals_mail_for_school_footer(),
  })
}
