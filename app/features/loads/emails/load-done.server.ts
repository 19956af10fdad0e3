/** To who loaded: a load that took a while is done. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

export type LoadDone = {
  readonly locale: Locale
  readonly origin: string
  readonly loadId: string
  readonly name: string
  readonly fileName: string
  readonly loaded: number
  readonly failed: number
}

export function loadDoneMail({
  locale,
  origin,
  loadId,
  name,
  fileName,
  loaded,
  failed,
}: LoadDone): RenderedMail {
  const l = { locale }
  const text = m.loads_mail_done_text({ name, loaded }, l)
  return renderLetter({
    locale,
    subject: m.loads_mail_done_subject({ name }, l),
    preview: text,
    heading: m.loads_mail_done_heading({ file: fileName }, l),
    blocks: [
      { kind: 'text', text },
      ...(failed > 0 ? [{ kind: 'text' as const, text: m.loads_mail_done_failed({ failed }, l) }] : []),
      { kind: 'button', label: m.loads_mail_done_button({}, l), href: origin + paths.load(loadId) },
    ],
    footer: m.loads_mail_done_why({}, l),
  })
}
