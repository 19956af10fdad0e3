import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly href: string
  readonly minutes: number
}

/** To who forgot the password, or somebody who says so. */
export function resetPasswordMail({ locale, name, href, minutes }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_reset_subject(),
    preview: m.mail_reset_preview({ minutes }),
    heading: m.mail_reset_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_reset_text() },
      { kind: 'button', label: m.mail_reset_button(), href },
      { kind: 'small', text: m.mail_reset_until({ minutes }) },
      { kind: 'small', text: m.mail_reset_not_you() },
    ],
    footer: m.mail_reset_footer(),
  })
}
