import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OFFER_KINDS } from '~/kernel/education'
import type { MapPoint } from '~search/port'
import { type Box, makeMapIndex, sitesOf } from './map-groups'

const WORLD: Box = [-180, -85, 180, 85]

/** Offers at a handful of places, as in life: most share their point with another. */
const points: fc.Arbitrary<MapPoint[]> = fc
  .array(
    fc.record({
      lat: fc.integer({ min: 507, max: 535 }).map((n) => n / 10),
      lng: fc.integer({ min: 34, max: 72 }).map((n) => n / 10),
      kind: fc.constantFrom(...OFFER_KINDS),
    }),
    { maxLength: 120 },
  )
  .map((all) =>
    all.map(({ lat, lng, kind }, index) => ({
      id: `o${index}`,
      slug: `o-${index}`,
      rank: index + 1,
      kind,
      title: `Offer ${index}`,
      organisationName: 'Company',
      point: { lat, lng },
    })),
  )

test('at every zoom each offer stands in exactly one group, in the order of the list', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 18 }), (all, zoom) => {
      const groups = makeMapIndex(all).groupsIn(WORLD, zoom)
      expect(groups.flatMap(({ offers }) => offers.map(({ id }) => id)).sort()).toEqual(
        all.map(({ id }) => id).sort(),
      )
      for (const { offers } of groups) {
        const ranks = offers.map(({ rank }) => rank)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }
      const firsts = groups.map(({ offers }) => offers[0]!.rank)
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
    }),
  )
})

test('a group that falls apart does so at the zoom it names, one point never does', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 17 }), (all, zoom) => {
      const index = makeMapIndex(all)
      for (const group of index.groupsIn(WORLD, zoom)) {
        const places = new Set(group.offers.map(({ point }) => `${point.lat} ${point.lng}`))
        if (group.fallsApartAt === null) {
          expect(places.size).toBe(1)
          continue
        }
        expect(group.fallsApartAt).toBeGreaterThan(zoom)
        const apart = index
          .groupsIn(WORLD, group.fallsApartAt)
          .filter(({ offers }) => offers.some((offer) => group.offers.includes(offer)))
        expect(apart.length).toBeGreaterThan(1)
      }
    }),
  )
})

test('a site holds all offers of its point', () => {
  fc.assert(
    fc.property(points, (all) => {
      const sites = sitesOf(all)
      expect(sites.reduce((sum, { offers }) => sum + offers.length, 0)).toBe(all.length)
      expect(new Set(sites.map(({ point }) => `${point.lat} ${point.lng}`)).size).toBe(sites.length)
    }),
  )
})
