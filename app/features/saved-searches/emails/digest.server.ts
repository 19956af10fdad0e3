/** On Monday to who saved a search: what is new or changed, all searches of the address in one mail. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import { SAVED } from '../domain/saved-search'

export type DigestSearch = {
  readonly words: string
  readonly finderUrl: string
  readonly news: readonly {
    readonly title: string
    readonly organisationName: string
    readonly placeName: string
    readonly url: string
    readonly isNew: boolean
  }[]
}

export type DigestMail = {
  readonly locale: Locale
  /** At least one, each with at least one piece of news. */
  readonly searches: readonly DigestSearch[]
  readonly origin: string
  readonly endUrl: string
}

export function digestMail(mail: DigestMail): RenderedMail {
  return inLocale(mail.locale, () => letterOf(mail))
}

function letterOf({ locale, searches, origin, endUrl }: DigestMail): RenderedMail {
  const offers = new Set(searches.flatMap(({ news }) => news.map(({ url }) => url)))
  return renderLetter({
    locale,
    subject: m.searches_mail_digest_subject({ count: offers.size }),
    preview: searches[0]?.news[0]?.title ?? '',
    heading: m.searches_mail_digest_heading(),
    blocks: [
      ...searches.flatMap(partOf),
      { kind: 'small', text: m.searches_mail_digest_gone() },
      { kind: 'link', label: m.searches_mail_end(), href: endUrl },
    ],
    footer: m.searches_mail_footer({ site: new URL(origin + paths.home()).host }),
  })
}

function partOf({ words, finderUrl, news }: DigestSearch): Block[] {
  const more = news.length - SAVED.named
  return [
    { kind: 'heading', text: words },
    ...news.slice(0, SAVED.named).map(
      ({ title, organisationName, placeName, url, isNew }): Block => ({
        kind: 'item',
        label: title,
        href: url,
        detail: (isNew ? m.searches_mail_digest_new : m.searches_mail_digest_changed)({
          organisation: organisationName,
          place: placeName,
        }),
      }),
    ),
    {
      kind: 'link',
      label: more > 0 ? m.searches_mail_digest_more({ count: more }) : m.searches_mail_digest_all(),
      href: finderUrl,
    },
  ]
}
