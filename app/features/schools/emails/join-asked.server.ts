/** To the leads of a school: somebody says to work there. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type JoinAsked = {
  readonly locale: Locale
  readonly origin: string
  readonly school: string
  readonly name: string
  readonly email: string
}

export function joinAskedMail({ locale, origin, school, name, email }: JoinAsked): RenderedMail {
  const l = { locale }
  return renderLetter({
    locale,
    subject: m.schools_mail_asked_subject({ name, school }, l),
    preview: m.schools_mail_asked_text({}, l),
    heading: m.schools_mail_asked_heading({ name }, l),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: m.schools_mail_name({}, l), value: name },
          { label: m.schools_mail_email({}, l), value: email },
          { label: m.schools_mail_school({}, l), value: school },
        ],
      },
      { kind: 'text', text: m.schools_mail_asked_text({}, l) },
      { kind: 'button', label: m.schools_mail_asked_button({}, l), href: origin + paths.accountSchool() },
    ],
    footer: m.schools_mail_asked_footer({ school }, l),
  })
}
