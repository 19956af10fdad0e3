/** To the coordinators of a region: an organisation asks to be verified. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type OrganisationAsks = {
  readonly locale: Locale
  readonly origin: string
  readonly name: string
  readonly about: string
  readonly place: string
  readonly kvkNumber: string | null
  readonly website: string | null
  /** As it is read: "2 december 2026". */
  readonly answerBy: string
}

export function organisationAsks(props: OrganisationAsks): RenderedMail {
  const { locale, origin, name, about, place, kvkNumber, website, answerBy } = props
  const l = { locale }
  return renderLetter({
    locale,
    subject: m.organisations_mail_asks_subject({ name, place }, l),
    preview: about.slice(0, 120),
    heading: m.organisations_mail_asks_heading({ name }, l),
    blocks: [
      { kind: 'text', text: about },
      {
        kind: 'facts',
        facts: [
          { label: m.organisations_board_place({}, l), value: place },
          { label: m.organisations_form_kvk({}, l), value: kvkNumber ?? m.organisations_my_not_told({}, l) },
          {
            label: m.organisations_form_website({}, l),
            value: website ?? m.organisations_my_not_told({}, l),
          },
          { label: m.organisations_mail_asks_by({}, l), value: answerBy },
        ],
      },
      { kind: 'text', text: m.organisations_mail_asks_what({}, l) },
      {
        kind: 'button',
        label: m.organisations_mail_asks_button({}, l),
        href: `${origin}${paths.organisationBoard()}`,
      },
    ],
    footer: m.organisations_mail_asks_why({}, l),
  })
}
