/** What both engines say of offers at school that are limited to municipalities. */
import { beforeAll, expect, test } from 'vitest'
import type { IndexPort, SearchPort } from './port'
import type { Near } from './query'
import { sampleDocument } from './sample-document'

const ALMELO = { lat: 52.3567, lng: 6.6625 }
const NEARBY = { lat: 52.3, lng: 6.7 }

export function describeServed(
  engine: () => { readonly search: SearchPort; readonly index: IndexPort },
): void {
  beforeAll(() => {
    const documents = [
      sampleDocument(1, { slug: 'everywhere', point: NEARBY }),
      sampleDocument(2, { slug: 'almelo', point: NEARBY, servedMunicipalityCodes: ['GM0141', 'GM0153'] }),
      sampleDocument(3, { slug: 'hengelo', point: NEARBY, servedMunicipalityCodes: ['GM0164'] }),
      sampleDocument(4, { slug: 'none', point: NEARBY, servedMunicipalityCodes: [] }),
      sampleDocument(5, {
        slug: 'far',
        travelRadiusKm: 5,
        point: NEARBY,
        servedMunicipalityCodes: ['GM0141'],
      }),
      // Not at school: where it is given to schools says nothing.
      sampleDocument(6, {
        slug: 'visit',
        location: 'at-company',
        point: NEARBY,
        servedMunicipalityCodes: ['GM0164'],
      }),
    ]
    return engine().index.rebuild(
      (async function* () {
        yield documents
      })(),
    )
  })

  const found = async (near: Near) =>
    (await engine().search.search({ near, pageSize: 100 })).hits.map(({ document }) => document.slug).sort()

  test.each<[string, Near, readonly string[]]>([
    [
      'around a point that lies in one of them',
      { point: ALMELO, radiusKm: 25, municipalityCode: 'GM0141' },
      ['almelo', 'everywhere', 'visit'],
    ],
    [
      'around a point elsewhere',
      { point: ALMELO, radiusKm: 25, municipalityCode: 'GM0164' },
      ['everywhere', 'hengelo', 'visit'],
    ],
    [
      'around a point of which the municipality is not known',
      { point: ALMELO, radiusKm: 25 },
      ['almelo', 'everywhere', 'hengelo', 'none', 'visit'],
    ],
    [
      'where the point only orders',
      { point: ALMELO, municipalityCode: 'GM0141' },
      ['almelo', 'everywhere', 'far', 'hengelo', 'none', 'visit'],
    ],
    [
      'in an area of several',
      { point: ALMELO, municipalityCodes: ['GM0153', 'GM0164'] },
      ['almelo', 'everywhere', 'hengelo'],
    ],
  ])('%s', async (_, near, slugs) => {
    expect(await found(near)).toEqual(slugs)
  })
}
