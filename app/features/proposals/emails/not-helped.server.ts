/** A company said no, or nothing in time: what that means for the school, and what it can do. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type NotHelpedMail = {
  readonly locale: Locale
  readonly name: string
  readonly company: string
  readonly offer: string
  readonly title: string
  /** In words; `null`: the company did not answer in time. */
  readonly reason: string | null
  /** What the company wrote with it. */
  readonly words: string | null
  readonly next: 'placed' | 'others' | 'waiting' | 'ask'
  readonly othersAsked: number
  readonly request: string
}

/** To be called in the language of the reader. */
export function notHelpedMail(mail: NotHelpedMail): RenderedMail {
  const { reason } = mail
  const text =
    reason === null
      ? m.proposals_mail_expired_text(mail)
      : m.proposals_mail_declined_text({ ...mail, reason })
  const blocks: Block[] = [
    { kind: 'text', text: m.proposals_mail_hello({ name: mail.name }) },
    { kind: 'text', text },
    ...(mail.words ? [{ kind: 'quote', text: mail.words } as const] : []),
    { kind: 'text', text: NEXT[mail.next]({ count: mail.othersAsked }) },
    { kind: 'button', label: m.proposals_mail_to_request(), href: mail.request },
  ]
  return renderLetter({
    locale: mail.locale,
    subject:
      reason === null ? m.proposals_mail_expired_subject(mail) : m.proposals_mail_declined_subject(mail),
    preview: text,
    heading:
      reason === null ? m.proposals_mail_expired_heading(mail) : m.proposals_mail_declined_heading(mail),
    blocks,
    footer: m.proposals_mail_school_footer(),
  })
}

const NEXT: Record<NotHelpedMail['next'], (figures: { count: number }) => string> = {
  placed: () => m.proposals_mail_next_placed(),
  others: m.proposals_mail_next_others,
  waiting: () => m.proposals_mail_next_waiting(),
  ask: () => m.proposals_mail_next_ask(),
}
