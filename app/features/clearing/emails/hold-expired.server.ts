/** The last day passed without an answer: the place goes on, the school stays on the waiting list. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { HeldPlace } from '../domain/held-place'

export function holdExpiredMail({
  locale,
  held,
  requestUrl,
}: {
  readonly locale: Locale
  readonly held: HeldPlace
  readonly requestUrl: string
}): RenderedMail {
  const { title, organisationName: organisation } = held.offer
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: m.clearing_mail_expired_subject({ title }),
      preview: m.clearing_mail_expired_preview(),
      heading: m.clearing_mail_expired_heading(),
      blocks: [
        { kind: 'text', text: m.clearing_mail_expired_text({ title, organisation }) },
        { kind: 'text', text: m.clearing_mail_expired_still({ request: held.request.title }) },
        { kind: 'button', label: m.clearing_mail_see_request(), href: requestUrl },
      ],
      footer: m.clearing_mail_footer(),
    }),
  )
}
