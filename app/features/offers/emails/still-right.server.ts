/** Once a year to a company: are these offers still right? And: these are paused now. One click answers. */
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { StillRightOffer } from '../domain/still-right'

export type StillRightMail = {
  readonly locale: Locale
  readonly organisationName: string
  readonly offers: readonly StillRightOffer[]
  /** Nobody answered: schools no longer see them. */
  readonly isPaused: boolean
  /** Shows the offers with one button; nobody has to sign in. */
  readonly answerUrl: string
  readonly offersUrl: string
}

export function stillRightMail(mail: StillRightMail): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({
  locale,
  organisationName,
  offers,
  isPaused,
  answerUrl,
  offersUrl,
}: StillRightMail): RenderedMail {
  const count = offers.length
  const day = offers.flatMap(({ pausesOn }) => pausesOn ?? []).sort()[0]
  return renderLetter({
    locale,
    subject: isPaused ? m.stillright_paused_subject({ count }) : m.stillright_subject({ count }),
    preview: organisationName,
    heading: isPaused ? m.stillright_paused_title({ count }) : m.stillright_title(),
    blocks: [
      { kind: 'text', text: isPaused ? m.stillright_paused_why() : m.stillright_why() },
      ...offers.map(({ title, confirmedOn }) => ({
        kind: 'facts' as const,
        facts: [{ label: title, value: m.stillright_confirmed({ day: formatDay(confirmedOn, true) }) }],
      })),
      ...(day ? [{ kind: 'text' as const, text: m.stillright_until({ day: formatDay(day, true) }) }] : []),
      {
        kind: 'button',
        label: isPaused ? m.stillright_bring_back() : m.stillright_yes({ count }),
        href: answerUrl,
      },
      { kind: 'link', label: m.stillright_change(), href: offersUrl },
    ],
    footer: m.stillright_footer({ name: organisationName }),
  })
}
