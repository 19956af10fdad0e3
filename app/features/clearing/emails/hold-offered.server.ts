/** A place is kept for a group: take it or let it go, from the mail, before the last day. Also the word before that day. */
import { formatDay, formatDayAndTime, formatDuration, formatKm, formatPrice } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { HeldPlace } from '../domain/held-place'
import { sharedWord } from '../domain/shared-word'
import { kindWord } from './kind-word'

export type HoldMail = {
  readonly locale: Locale
  readonly held: HeldPlace
  /** Shows the place with yes and no; nobody has to sign in. */
  readonly answerUrl: string
  readonly offerUrl: string
  /** Whether it was offered now, or its last day is near. */
  readonly occasion: 'offered' | 'expires-soon'
}

export function holdOfferedMail(mail: HoldMail): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, held, answerUrl, offerUrl, occasion }: HoldMail): RenderedMail {
  const title = held.offer.title
  const day = formatDay(held.expiresOn)
  const isNew = occasion === 'offered'
  return renderLetter({
    locale,
    subject: isNew
      ? m.clearing_mail_offered_subject({ title })
      : m.clearing_mail_soon_subject({ day, title }),
    preview: m.clearing_mail_preview({ day }),
    heading: isNew ? m.clearing_mail_offered_heading() : m.clearing_mail_soon_heading({ day }),
    blocks: [
      {
        kind: 'text',
        text: m.clearing_mail_for({
          title,
          organisation: held.offer.organisationName,
          request: held.request.title,
        }),
      },
      factsOf(held),
      {
        kind: 'text',
        text: held.isShared ? m.clearing_shared_until({ day }) : m.clearing_mail_until({ day }),
      },
      { kind: 'button', label: m.clearing_mail_answer(), href: answerUrl },
      { kind: 'link', label: m.clearing_mail_see_offer(), href: offerUrl },
      ...(held.shared ? [{ kind: 'small', text: m.clearing_shared_if_no() } as const] : []),
      { kind: 'small', text: held.isShared ? m.clearing_shared_after() : m.clearing_mail_after() },
    ],
    footer: m.clearing_mail_footer(),
  })
}

function factsOf({ offer, request, within, startTime, shared }: HeldPlace): Block {
  const facts = [
    { label: m.clearing_fact_kind(), value: kindWord[offer.kind]() },
    {
      label: m.clearing_fact_group(),
      value: m.clearing_group_of({ group: request.group, groups: request.groups, pupils: request.groupSize }),
    },
    ...(shared ? [{ label: m.clearing_fact_shared(), value: sharedWord(shared) }] : []),
    {
      label: m.clearing_fact_when(),
      value:
        within.from === within.until
          ? formatDayAndTime(within.from, startTime)
          : m.clearing_within({ from: formatDay(within.from, true), until: formatDay(within.until, true) }),
    },
    { label: m.common_fact_price(), value: formatPrice(offer.costCents) },
  ]
  if (offer.durationMinutes !== null)
    facts.push({ label: m.common_fact_duration(), value: formatDuration(offer.durationMinutes) })
  if (offer.distanceKm !== null)
    facts.push({
      label: m.common_fact_place(),
      value: `${offer.placeName}, ${formatKm(offer.distanceKm)}`,
    })
  return { kind: 'facts', facts }
}
