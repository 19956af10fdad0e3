/** Three weeks before saved searches end: one click and they go on. */
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type RenewalMail = {
  readonly locale: Locale
  readonly lastDay: string
  /** In the words of that language. */
  readonly searches: readonly string[]
  readonly renewUrl: string
  readonly endUrl: string
}

export function renewalMail({ locale, lastDay, searches, renewUrl, endUrl }: RenewalMail): RenderedMail {
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: m.searches_mail_renew_subject(),
      preview: m.searches_mail_renew_text({ day: formatDay(lastDay, true) }),
      heading: m.searches_mail_renew_subject(),
      blocks: [
        { kind: 'text', text: m.searches_mail_renew_text({ day: formatDay(lastDay, true) }) },
        {
          kind: 'facts',
          facts: searches.map((value) => ({ label: m.searches_question(), value })),
        },
        { kind: 'button', label: m.searches_renew_button(), href: renewUrl },
        { kind: 'link', label: m.searches_mail_end(), href: endUrl },
      ],
      footer: m.searches_mail_footer_asked(),
    }),
  )
}
