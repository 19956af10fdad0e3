/** Where an offer is: at a postcode of its own, at a branch of its organisation, or where that is itself. */
import type { OrganisationId } from '~/kernel/ids'
import type { Places } from '~/platform/geo/places.server'
import type { OfferContent, OfferPlace } from '../domain/offer'
import { unknownBranch, unknownPostcode } from '../errors'
import type { OfferStore } from '../store.server'

/** Looks postcodes up, inside the transaction. */
export type FindsPostcode = Pick<Places, 'ofPostcode'>

/** @throws AppError invalid `offer.postcode-unknown`, `offer.branch-unknown`. */
export async function placeOf(
  stores: {
    readonly offers: Pick<OfferStore, 'placeOfOrganisation' | 'placesOfBranches'>
    readonly places: FindsPostcode
  },
  organisationId: OrganisationId,
  { branchId, postcode }: Pick<OfferContent, 'branchId' | 'postcode'>,
): Promise<OfferPlace> {
  if (branchId !== null) {
    const place = (await stores.offers.placesOfBranches(organisationId)).get(branchId)
    if (!place) throw unknownBranch()
    return place
  }
  if (postcode === null) return stores.offers.placeOfOrganisation(organisationId)
  const place = await stores.places.ofPostcode(postcode)
  if (place === null) throw unknownPostcode(postcode)
  return place
}
