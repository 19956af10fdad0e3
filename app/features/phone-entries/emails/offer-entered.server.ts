/** To the company: a coordinator entered or changed an offer for it. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { EnteredOffer, PhoneEntryKind } from '../domain/phone-entry'

export type OfferEntered = {
  readonly locale: Locale
  readonly origin: string
  readonly kind: PhoneEntryKind
  readonly byName: string
  readonly byEmail: string | null
  readonly offerId: string
  readonly offer: EnteredOffer
  /** Somebody of the company with an account, who can change it. */
  readonly isMember: boolean
}

export function offerEnteredMail(mail: OfferEntered): RenderedMail {
  const { locale, origin, kind, byName, byEmail, offerId, offer, isMember } = mail
  const l = { locale }
  const said = { name: byName, company: offer.organisationName }
  return renderLetter({
    locale,
    subject:
      kind === 'entered' ? m.phone_mail_offer_subject(said, l) : m.phone_mail_offer_changed_subject(said, l),
    preview: offer.title,
    heading:
      kind === 'entered' ? m.phone_mail_offer_heading({}, l) : m.phone_mail_offer_changed_heading({}, l),
    blocks: [
      {
        kind: 'text',
        text:
          kind === 'entered' ? m.phone_mail_offer_text(said, l) : m.phone_mail_offer_changed_text(said, l),
      },
      {
        kind: 'facts',
        facts: [
          { label: m.phone_mail_title({}, l), value: offer.title },
          ...(offer.summary ? [{ label: m.phone_mail_summary({}, l), value: offer.summary }] : []),
          {
            label: m.phone_fact({}, l),
            value: byEmail
              ? `${m.phone_by({ name: byName }, l)}, ${byEmail}`
              : m.phone_by({ name: byName }, l),
          },
        ],
      },
      ...(offer.isDraft ? [{ kind: 'text' as const, text: m.phone_mail_offer_draft({}, l) }] : []),
      ...(isMember
        ? [
            {
              kind: 'button' as const,
              label: m.phone_mail_offer_see({}, l),
              href: origin + paths.editOffer(offerId),
            },
            {
              kind: 'link' as const,
              label: m.phone_mail_offer_withdraw({}, l),
              href: origin + paths.myOrganisation({ of: offer.organisationId }),
            },
          ]
        : [{ kind: 'text' as const, text: m.phone_mail_offer_no_account({}, l) }]),
    ],
    footer: m.phone_mail_offer_footer({ company: offer.organisationName }, l),
  })
}
