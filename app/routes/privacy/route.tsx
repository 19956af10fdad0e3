import type { MetaFunction } from '@remix-run/node'
import { TextPage } from '~/components/text-page'
import { HoldingsTable } from '~/features/privacy/ui/holdings-table'
import * as m from '~/paraglide/messages'

export const meta: MetaFunction = () => [
  { title: `${m.pages_privacy_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.pages_privacy_lead() },
]

export default function Privacy() {
  return (
    <TextPage
      title={m.pages_privacy_title()}
      lead={m.pages_privacy_lead()}
      sections={[
        { heading: m.pages_privacy_visitor(), text: m.pages_privacy_visitor_text() },
        { heading: m.pages_privacy_seen(), text: m.pages_privacy_seen_text() },
        {
          heading: m.pages_privacy_cookies(),
          text: m.pages_privacy_cookies_text(),
          items: [
            m.pages_privacy_cookies_session(),
            m.pages_privacy_cookies_lang(),
            m.pages_privacy_cookies_theme(),
            m.pages_privacy_cookies_known(),
            m.pages_privacy_cookies_flash(),
            m.pages_privacy_cookies_kept(),
          ],
        },
        { heading: m.pages_privacy_others(), text: m.pages_privacy_others_text() },
        { heading: m.pages_privacy_rights(), text: m.pages_privacy_rights_text(), more: <HoldingsTable /> },
      ]}
    />
  )
}
