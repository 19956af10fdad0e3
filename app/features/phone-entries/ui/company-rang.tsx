/** On the page of a company, for the coordinator of its region: what can be done when it rings. */
import { Link } from '@remix-run/react'
import Phone from 'lucide-react/icons/phone'
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { OfferToChange } from '../queries/offers-to-change.server'

type Props = { readonly organisationId: string; readonly offers: readonly OfferToChange[] }

const STATE = {
  draft: m.offers_state_draft,
  published: m.offers_state_published,
  paused: m.offers_state_paused,
  archived: m.offers_state_archived,
} as const

export function CompanyRang({ organisationId, offers }: Props) {
  return (
    <section className="card no-print mt-6 p-5">
      <h2 className="text-lg leading-7">{m.phone_company_title()}</h2>
      <div className="mt-2 grid gap-4">
        <p>{m.phone_company_text()}</p>
        <div>
          <ButtonLink to={paths.newOffer(organisationId)}>
            <Phone aria-hidden size={20} strokeWidth={1.75} />
            {m.phone_enter_offer()}
          </ButtonLink>
        </div>
        {offers.length > 0 ? (
          <div>
            <h3 className="text-base">{m.phone_company_change()}</h3>
            <ul className="mt-1">
              {offers.map(({ id, title, state }) => (
                <li key={id} className="py-1.5">
                  <Link to={paths.editOffer(id)} className="link">
                    {title}
                  </Link>{' '}
                  <span className="text-sm text-ink-soft">({STATE[state]().toLowerCase()})</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  )
}
