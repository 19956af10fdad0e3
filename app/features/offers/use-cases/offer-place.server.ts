/** Where an offer is: at a postcode of its own, or where its organisation is. */
import type { OrganisationId } from '~/kernel/ids'
import type { Places } from '~/platform/geo/places.server'
import type { OfferContent, OfferPlace } from '../domain/offer'
import { unknownPostcode } from '../errors'
import type { OfferStore } from '../store.server'

/** Looks postcodes up, inside the transaction. */
export type FindsPostcode = Pick<Places, 'ofPostcode'>

/** @throws AppError invalid `offer.postcode-unknown`. */
export async function placeOf(
  stores: { readonly offers: Pick<OfferStore, 'placeOfOrganisation'>; readonly places: FindsPostcode },
  organisationId: OrganisationId,
  { postcode }: Pick<OfferContent, 'postcode'>,
): Promise<OfferPlace> {
  if (postcode === null) return stores.offers.placeOfOrganisation(organisationId)
  const place = await stores.places.ofPostcode(postcode)
  if (place === null) throw unknownPostcode(postcode)
  return place
}
