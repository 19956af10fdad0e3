/** The last day passed without an answer, or the company said no: the place goes on, the school stays on the waiting list. */
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
  const isDeclined = held.state === 'declined'
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: isDeclined
        ? m.clearing_mail_declined_subject({ title })
        : m.clearing_mail_expired_subject({ title }),
      preview: isDeclined ? m.clearing_mail_declined_heading() : m.clearing_mail_expired_preview(),
      heading: isDeclined ? m.clearing_mail_declined_heading() : m.clearing_mail_expired_heading(),
      blocks: [
        {
          kind: 'text',
          text: isDeclined
            ? m.clearing_mail_declined_text({ title, organisation })
            : m.clearing_mail_expired_text({ title, organisation }),
        },
        ...(held.declineText ? [{ kind: 'quote' as const, text: held.declineText }] : []),
        { kind: 'text', text: m.clearing_mail_expired_still({ request: held.request.title }) },
        ...(held.request.isWhole ? [{ kind: 'text' as const, text: m.clearing_whole_lost() }] : []),
        { kind: 'button', label: m.clearing_mail_see_request(), href: requestUrl },
      ],
      footer: m.clearing_mail_footer(),
    }),
  )
}
