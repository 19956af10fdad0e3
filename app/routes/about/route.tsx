import type { MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import { TextPage } from '~/components/text-page'
import * as m from '~/paraglide/messages'

export const meta: MetaFunction = () => [
  { title: `${m.pages_about_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.pages_about_lead() },
]

export default function About() {
  return (
    <TextPage
      title={m.pages_about_title()}
      lead={m.pages_about_lead()}
      sections={[
        { heading: m.pages_about_why(), text: m.pages_about_why_text() },
        {
          heading: m.pages_about_how(),
          items: [m.pages_about_how_company(), m.pages_about_how_check(), m.pages_about_how_school()],
        },
        { heading: m.pages_about_who(), text: m.pages_about_who_text() },
        {
          heading: m.pages_about_not(),
          text: m.pages_about_not_text(),
          items: [
            m.pages_about_not_mbo(),
            m.pages_about_not_sector(),
            m.pages_about_not_grants(),
            m.pages_about_not_teachers(),
          ],
          more: (
            <p>
              {m.pages_about_not_where()}{' '}
              <Link to={paths.regions()} className="link">
                {m.pages_about_to_regions()}
              </Link>
            </p>
          ),
        },
        {
          heading: m.pages_about_data(),
          items: [
            m.pages_about_data_schools(),
            m.pages_about_data_borders(),
            m.pages_about_data_goals(),
            m.pages_about_data_demo(),
          ],
        },
        { heading: m.pages_about_free(), text: m.pages_about_free_text() },
      ]}
    />
  )
}
