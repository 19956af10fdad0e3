/** What a coordinator can do when a company rings: enter an offer, or change one. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { OfferToChange } from '../queries/offers-to-change.server'
import { Rang } from './rang'

type Props = { readonly organisationId: string; readonly offers: readonly OfferToChange[] }

const STATE = {
  draft: m.offers_state_draft,
  published: m.offers_state_published,
  paused: m.offers_state_paused,
  archived: m.offers_state_archived,
} as const

export function CompanyRang({ organisationId, offers }: Props) {
  return (
    <Rang
      className="no-print mt-6"
      title={m.phone_company_title()}
      text={m.phone_company_text()}
      enter={{ to: paths.newOffer(organisationId), label: m.phone_enter_offer() }}
      runningTitle={m.phone_company_change()}
      running={offers.map(({ id, title, state }) => ({
        id,
        to: paths.editOffer(id),
        title,
        state: STATE[state](),
      }))}
    />
  )
}
