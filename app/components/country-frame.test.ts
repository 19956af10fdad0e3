import { expect, test } from 'vitest'
import { distanceKm } from '~/kernel/geography'
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame, UNITS_PER_KM } from './country-frame'

const DEN_HELDER = { lat: 52.956, lng: 4.76 }
const VAALS = { lat: 50.77, lng: 6.018 }
const ENSCHEDE = { lat: 52.221, lng: 6.893 }
const SLUIS = { lat: 51.308, lng: 3.386 }

test('the corners of the country lie on the sheet', () => {
  for (const point of [DEN_HELDER, VAALS, ENSCHEDE, SLUIS, { lat: 53.5, lng: 6.6 }]) {
    const { x, y } = onFrame(point)
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(FRAME_WIDTH)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(FRAME_HEIGHT)
  }
})

test('a distance on the sheet is one in the country, to three per cent at its far ends', () => {
  for (const [a, b] of [
    [DEN_HELDER, VAALS],
    [SLUIS, ENSCHEDE],
  ] as const) {
    const [from, to] = [onFrame(a), onFrame(b)]
    const drawn = Math.hypot(from.x - to.x, from.y - to.y) / UNITS_PER_KM
    expect(Math.abs(drawn / distanceKm(a, b) - 1)).toBeLessThan(0.03)
  }
})
