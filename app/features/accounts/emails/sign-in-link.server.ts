import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly href: string
  readonly minutes: number
}

/** To who wants to sign in without a password, or somebody who says so. */
export function signInLinkMail({ locale, name, href, minutes }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_link_subject(),
    preview: m.mail_link_preview({ minutes }),
    heading: m.mail_security_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_link_text() },
      { kind: 'button', label: m.mail_link_button(), href },
      { kind: 'small', text: m.mail_link_until({ minutes }) },
      { kind: 'small', text: m.mail_link_not_you() },
    ],
    footer: m.mail_changed_footer(),
  })
}
