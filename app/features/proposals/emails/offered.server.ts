/** A company offers something to a school that did not ask it; and what it has left unanswered. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Offered = {
  readonly company: string
  readonly offer: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly message: string | null
  /** "vr 27 nov". */
  readonly lastDay: string
}

export type OfferedMail = {
  readonly locale: Locale
  readonly name: string
  /** Of the request. */
  readonly title: string
  /** Where it is answered. */
  readonly request: string
  /** Never empty. */
  readonly offered: readonly Offered[]
  readonly isReminder: boolean
}

/** To be called in the language of the reader. */
export function offeredMail(mail: OfferedMail): RenderedMail {
  const { title, offered, isReminder, request } = mail
  const [first] = offered
  const count = offered.length
  const subject = isReminder
    ? m.proposals_mail_offered_again_subject({ count, title })
    : m.proposals_mail_offered_subject({ company: first?.company ?? '', title })
  const blocks: Block[] = [
    { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
    ...offered.flatMap(({ company, offer, facts, message, lastDay }): Block[] => [
      { kind: 'text', text: m.proposals_mail_offered_text({ company, offer, title }) },
      ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
      ...(message ? [{ kind: 'quote', text: message } as const] : []),
      { kind: 'small', text: m.proposals_mail_offered_until({ day: lastDay }) },
    ]),
    { kind: 'button', label: m.proposals_mail_offered_answer(), href: request },
    { kind: 'small', text: m.proposals_mail_offered_off() },
  ]
  return renderLetter({
    locale: mail.locale,
    subject,
    preview: offered.map(({ offer }) => offer).join(', '),
    heading: isReminder
      ? m.proposals_mail_offered_again_heading({ count })
      : m.proposals_mail_offered_heading(),
    blocks,
    footer: m.proposals_mail_for_school_footer(),
  })
}
