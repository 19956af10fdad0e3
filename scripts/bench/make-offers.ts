/** Many offers out of the real ones: each copy in another real postcode area, with a day and places of its own. */
import type { OfferDocument } from '~search/document'
import { readCsv, stableUuid } from '../../prisma/seed/read-data'

const DAY_MS = 86_400_000
/** No relation to the number of areas or offers, so that every offer comes everywhere. */
const STEP = 7919

/** @returns `count` documents, the same each time. O(count). */
export function manyOffers(real: readonly OfferDocument[], count: number): readonly OfferDocument[] {
  const areas = readCsv('pc4.csv')
  return Array.from({ length: count }, (_, i) => {
    const offer = real[i % real.length] as OfferDocument
    const area = areas[(i * STEP) % areas.length] as Readonly<Record<string, string>>
    return {
      ...offer,
      id: stableUuid(`bench:${i}`),
      slug: `${offer.slug}-${i}`,
      placeName: area.place ?? offer.placeName,
      municipalityCode: area.gm_code ?? offer.municipalityCode,
      municipalityName: area.municipality ?? offer.municipalityName,
      provinceName: area.province ?? offer.provinceName,
      point: offer.point && { lat: Number(area.lat), lng: Number(area.lng) },
      openPlaces: offer.openPlaces === null ? null : i % 10 === 0 ? 0 : 1 + (i % 7),
      publishedAt: new Date(Date.UTC(2026, 9, 1) - (i % 400) * DAY_MS - (i % 1_000) * 1_000).toISOString(),
    }
  })
}

/** @returns the documents by the thousand. */
export async function* batchesOf(
  documents: readonly OfferDocument[],
): AsyncGenerator<readonly OfferDocument[]> {
  for (let i = 0; i < documents.length; i += 1000) yield documents.slice(i, i + 1000)
}
