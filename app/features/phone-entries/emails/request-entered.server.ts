/** To the school: a coordinator entered or changed a request for it. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { PhoneEntryKind } from '../domain/phone-entry'

export type RequestEntered = {
  readonly locale: Locale
  readonly origin: string
  readonly kind: PhoneEntryKind
  readonly byName: string
  readonly byEmail: string | null
  readonly request: {
    readonly id: string
    readonly schoolName: string
    readonly title: string
    readonly text: string
    /** In the reader's language: what, for whom, when. */
    readonly facts: readonly { readonly label: string; readonly value: string }[]
  }
  /** Of who rang, who has no account; `null`: the reader signs in. */
  readonly link: string | null
}

export function requestEnteredMail(mail: RequestEntered): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, origin, kind, byName, byEmail, request, link }: RequestEntered): RenderedMail {
  const { title, text, facts, schoolName, id } = request
  const said = { name: byName, school: schoolName }
  return renderLetter({
    locale,
    subject: kind === 'entered' ? m.phone_mail_entered_subject(said) : m.phone_mail_changed_subject(said),
    preview: title,
    heading: kind === 'entered' ? m.phone_mail_entered_heading() : m.phone_mail_changed_heading(),
    blocks: [
      {
        kind: 'text',
        text: kind === 'entered' ? m.phone_mail_entered_text(said) : m.phone_mail_changed_text(said),
      },
      {
        kind: 'facts',
        facts: [
          { label: m.phone_mail_title(), value: title },
          ...facts,
          {
            label: m.phone_fact(),
            value: byEmail ? `${m.phone_by({ name: byName })}, ${byEmail}` : m.phone_by({ name: byName }),
          },
        ],
      },
      ...(text ? [{ kind: 'quote' as const, text }] : []),
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
