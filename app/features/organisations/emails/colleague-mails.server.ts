/** Mails about who works at an organisation: an invitation, and what became of somebody's access. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { Colleague } from '../domain/colleagues'
import { roleMay, roleWord } from '../domain/role-words'

type About = {
  readonly locale: Locale
  readonly origin: string
  readonly organisationId: string
  /** Of the organisation. */
  readonly name: string
}

export function colleagueInvitedMail(
  props: About & {
    readonly token: string
    readonly role: Colleague['role']
    /** `null`: who invited has no account any more. */
    readonly by: string | null
    readonly days: number
  },
): RenderedMail {
  const { locale, origin, name, token, role, days } = props
  const l = { locale }
  const by = props.by ?? name
  return renderLetter({
    locale,
    subject: m.organisations_mail_invited_subject({ name }, l),
    preview: m.organisations_mail_invited_text({ by, name }, l),
    heading: m.organisations_mail_invited_heading({ name }, l),
    blocks: [
      { kind: 'text', text: m.organisations_mail_invited_text({ by, name }, l) },
      { kind: 'text', text: `${roleWord(role, locale)}: ${roleMay(role, locale)}` },
      {
        kind: 'button',
        label: m.organisations_mail_invited_button({}, l),
        href: origin + paths.joinOrganisation(token),
      },
      { kind: 'small', text: m.organisations_mail_invited_until({ days }, l) },
    ],
    footer: m.organisations_mail_invited_why({ name }, l),
  })
}

/** To the owners. @param props `who`: the name of the new colleague. */
export function colleagueJoinedMail(
  props: About & { readonly who: string; readonly role: Colleague['role'] },
): RenderedMail {
  const { locale, origin, organisationId, name, who, role } = props
  const l = { locale }
  const text = m.organisations_mail_joined_text({ who, name, role: roleWord(role, locale) }, l)
  return renderLetter({
    locale,
    subject: m.organisations_mail_joined_subject({ who, name }, l),
    preview: text,
    heading: m.organisations_mail_joined_heading({ who }, l),
    blocks: [
      { kind: 'text', text },
      {
        kind: 'button',
        label: m.organisations_mail_to_colleagues({}, l),
        href: origin + paths.colleagues(organisationId),
      },
    ],
    footer: m.organisations_mail_lead_why({ name }, l),
  })
}

/** To the person. @param props `role`: what it is now; `null`: works there no longer. */
export function ownAccessMail(props: About & { readonly role: Colleague['role'] | null }): RenderedMail {
  const { locale, origin, organisationId, name, role } = props
  const l = { locale }
  if (role === null)
    return renderLetter({
      locale,
      subject: m.organisations_mail_removed_subject({ name }, l),
      preview: m.organisations_mail_removed_text({ name }, l),
      heading: m.organisations_mail_removed_subject({ name }, l),
      blocks: [{ kind: 'text', text: m.organisations_mail_removed_text({ name }, l) }],
      footer: m.organisations_mail_own_why({ name }, l),
    })
  return renderLetter({
    locale,
    subject: m.organisations_mail_role_subject({ name, role: roleWord(role, locale) }, l),
    preview: roleMay(role, locale),
    heading: m.organisations_mail_role_subject({ name, role: roleWord(role, locale) }, l),
    blocks: [
      { kind: 'text', text: roleMay(role, locale) },
      {
        kind: 'button',
        label: m.organisations_mail_to_organisation({}, l),
        href: origin + paths.myOrganisation({ of: organisationId }),
      },
    ],
    footer: m.organisations_mail_own_why({ name }, l),
  })
}
