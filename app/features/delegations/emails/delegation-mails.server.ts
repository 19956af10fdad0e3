/** Mails about loading by a partner: to the partner that it may or no longer may, to the company that it did. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type About = {
  readonly locale: Locale
  readonly origin: string
  /** The company whose offers are loaded. */
  readonly member: string
  readonly partner: string
}

export function loadingDelegatedMail(
  props: About & { readonly memberId: string; readonly isRevoked: boolean },
): RenderedMail {
  const { locale, origin, member, partner, memberId, isRevoked } = props
  const l = { locale }
  const subject = isRevoked
    ? m.delegations_mail_revoked_subject({ member }, l)
    : m.delegations_mail_granted_subject({ member }, l)
  const text = isRevoked
    ? m.delegations_mail_revoked_text({ member, partner }, l)
    : m.delegations_mail_granted_text({ member, partner }, l)
  return renderLetter({
    locale,
    subject,
    preview: text,
    heading: subject,
    blocks: [
      { kind: 'text', text },
      ...(isRevoked
        ? []
        : [
            {
              kind: 'button' as const,
              label: m.delegations_load_for({ name: member }, l),
              href: origin + paths.loads(memberId),
            },
          ]),
    ],
    footer: m.organisations_mail_lead_why({ name: partner }, l),
  })
}

export function loadedForYouMail(
  props: About & {
    readonly loadId: string
    readonly fileName: string
    /** `null`: a feed, or the account is gone. */
    readonly by: string | null
    readonly loaded: number
  },
): RenderedMail {
  const { locale, origin, member, partner, loadId, fileName, by, loaded } = props
  const l = { locale }
  const text = m.delegations_mail_loaded_text({ partner, member, loaded }, l)
  return renderLetter({
    locale,
    subject: m.delegations_mail_loaded_subject({ partner, member }, l),
    preview: text,
    heading: m.delegations_mail_loaded_subject({ partner, member }, l),
    blocks: [
      { kind: 'text', text },
      {
        kind: 'facts',
        facts: [
          { label: m.delegations_mail_loaded_by({}, l), value: by ? `${by}, ${partner}` : partner },
          { label: m.delegations_mail_loaded_file({}, l), value: fileName },
        ],
      },
      { kind: 'button', label: m.delegations_mail_loaded_button({}, l), href: origin + paths.load(loadId) },
      { kind: 'small', text: m.delegations_mail_loaded_undo({}, l) },
    ],
    footer: m.organisations_mail_lead_why({ name: member }, l),
  })
}
