/** A school asks a company: one request, its facts, the teacher's words, three answers, when and why. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type NewRequestMail = {
  readonly locale: Locale
  readonly name: string
  readonly company: string
  readonly school: string
  readonly place: string
  readonly title: string
  readonly offer: string
  /** "4,4 km". */
  readonly distance: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly text: string
  readonly message: string | null
  /** "vr 27 nov". */
  readonly lastDay: string
  readonly isPassed: boolean
  /** Other requests that wait for the company. */
  readonly othersWaiting: number
  readonly links: {
    readonly yes: string
    readonly later: string
    readonly no: string
    readonly inbox: string
  }
}

/** To be called in the language of the reader. */
export function newRequestMail(mail: NewRequestMail): RenderedMail {
  const { links } = mail
  const blocks: Block[] = [
    { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
    { kind: 'text', text: m.proposals_mail_new_text(mail) },
    { kind: 'facts', facts: mail.facts },
    { kind: 'quote', text: mail.text },
    ...(mail.message ? [{ kind: 'quote', text: mail.message } as const] : []),
    { kind: 'button', label: m.proposals_yes(), href: links.yes },
    { kind: 'button', label: m.proposals_later(), href: links.later, look: 'second' },
    { kind: 'button', label: m.proposals_no(), href: links.no, look: 'second' },
    { kind: 'small', text: m.proposals_mail_when({ day: mail.lastDay }) },
  ]
  if (mail.othersWaiting > 0) {
    blocks.push({ kind: 'small', text: m.proposals_mail_others({ count: mail.othersWaiting }) })
    blocks.push({ kind: 'link', label: m.proposals_mail_see_all(), href: links.inbox })
  }
  return renderLetter({
    locale: mail.locale,
    subject: m.proposals_mail_new_subject(mail),
    preview: mail.text.slice(0, 120),
    heading: mail.isPassed ? m.proposals_mail_passed_heading() : m.proposals_mail_new_heading(mail),
    blocks,
    footer: m.proposals_mail_company_footer(mail),
  })
}
