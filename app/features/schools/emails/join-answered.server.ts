/** To who asked to belong to a school: what its lead said. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type JoinAnswered = {
  readonly locale: Locale
  readonly origin: string
  readonly school: string
  readonly worksHere: boolean
}

export function joinAnsweredMail({ locale, origin, school, worksHere }: JoinAnswered): RenderedMail {
  const l = { locale }
  const words = worksHere
    ? {
        subject: m.schools_mail_yes_subject({ school }, l),
        text: m.schools_mail_yes_text({}, l),
        button: m.schools_mail_yes_button({}, l),
        href: paths.newRequest(),
      }
    : {
        subject: m.schools_mail_no_subject({ school }, l),
        text: m.schools_mail_no_text({}, l),
        button: m.schools_mail_no_button({}, l),
        href: paths.accountSchool(),
      }
  return renderLetter({
    locale,
    subject: words.subject,
    preview: words.text,
    heading: words.subject,
    blocks: [
      { kind: 'text', text: words.text },
      { kind: 'button', label: words.button, href: origin + words.href },
    ],
    footer: m.schools_mail_answered_footer({ school }, l),
  })
}
