/** What a reader left to the mail of the day or of the week: a line each, with the page that it leads to. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type NotificationDigestMail = {
  readonly locale: Locale
  readonly isWeekly: boolean
  /** At least one. */
  readonly lines: readonly { readonly title: string; readonly preview: string; readonly href: string }[]
  /** That did not fit. */
  readonly more: number
  readonly allUrl: string
}

export function notificationDigestMail(mail: NotificationDigestMail): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, isWeekly, lines, more, allUrl }: NotificationDigestMail): RenderedMail {
  const count = lines.length + more
  return renderLetter({
    locale,
    subject: isWeekly
      ? m.notifications_digest_weekly_subject({ count })
      : m.notifications_digest_daily_subject({ count }),
    preview: lines[0]?.title ?? '',
    heading: isWeekly ? m.notifications_digest_weekly_heading() : m.notifications_digest_daily_heading(),
    blocks: [
      ...lines.map(
        ({ title, preview, href }): Block => ({ kind: 'item', label: title, href, detail: preview }),
      ),
      {
        kind: 'link',
        label: more > 0 ? m.notifications_digest_more({ count: more }) : m.notifications_digest_all(),
        href: allUrl,
      },
    ],
    footer: m.notifications_digest_footer(),
  })
}
