/** All that a company has left unanswered, once, most urgent first. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type ReminderMail = {
  readonly locale: Locale
  readonly name: string
  readonly company: string
  readonly inbox: string
  readonly requests: readonly {
    readonly title: string
    readonly place: string
    readonly offer: string
    /** "Nog 3 werkdagen". */
    readonly left: string
    readonly day: string
    readonly href: string
  }[]
}

/** To be called in the language of the reader. */
export function reminderMail(mail: ReminderMail): RenderedMail {
  const subject = m.proposals_mail_reminder_subject({ count: mail.requests.length })
  const blocks: Block[] = [
    { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
    { kind: 'text', text: m.proposals_mail_reminder_text() },
    ...mail.requests.flatMap((request): Block[] => [
      {
        kind: 'facts',
        facts: [
          { label: m.proposals_mail_reminder_line(request), value: m.proposals_mail_reminder_days(request) },
        ],
      },
      { kind: 'link', label: m.proposals_mail_answer_this({ title: request.title }), href: request.href },
    ]),
    { kind: 'button', label: m.proposals_mail_see_all(), href: mail.inbox },
  ]
  return renderLetter({
    locale: mail.locale,
    subject,
    preview: mail.requests.map(({ title }) => title).join(', '),
    heading: subject,
    blocks,
    footer: m.proposals_mail_company_footer(mail),
  })
}
