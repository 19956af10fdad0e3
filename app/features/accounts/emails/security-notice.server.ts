import { formatMoment } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly what: SecurityNews
  readonly at: Date
  /** For a browser: Firefox on Windows. */
  readonly device: string | null
  readonly forgotHref: string
}

export type SecurityNews = keyof typeof NEWS

const NEWS = {
  'new-browser': {
    subject: m.mail_security_new_browser_subject,
    text: ({ when, device }: { readonly when: string; readonly device: string }) =>
      m.mail_security_new_browser({ when, device }),
  },
  'two-step-on': { subject: m.mail_security_two_step_on_subject, text: m.mail_security_two_step_on },
  'two-step-off': { subject: m.mail_security_two_step_off_subject, text: m.mail_security_two_step_off },
  'passkey-added': { subject: m.mail_security_passkey_added_subject, text: m.mail_security_passkey_added },
  'passkey-removed': {
    subject: m.mail_security_passkey_removed_subject,
    text: m.mail_security_passkey_removed,
  },
  'service-joined': { subject: m.mail_security_service_joined_subject, text: m.mail_security_service_joined },
  'recovery-used': { subject: m.mail_security_recovery_used_subject, text: m.mail_security_recovery_used },
  'codes-renewed': { subject: m.mail_security_codes_renewed_subject, text: m.mail_security_codes_renewed },
} as const

/** After something that could have been somebody else: whoever did not do it must hear of it. */
export function securityNoticeMail({ locale, name, what, at, device, forgotHref }: Props): RenderedMail {
  const { subject, text } = NEWS[what]
  return renderLetter({
    locale,
    subject: subject(),
    preview: m.mail_security_preview(),
    heading: m.mail_security_heading({ name }),
    blocks: [
      {
        kind: 'text',
        text: text({ when: formatMoment(at), device: device ?? m.mail_security_unknown_device() }),
      },
      { kind: 'text', text: m.mail_security_not_you() },
      { kind: 'link', label: m.mail_changed_link(), href: forgotHref },
    ],
    footer: m.mail_changed_footer(),
  })
}
