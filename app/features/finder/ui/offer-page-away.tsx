/** An offer that was there and is not now: said plainly, with what there is instead. */
import { ButtonLink } from '~/components/button'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import type { OfferAway } from '~/features/finder/domain/offer-page'
import * as m from '~/paraglide/messages'
import { OfferCards } from './offer-card'

export function OfferAwayScreen({ offer }: { readonly offer: OfferAway }) {
  return (
    <div className="page py-8">
      <h1>{offer.title}</h1>
      <EmptyState
        title={offer.reason === 'paused' ? m.offerpage_paused_title() : m.offerpage_archived_title()}
      >
        <p className="max-w-(--measure)">
          {offer.reason === 'paused' ? m.offerpage_paused_text() : m.offerpage_archived_text()}
        </p>
        <ButtonLink to={paths.finder()}>{m.common_to_finder()}</ButtonLink>
      </EmptyState>
      {offer.similar.length > 0 ? (
        <section className="mt-8">
          <h2>{m.offerpage_similar()}</h2>
          <div className="mt-4">
            <OfferCards cards={offer.similar} label={m.offerpage_similar()} columns={3} />
          </div>
        </section>
      ) : null}
    </div>
  )
}
