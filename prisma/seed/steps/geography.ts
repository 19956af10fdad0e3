/** Landsdelen, regions, municipalities, places, postcodes. */
import type { Db } from '~/platform/db/client.server'
import { readCsv, readJson } from '../read-data'
import { insertRows } from './insert-rows'

type Regions = {
  readonly landsdelen: readonly string[]
  readonly arbeidsmarktregios: readonly {
    readonly code: string
    readonly name: string
    readonly landsdeel: string
    readonly aliases: readonly string[]
    readonly municipalities: readonly string[]
  }[]
  readonly municipalities: readonly {
    readonly code: string
    readonly name: string
    readonly province: string
    readonly corop: string
    readonly vakantieregio: string
    readonly lat: number
    readonly lng: number
  }[]
}

/** What else people call a place. */
const PLACE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  "'s-Gravenhage": ['Den Haag', 'The Hague'],
  "'s-Hertogenbosch": ['Den Bosch'],
  'Bergen L': ['Bergen'],
}

export async function seedGeography(db: Db): Promise<void> {
  const regions = readJson<Regions>('regions.json')
  const landsdeelId = (name: string) => name.toLowerCase()
  await insertRows(
    db,
    'landsdeel',
    { id: 'text', name: 'text' },
    ['id'],
    regions.landsdelen.map((name) => ({ id: landsdeelId(name), name })),
  )
  await insertRows(
    db,
    'region',
    { id: 'text', name: 'text', aliases: 'text[]', landsdeel_id: 'text' },
    ['id'],
    regions.arbeidsmarktregios.map((region) => ({
      id: region.code,
      name: region.name,
      aliases: region.aliases,
      landsdeel_id: landsdeelId(region.landsdeel),
    })),
  )
  await insertRows(
    db,
    'municipality',
    {
      code: 'text',
      name: 'text',
      province: 'text',
      corop: 'text',
      holiday_region: 'holiday_region',
      lat: 'float8',
      lng: 'float8',
    },
    ['code'],
    regions.municipalities.map((m) => ({ ...m, holiday_region: m.vakantieregio })),
  )
  await insertRows(
    db,
    'region_municipality',
    { region_id: 'text', municipality_code: 'text', valid_from: 'date' },
    ['region_id', 'municipality_code', 'valid_from'],
    regions.arbeidsmarktregios.flatMap((region) =>
      region.municipalities.map((code) => ({
        region_id: region.code,
        municipality_code: code,
        valid_from: '1900-01-01',
      })),
    ),
  )
  await insertRows(
    db,
    'place',
    {
      name: 'text',
      aliases: 'text[]',
      municipality_code: 'text',
      holiday_region: 'holiday_region',
      lat: 'float8',
      lng: 'float8',
    },
    ['name', 'municipality_code'],
    mergedPlaces().map((place) => ({
      ...namesOf(place.place ?? ''),
      municipality_code: place.gm_code,
      holiday_region: place.vakantieregio,
      lat: Number(place.lat),
      lng: Number(place.lng),
    })),
  )
  await insertRows(
    db,
    'postcode_area',
    { pc4: 'text', place_name: 'text', municipality_code: 'text', lat: 'float8', lng: 'float8' },
    ['pc4'],
    readCsv('pc4.csv').map((area) => ({
      pc4: area.pc4,
      place_name: area.place,
      municipality_code: area.gm_code,
      lat: Number(area.lat),
      lng: Number(area.lng),
    })),
  )
}

/** The sources write The Hague in two ways; it is one place. */
function mergedPlaces(): readonly Readonly<Record<string, string>>[] {
  return readCsv('places.csv').filter((place) => place.place !== 'Den Haag')
}

/** "Hengelo (Gld)" is a second Hengelo: which one is said by its municipality, as with every other name. */
function namesOf(place: string): { readonly name: string; readonly aliases: readonly string[] } {
  const name = place.replace(/ \([^)]*\)$/, '')
  return { name, aliases: [...(PLACE_ALIASES[place] ?? []), ...(name === place ? [] : [place])] }
}
