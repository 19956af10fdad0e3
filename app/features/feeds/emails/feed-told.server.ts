/** To the leads: a feed waits for their yes, or could not be read. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

type Told = {
  readonly locale: Locale
  readonly origin: string
  readonly organisationId: string
  readonly name: string
  readonly url: string
}

export function feedReadyMail(
  props: Told & { readonly loadId: string; readonly items: number },
): RenderedMail {
  const { locale, origin, name, url, loadId, items } = props
  const l = { locale }
  const text = m.feeds_mail_ready_text({ items }, l)
  return renderLetter({
    locale,
    subject: m.feeds_mail_ready_subject({ name }, l),
    preview: text,
    heading: m.feeds_mail_ready_heading({}, l),
    blocks: [
      { kind: 'text', text },
      { kind: 'small', text: url },
      { kind: 'button', label: m.feeds_mail_ready_button({}, l), href: origin + paths.load(loadId) },
    ],
    footer: m.feeds_mail_why({ name }, l),
  })
}

/** @param props `problem`: what was wrong, in the words of the page. */
export function feedFailedMail(props: Told & { readonly problem: string }): RenderedMail {
  const { locale, origin, organisationId, name, url, problem } = props
  const l = { locale }
  return renderLetter({
    locale,
    subject: m.feeds_mail_failed_subject({ name }, l),
    preview: problem,
    heading: m.feeds_mail_failed_heading({}, l),
    blocks: [
      { kind: 'text', text: problem },
      { kind: 'small', text: url },
      { kind: 'text', text: m.feeds_mail_failed_text({}, l) },
      {
        kind: 'button',
        label: m.feeds_mail_failed_button({}, l),
        href: origin + paths.feeds(organisationId),
      },
    ],
    footer: m.feeds_mail_why({ name }, l),
  })
}
