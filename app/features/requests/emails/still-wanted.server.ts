/** Every two months to a school on the waiting list: do you still look for this? One click answers. */
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { StillWantedPage } from '../domain/still-wanted-page'

export type StillWantedMail = {
  readonly locale: Locale
  readonly page: StillWantedPage
  /** Shows the question with yes and no; nobody has to sign in. */
  readonly answerUrl: string
  readonly requestUrl: string
}

export function stillWantedMail(mail: StillWantedMail): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, page, answerUrl, requestUrl }: StillWantedMail): RenderedMail {
  const { title, schoolName, waitingSince, answerBy } = page
  const lastDay = answerBy && formatDay(answerBy, true)
  return renderLetter({
    locale,
    subject: m.requests_mail_still_subject({ title }),
    preview: lastDay ? m.requests_mail_still_until({ day: lastDay }) : m.requests_mail_still_why(),
    heading: m.requests_still_title(),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: m.requests_still_request(), value: title },
          { label: m.requests_fact_school(), value: schoolName },
          ...(waitingSince
            ? [{ label: m.requests_still_since(), value: formatDay(waitingSince, true) }]
            : []),
        ],
      },
      { kind: 'text', text: m.requests_mail_still_why() },
      {
        kind: 'text',
        text: lastDay ? m.requests_mail_still_until({ day: lastDay }) : m.requests_mail_still_again(),
      },
      { kind: 'button', label: m.requests_mail_still_answer(), href: answerUrl },
      { kind: 'link', label: m.requests_mail_still_see(), href: requestUrl },
    ],
    footer: m.requests_mail_still_footer(),
  })
}
