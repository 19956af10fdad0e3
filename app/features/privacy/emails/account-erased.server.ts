import { formatMoment } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

/** The last mail that somebody gets. */
export function accountErasedMail({
  locale,
  at,
}: {
  readonly locale: Locale
  readonly at: Date
}): RenderedMail {
  return renderLetter({
    locale,
    subject: m.mail_erased_subject(),
    preview: m.mail_erased_preview(),
    heading: m.mail_erased_heading(),
    blocks: [
      { kind: 'text', text: m.mail_erased_text({ when: formatMoment(at) }) },
      { kind: 'text', text: m.mail_erased_stays() },
      { kind: 'text', text: m.mail_erased_not_you() },
    ],
    footer: m.mail_erased_footer(),
  })
}
