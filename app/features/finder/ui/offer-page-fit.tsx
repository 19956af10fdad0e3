/** What fits the reader's school and what does not, with the figure. A difference is always said. */
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { formatKm } from '~/components/format'
import type { OfferPage } from '~/features/finder/domain/offer-page'
import * as m from '~/paraglide/messages'

type Reason = { readonly text: string; readonly fits: boolean }

export function OfferFit({ offer }: { readonly offer: OfferPage }) {
  const reasons = reasonsOf(offer)
  if (reasons.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {reasons.map(({ text, fits }) => (
        <li key={text} className="flex items-center gap-1.5">
          {fits ? (
            <Check aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-act" />
          ) : (
            <TriangleAlert aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-need" />
          )}
          {text}
        </li>
      ))}
    </ul>
  )
}

function reasonsOf(offer: OfferPage): Reason[] {
  const { ownSchool: own, travelRadiusKm } = offer
  const reasons: Reason[] = []
  if (own?.comes === 'yes')
    reasons.push({ text: m.offerpage_fit_comes({ distance: formatKm(own.distanceKm) }), fits: true })
  else if (own?.comes === 'too-far' && travelRadiusKm !== null)
    reasons.push({
      text: m.offerpage_fit_too_far({ radius: formatKm(travelRadiusKm), distance: formatKm(own.distanceKm) }),
      fits: false,
    })
  else if (own?.comes === 'other-region') reasons.push({ text: m.offerpage_fit_other_region(), fits: false })
  else if (own)
    reasons.push({ text: m.offerpage_fit_distance({ distance: formatKm(own.distanceKm) }), fits: true })
  if (offer.location === 'online' || offer.location === 'download')
    reasons.push({ text: m.offerpage_fit_anywhere(), fits: true })
  if (offer.girlsFocus) reasons.push({ text: m.offerpage_girls_yes(), fits: true })
  return reasons
}
