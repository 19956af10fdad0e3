/** What is measured: each case as a question to the port and as the address of the page's data. */
import { FACETS, type SearchQuery } from '~search/query'

/** Words of teachers, common and rare, one to three; none of them the question of a judged set alone. */
const TEXTS = [
  'robot',
  'lassen',
  'zonnepanelen',
  'programmeren',
  'excursie haven',
  'techniek bovenbouw',
  'windmolen bouwen',
  'waterstof auto',
  'scheikunde practicum',
  'meisjes techniek',
  'elektronica solderen',
  'afval recyclen plastic',
]
const PLACES = [
  { pc4: '3511', lat: 52.0936, lng: 5.1133 },
  { pc4: '7607', lat: 52.3571, lng: 6.6625 },
  { pc4: '5611', lat: 51.4358, lng: 5.4837 },
  { pc4: '9712', lat: 53.2165, lng: 6.5637 },
]
const RADIUS_KM = 25
/** What the page of the finder counts. */
const PAGE_FACETS = FACETS.filter((facet) =>
  ['kind', 'level', 'topic', 'location', 'language', 'free'].includes(facet),
)

export type Asked = {
  readonly query: SearchQuery
  /** Path and query of the data that the page or the map loads. */
  readonly address: string
  readonly map?: boolean
}
export type Case = { readonly name: string; readonly asked: readonly Asked[] }

const page = (params: Record<string, string>) => `/offers.data?${new URLSearchParams(params)}`
const placeAt = (i: number) => PLACES[i % PLACES.length] as (typeof PLACES)[number]
const near = (i: number, radiusKm?: number) => {
  const { lat, lng } = placeAt(i)
  return { point: { lat, lng }, ...(radiusKm === undefined ? {} : { radiusKm }) }
}
const pageSize = 12

export const CASES: readonly Case[] = [
  {
    name: 'text',
    asked: TEXTS.map((text) => ({ query: { text, pageSize }, address: page({ q: text }) })),
  },
  {
    name: 'text + level + radius',
    asked: TEXTS.map((text, i) => ({
      query: { text, filters: { levels: [{ level: 'vmbo', year: 3 }] }, near: near(i, RADIUS_KM), pageSize },
      address: page({ q: text, level: 'vmbo-3', place: placeAt(i).pc4, radius: String(RADIUS_KM) }),
    })),
  },
  {
    name: 'with facets',
    asked: TEXTS.map((text) => ({
      query: { text, filters: { kinds: ['guest-lesson'] }, facets: PAGE_FACETS, pageSize },
      address: page({ q: text, kind: 'guest-lesson' }),
    })),
  },
  {
    name: 'sort by distance',
    asked: TEXTS.map((text, i) => ({
      query: { text, near: near(i), sort: 'distance', pageSize },
      address: page({ q: text, place: placeAt(i).pc4, sort: 'distance' }),
    })),
  },
  {
    name: '1,000 map points',
    asked: TEXTS.map((text) => ({
      query: { text },
      address: `/offers/map-points.data?${new URLSearchParams({ q: text })}`,
      map: true,
    })),
  },
  {
    name: 'prefix typing',
    asked: [
      'ro',
      'rob',
      'robo',
      'robot',
      'zonne',
      'zonnep',
      'zonnepan',
      'prog',
      'progra',
      'lass',
      'water',
      'waterst',
    ].map((text) => ({ query: { text, pageSize }, address: page({ q: text }) })),
  },
]
