/** The last day passed without an answer, or the company said no: the place goes on, or stays with those who share it. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { HeldPlace } from '../domain/held-place'

const DECLINED = {
  subject: m.clearing_mail_declined_subject,
  preview: m.clearing_mail_declined_heading,
  heading: m.clearing_mail_declined_heading,
  text: m.clearing_mail_declined_text,
}
const EXPIRED = {
  subject: m.clearing_mail_expired_subject,
  preview: m.clearing_mail_expired_preview,
  heading: m.clearing_mail_expired_heading,
  text: m.clearing_mail_expired_text,
}
const EXPIRED_SHARED = {
  subject: m.clearing_shared_mail_subject,
  preview: m.clearing_mail_expired_preview,
  heading: m.clearing_shared_mail_heading,
  text: m.clearing_shared_mail_text,
}

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
  const why = held.state === 'declined' ? DECLINED : held.isShared ? EXPIRED_SHARED : EXPIRED
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: why.subject({ title }),
      preview: why.preview(),
      heading: why.heading(),
      blocks: [
        { kind: 'text', text: why.text({ title, organisation }) },
        ...(held.declineText ? [{ kind: 'quote' as const, text: held.declineText }] : []),
        { kind: 'text', text: m.clearing_mail_expired_still({ request: held.request.title }) },
        ...(held.request.isWhole ? [{ kind: 'text' as const, text: m.clearing_whole_lost() }] : []),
        { kind: 'button', label: m.clearing_mail_see_request(), href: requestUrl },
      ],
      footer: m.clearing_mail_footer(),
    }),
  )
}
