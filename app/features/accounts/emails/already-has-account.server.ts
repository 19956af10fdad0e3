import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly signInHref: string
  readonly forgotHref: string
}

/** To the owner of an account whose address signed up once more. */
export function alreadyHasAccountMail({ locale, name, signInHref, forgotHref }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_already_subject(),
    preview: m.mail_already_preview(),
    heading: m.mail_already_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_already_text() },
      { kind: 'button', label: m.mail_already_button(), href: signInHref },
      { kind: 'link', label: m.mail_already_forgot(), href: forgotHref },
      { kind: 'small', text: m.mail_already_not_you() },
    ],
    footer: m.mail_already_footer(),
  })
}
