/** To the leads of an organisation: what the coordinator decided. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type OrganisationDecided = {
  readonly locale: Locale
  readonly origin: string
  readonly organisationId: string
  readonly name: string
  /** `null`: verified. Else why not, in the coordinator's words. */
  readonly refusalReason: string | null
  /** Offers that are online: schools find them from now on. */
  readonly publishedOffers: number
}

export function organisationDecided(props: OrganisationDecided): RenderedMail {
  return props.refusalReason === null ? verified(props) : refused(props, props.refusalReason)
}

function verified({
  locale,
  origin,
  organisationId: of,
  name,
  publishedOffers,
}: OrganisationDecided): RenderedMail {
  const l = { locale }
  const next =
    publishedOffers > 0
      ? m.organisations_mail_verified_offers({ count: publishedOffers }, l)
      : m.organisations_mail_verified_no_offers({}, l)
  return renderLetter({
    locale,
    subject: m.organisations_mail_verified_subject({ name }, l),
    preview: next,
    heading: m.organisations_mail_verified_heading({ name }, l),
    blocks: [
      { kind: 'text', text: next },
      {
        kind: 'button',
        label:
          publishedOffers > 0
            ? m.organisations_mail_to_organisation({}, l)
            : m.organisations_mail_to_new_offer({}, l),
        href: origin + (publishedOffers > 0 ? paths.myOrganisation({ of }) : paths.newOffer(of)),
      },
    ],
    footer: m.organisations_mail_lead_why({ name }, l),
  })
}

function refused(props: OrganisationDecided, reason: string): RenderedMail {
  const { locale, origin, organisationId, name } = props
  const l = { locale }
  return renderLetter({
    locale,
    subject: m.organisations_mail_refused_subject({ name }, l),
    preview: reason.slice(0, 120),
    heading: m.organisations_mail_refused_heading({ name }, l),
    blocks: [
      { kind: 'facts', facts: [{ label: m.organisations_mail_refused_reason({}, l), value: reason }] },
      { kind: 'text', text: m.organisations_my_refused_what({}, l) },
      {
        kind: 'button',
        label: m.organisations_my_edit({}, l),
        href: origin + paths.editOrganisation(organisationId),
      },
    ],
    footer: m.organisations_mail_lead_why({ name }, l),
  })
}
