import { formatMoment } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly at: Date
  readonly forgotHref: string
}

/** After a password has changed: whoever did not do it must hear of it. */
export function passwordChangedMail({ locale, name, at, forgotHref }: Props): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_changed_subject(),
    preview: m.mail_changed_preview(),
    heading: m.mail_changed_heading({ name }),
    blocks: [
      { kind: 'text', text: m.mail_changed_text({ when: formatMoment(at) }) },
      { kind: 'text', text: m.mail_changed_not_you() },
      { kind: 'link', label: m.mail_changed_link(), href: forgotHref },
    ],
    footer: m.mail_changed_footer(),
  })
}
