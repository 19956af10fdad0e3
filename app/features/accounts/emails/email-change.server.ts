import { formatMoment } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Common = {
  readonly locale: Locale
  readonly name: string
  readonly href: string
  readonly hours: number
}

/** To the new address: one press says that it is right. */
export function newAddressMail({ locale, name, href, hours }: Common): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_new_address_subject(),
    preview: m.mail_new_address_preview(),
    heading: m.mail_security_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_new_address_text() },
      { kind: 'button', label: m.mail_new_address_button(), href },
      { kind: 'small', text: m.mail_link_hours({ hours }) },
      { kind: 'small', text: m.mail_new_address_not_you() },
    ],
    footer: m.mail_new_address_footer(),
  })
}

/** To the old address, once the new one is in its place: whoever did not do it can undo it. */
export function oldAddressMail({
  locale,
  name,
  href,
  hours,
  at,
}: Common & { readonly at: Date }): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_old_address_subject(),
    preview: m.mail_security_preview(),
    heading: m.mail_security_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_old_address_text({ when: formatMoment(at) }) },
      { kind: 'text', text: m.mail_old_address_not_you() },
      { kind: 'button', label: m.mail_old_address_button(), href, look: 'second' },
      { kind: 'small', text: m.mail_link_hours({ hours }) },
    ],
    footer: m.mail_old_address_footer(),
  })
}
