/** What somebody wrote, to a reader of the other side. Answers to this mail come into the conversation. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import { REPLY_ABOVE } from '../domain/quoted-text'

export type MessageMail = {
  readonly locale: Locale
  /** Person and side, as far as the reader may know. */
  readonly from: string
  readonly title: string
  readonly text: string
  readonly fileNames: readonly string[]
  readonly page: string
  /** An answer to the mail arrives. */
  readonly canAnswer: boolean
}

/** To be called in the language of the reader. */
export function messageMail(mail: MessageMail): RenderedMail {
  const { from, title, text, fileNames, page, canAnswer } = mail
  const heading = m.conversations_mail_heading({ from })
  const blocks: Block[] = []
  if (canAnswer) blocks.push({ kind: 'small', text: `${REPLY_ABOVE} ${m.conversations_mail_answer_above()}` })
  if (text !== '') blocks.push({ kind: 'quote', text })
  if (fileNames.length > 0)
    blocks.push({ kind: 'text', text: m.conversations_mail_files({ names: fileNames.join(', ') }) })
  blocks.push({ kind: 'button', label: m.conversations_mail_open(), href: page })
  if (canAnswer) blocks.push({ kind: 'small', text: m.conversations_mail_masked() })
  return renderLetter({
    locale: mail.locale,
    subject: m.conversations_mail_subject({ title }),
    preview: text.slice(0, 140) || heading,
    heading,
    blocks,
    footer: m.conversations_mail_footer({ title }),
  })
}
