import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = { readonly locale: Locale; readonly name: string; readonly href: string; readonly hours: number }

/** To a new account: one click says that the address is right. */
export function confirmEmailMail({ locale, name, href, hours }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_confirm_subject(),
    preview: m.mail_confirm_preview(),
    heading: m.mail_confirm_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_confirm_text() },
      { kind: 'button', label: m.mail_confirm_button(), href },
      { kind: 'small', text: m.mail_confirm_until({ hours }) },
      { kind: 'small', text: m.mail_confirm_not_you() },
    ],
    footer: m.mail_confirm_footer(),
  })
}
