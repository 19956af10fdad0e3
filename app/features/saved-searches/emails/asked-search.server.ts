/** To an address that somebody typed with a search: say yes, or hear that it is saved already, or that there is no room. */
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import { SAVED } from '../domain/saved-search'

type Props = {
  readonly locale: Locale
  /** In the words of that language. */
  readonly search: string
  readonly endUrl: string
}

/** @param confirmUrl shows the question with a button; nobody has to sign in. */
export function confirmSearchMail(mail: Props & { readonly confirmUrl: string }): RenderedMail {
  return inLocale(mail.locale, () =>
    renderLetter({
      locale: mail.locale,
      subject: m.searches_mail_confirm_subject(),
      preview: mail.search,
      heading: m.searches_mail_confirm_subject(),
      blocks: [
        { kind: 'text', text: m.searches_mail_confirm_text() },
        { kind: 'facts', facts: [{ label: m.searches_question(), value: mail.search }] },
        { kind: 'button', label: m.searches_confirm_button(), href: mail.confirmUrl },
        { kind: 'small', text: m.searches_mail_confirm_until({ days: SAVED.confirmDays }) },
        { kind: 'small', text: m.searches_mail_confirm_not_you() },
        { kind: 'link', label: m.searches_mail_manage(), href: mail.endUrl },
      ],
      footer: m.searches_mail_footer_asked(),
    }),
  )
}

export function savedAlreadyMail({ locale, search, endUrl }: Props): RenderedMail {
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: m.searches_mail_already_subject(),
      preview: search,
      heading: m.searches_mail_already_subject(),
      blocks: [
        { kind: 'text', text: m.searches_mail_already_text() },
        { kind: 'facts', facts: [{ label: m.searches_question(), value: search }] },
        { kind: 'link', label: m.searches_mail_manage(), href: endUrl },
      ],
      footer: m.searches_mail_footer_asked(),
    }),
  )
}

export function searchesFullMail({ locale, endUrl }: Omit<Props, 'search'>): RenderedMail {
  return inLocale(locale, () =>
    renderLetter({
      locale,
      subject: m.searches_mail_full_subject({ most: SAVED.mostPerAddress }),
      preview: m.searches_mail_full_text(),
      heading: m.searches_mail_full_subject({ most: SAVED.mostPerAddress }),
      blocks: [
        { kind: 'text', text: m.searches_mail_full_text() },
        { kind: 'button', label: m.searches_mail_manage(), href: endUrl },
      ],
      footer: m.searches_mail_footer_asked(),
    }),
  )
}
