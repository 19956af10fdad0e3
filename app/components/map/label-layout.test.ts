import { expect, test } from 'vitest'
import { LABELS_MAX, placeLabels } from './label-layout'

const window = { width: 600, height: 600 }
const at = (name: string, x: number, y: number) => ({ name, lat: y, lng: x })
const toPixel = ({ lat, lng }: { lat: number; lng: number }) => ({ x: lng, y: lat })

test('of two names that would touch the more important one stays', () => {
  const shown = placeLabels(
    [at('Enschede', 300, 300), at('Hengelo', 310, 305), at('Zwolle', 100, 100)],
    toPixel,
    window,
  )
  expect(shown.map(({ place }) => place.name)).toEqual(['Enschede', 'Zwolle'])
})

test('a name that would be cut by the edge is left out', () => {
  expect(placeLabels([at('Amsterdam', 2, 300), at('Almelo', 599, 300)], toPixel, window)).toEqual([])
})

test('however many places there are, the map stays readable', () => {
  const many = Array.from({ length: 500 }, (_, n) => at('A', (n % 25) * 100, Math.floor(n / 25) * 100))
  const wide = { width: 3000, height: 3000 }
  expect(placeLabels(many, toPixel, wide)).toHaveLength(LABELS_MAX)
})

test('a name moves above its place when a pin stands under it, and stays away when there is no room', () => {
  const place = at('Almelo', 300, 300)
  expect(placeLabels([place], toPixel, window, [{ x: 310, y: 320 }])).toEqual([{ place, dropPx: -22 }])
  expect(
    placeLabels([place], toPixel, window, [
      { x: 310, y: 320 },
      { x: 300, y: 285 },
    ]),
  ).toEqual([])
})
