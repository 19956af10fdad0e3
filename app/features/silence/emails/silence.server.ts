/** To a company that answers no school: what follows, or what followed; one click says that it is there. */
import { formatDay } from '~/components/format'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type SilenceMail = {
  readonly locale: Locale
  readonly organisationName: string
  readonly lapsed: number
  /** The day on which its offers leave; `null`: they have. */
  readonly hiddenOn: CalendarDate | null
  readonly answerUrl: string
  readonly inboxUrl: string
}

export function silenceMail(mail: SilenceMail): RenderedMail {
  return inLocale(mail.locale, () => {
    const { locale, organisationName: name, lapsed: count, hiddenOn, answerUrl, inboxUrl } = mail
    return renderLetter({
      locale,
      subject: hiddenOn ? m.silence_mail_told_subject() : m.silence_mail_hidden_subject(),
      preview: name,
      heading: hiddenOn ? m.silence_mail_told_subject() : m.silence_mail_hidden_subject(),
      blocks: [
        { kind: 'text', text: m.silence_lapsed({ count }) },
        {
          kind: 'text',
          text: hiddenOn
            ? m.silence_mail_told_text({ day: formatDay(hiddenOn, true) })
            : m.silence_mail_hidden_text(),
        },
        {
          kind: 'button',
          label: hiddenOn ? m.silence_here() : m.silence_bring_back(),
          href: answerUrl,
        },
        { kind: 'link', label: m.silence_to_inbox(), href: inboxUrl },
        { kind: 'small', text: m.silence_too_much() },
      ],
      footer: m.silence_mail_footer({ name }),
    })
  })
}

/** To a coordinator of its region: perhaps a call helps. */
export function silenceNoticeMail(mail: {
  readonly locale: Locale
  readonly organisationName: string
  readonly lapsed: number
  readonly organisationUrl: string
}): RenderedMail {
  return inLocale(mail.locale, () =>
    renderLetter({
      locale: mail.locale,
      subject: m.silence_notice_subject({ name: mail.organisationName }),
      preview: mail.organisationName,
      heading: m.silence_notice_subject({ name: mail.organisationName }),
      blocks: [
        {
          kind: 'text',
          text: m.silence_notice_text({ name: mail.organisationName, count: mail.lapsed }),
        },
        { kind: 'link', label: m.silence_notice_open(), href: mail.organisationUrl },
      ],
      footer: m.silence_notice_footer(),
    }),
  )
}
