/** Whether one offer of a company fits one request nearby, by the rules of the page of them. */
import type { Actor } from '~/authorisation/actor'
import { aroundCompany, bestNearby, type NearbyNeeds } from './nearby-candidates.server'

/** Five statements. @returns `null` when it does not, or the offer is not of the actor. */
export async function nearbyFit(
  needs: NearbyNeeds,
  actor: Actor,
  now: Date,
  { requestId, offerId }: { readonly requestId: string; readonly offerId: string },
): Promise<{ readonly branchId: string; readonly score: number } | null> {
  const around = await aroundCompany(needs, actor, now, requestId)
  const [candidate] = around.candidates
  const offers = around.offers.filter(({ id }) => id === offerId)
  const fit = candidate && bestNearby(candidate, offers, around.parents)
  return fit ? { branchId: candidate.branchId, score: fit.score } : null
}
