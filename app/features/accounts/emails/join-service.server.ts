import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly href: string
  readonly minutes: number
}

/** To who came from another sign-in service with the address of an account, or somebody who could. */
export function joinServiceMail({ locale, name, href, minutes }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_service_subject(),
    preview: m.mail_link_preview({ minutes }),
    heading: m.mail_security_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_service_text() },
      { kind: 'button', label: m.mail_service_button(), href },
      { kind: 'small', text: m.mail_link_until({ minutes }) },
      { kind: 'small', text: m.mail_service_not_you() },
    ],
    footer: m.mail_changed_footer(),
  })
}
