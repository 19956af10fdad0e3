import type { MetaFunction } from '@remix-run/node'
import { TextPage } from '~/components/text-page'
import * as m from '~/paraglide/messages'

export const meta: MetaFunction = () => [
  { title: `${m.pages_access_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.pages_access_lead() },
]

export default function Accessibility() {
  return (
    <TextPage
      title={m.pages_access_title()}
      lead={m.pages_access_lead()}
      sections={[
        { heading: m.pages_access_norm(), text: m.pages_access_norm_text() },
        {
          heading: m.pages_access_done(),
          items: [
            m.pages_access_done_axe(),
            m.pages_access_done_map(),
            m.pages_access_done_forms(),
            m.pages_access_done_colour(),
            m.pages_access_done_motion(),
          ],
        },
        {
          heading: m.pages_access_gaps(),
          items: [m.pages_access_gaps_language(), m.pages_access_gaps_text(), m.pages_access_gaps_reader()],
        },
        { heading: m.pages_access_tell(), text: m.pages_access_tell_text() },
      ]}
    />
  )
}
