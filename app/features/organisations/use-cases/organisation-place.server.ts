/** Where an organisation is, by its postcode. */
import type { Places } from '~/platform/geo/places.server'
import type { OrganisationPlace } from '../domain/organisation'
import { unknownPostcode } from '../errors'

/** Looks postcodes up, inside the transaction. */
export type FindsPostcode = Pick<Places, 'ofPostcode'>

/** @throws AppError invalid `organisation.postcode-unknown`. */
export async function placeAt(places: FindsPostcode, postcode: string): Promise<OrganisationPlace> {
  const place = await places.ofPostcode(postcode)
  if (place === null) throw unknownPostcode(postcode)
  return place
}
