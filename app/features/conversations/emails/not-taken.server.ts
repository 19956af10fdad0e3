/** To who answered by mail: that answer, or a file of it, does not stand in the conversation, and why. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Mail = { readonly locale: Locale; readonly title: string; readonly page: string }

/** To be called in the language of the reader. @param why in words. */
export function notTakenMail({ why, ...mail }: Mail & { readonly why: string }): RenderedMail {
  return notice(mail, m.conversations_not_taken_heading(), [why])
}

/** To be called in the language of the reader. @param files each with why, in words. */
export function filesLeftOutMail({
  files,
  ...mail
}: Mail & { readonly files: readonly string[] }): RenderedMail {
  const texts = [m.conversations_files_left_out_text(), ...files]
  return notice(mail, m.conversations_files_left_out_heading(), texts)
}

function notice(mail: Mail, heading: string, texts: readonly string[]): RenderedMail {
  return renderLetter({
    locale: mail.locale,
    subject: `${heading}: ${mail.title}`,
    preview: texts[0] ?? heading,
    heading,
    blocks: [
      ...texts.map((text) => ({ kind: 'text', text }) as const),
      { kind: 'button', label: m.conversations_mail_open(), href: mail.page },
    ],
    footer: m.conversations_not_taken_footer({ title: mail.title }),
  })
}
