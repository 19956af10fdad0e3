/** In which municipalities an offer at school is given, as both engines keep and ask it: one list, never empty. */
import type { OfferDocument } from './document'
import type { Near } from './query'

const EVERYWHERE = 'everywhere'

export function servedIn({
  servedMunicipalityCodes,
}: Pick<OfferDocument, 'servedMunicipalityCodes'>): readonly string[] {
  return servedMunicipalityCodes ?? [EVERYWHERE]
}

/**
 * @returns what `servedIn` must have one of; `null` where it is not known in which municipality it is asked, or nothing is
 * limited at all.
 */
export function servingWanted(near: Near | undefined): readonly string[] | null {
  if (near?.municipalityCodes) return [EVERYWHERE, ...near.municipalityCodes]
  if (near?.radiusKm === undefined || near.municipalityCode === undefined) return null
  return [EVERYWHERE, near.municipalityCode]
}
