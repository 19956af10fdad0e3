/** Where a booking is, as people and maps read it. */
import type { OfferLocation } from '~/kernel/education'

type Where = {
  readonly offer: {
    readonly location: OfferLocation
    readonly postcode: string
    readonly placeName: string
  }
  readonly organisation: { readonly name: string }
  readonly school: {
    readonly name: string
    readonly street: string
    readonly houseNumber: string
    readonly postcode: string
    readonly placeName: string
  }
}

/** @returns name and address on one line; `null` where nobody has to go anywhere. */
export function placeOf(where: Where): string | null {
  const parts = partsOf(where)
  return parts && `${parts.name}, ${parts.address}`
}

/** @returns a page of a map that looks the address up. */
export function mapUrl(where: Where): string | null {
  const parts = partsOf(where)
  return (
    parts &&
    `https://www.openstreetmap.org/search?query=${encodeURIComponent(parts.address.replace('\u00a0', ' '))}`
  )
}

function partsOf({
  offer,
  organisation,
  school,
}: Where): { readonly name: string; readonly address: string } | null {
  if (offer.location === 'at-school')
    return {
      name: school.name,
      address: `${school.street} ${school.houseNumber}, ${spaced(school.postcode)} ${school.placeName}`,
    }
  if (offer.location === 'at-company')
    return { name: organisation.name, address: `${spaced(offer.postcode)} ${offer.placeName}` }
  return null
}

/** "7607 AB"; an area of four digits stays as it is. */
function spaced(code: string): string {
  return `${code.slice(0, 4)}\u00a0${code.slice(4).trim()}`.trim()
}
