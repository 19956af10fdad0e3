/** To the school: a coordinator entered or changed a request for it. */
import { paths } from '~/components/paths'
import { daySpanWord } from '~/features/matchmaking/ui/day-span-word'
import { classWord, groupsWord, kindsWord, topicsWord } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { RequestPage } from '../../requests/queries/request-page.server'
import type { PhoneEntryKind } from '../domain/phone-entry'

export type RequestEntered = {
  readonly locale: Locale
  readonly origin: string
  readonly kind: PhoneEntryKind
  readonly byName: string
  readonly byEmail: string | null
  readonly request: RequestPage
  /** Of who rang, who has no account; `null`: the reader signs in. */
  readonly link: string | null
}

export function requestEnteredMail(mail: RequestEntered): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, origin, kind, byName, byEmail, request, link }: RequestEntered): RenderedMail {
  const { need, groups, topics, schoolName, id } = request
  const said = { name: byName, school: schoolName }
  const period = need.period ? daySpanWord(need.period) : (need.periodText ?? m.requests_when_any())
  return renderLetter({
    locale,
    subject: kind === 'entered' ? m.phone_mail_entered_subject(said) : m.phone_mail_changed_subject(said),
    preview: need.title,
    heading: kind === 'entered' ? m.phone_mail_entered_heading() : m.phone_mail_changed_heading(),
    blocks: [
      {
        kind: 'text',
        text: kind === 'entered' ? m.phone_mail_entered_text(said) : m.phone_mail_changed_text(said),
      },
      {
        kind: 'facts',
        facts: [
          { label: m.phone_mail_title(), value: need.title },
          {
            label: m.requests_summary_what(),
            value: `${kindsWord(need.kinds)}: ${topicsWord(need.topicIds, topics)}`,
          },
          {
            label: m.requests_summary_who(),
            value: `${classWord(need.level, need.years, need.tracks)}. ${groupsWord(groups.length, need.groupSize)}`,
          },
          { label: m.requests_summary_when(), value: period },
          {
            label: m.phone_fact(),
            value: byEmail ? `${m.phone_by({ name: byName })}, ${byEmail}` : m.phone_by({ name: byName }),
          },
        ],
      },
      ...(need.text ? [{ kind: 'quote' as const, text: need.text }] : []),
      ...waysOn({ link, origin, id }),
    ],
    footer: link ? m.phone_mail_caller_footer(said) : m.phone_mail_school_footer({ school: schoolName }),
  })
}

function waysOn({
  link,
  origin,
  id,
}: Pick<RequestEntered, 'link' | 'origin'> & { readonly id: string }): Block[] {
  if (link)
    return [
      { kind: 'button', label: m.phone_mail_see(), href: link },
      { kind: 'small', text: m.phone_mail_caller_how() },
    ]
  return [
    { kind: 'button', label: m.phone_mail_see(), href: origin + paths.request(id) },
    { kind: 'link', label: m.phone_mail_change(), href: origin + paths.editRequest(id) },
    { kind: 'link', label: m.phone_mail_withdraw(), href: origin + paths.withdrawRequest(id) },
  ]
}
