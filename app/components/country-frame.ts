/**
 * The Netherlands on a flat sheet: where a point lies on the drawings in public/geo (made by scripts/draw-country.ts).
 * Equirectangular at 52.15° north: right to 1 % within the country, and quick to compute.
 */
import type { Point } from '~/kernel/geography'

const WEST = 3.3
const NORTH = 53.6
const EAST = 7.3
const SOUTH = 50.72
const SHRINK = Math.cos((52.15 * Math.PI) / 180)

export const FRAME_WIDTH = 2500
/** Units of the drawing per degree of latitude. */
const SCALE = FRAME_WIDTH / ((EAST - WEST) * SHRINK)
export const FRAME_HEIGHT = Math.round((NORTH - SOUTH) * SCALE)
export const UNITS_PER_KM = SCALE / 111.2

/** @returns the place on the sheet, in units from its top left corner, with one decimal. */
export function onFrame({ lat, lng }: Point): { readonly x: number; readonly y: number } {
  const round = (value: number) => Math.round(value * 10) / 10
  return { x: round((lng - WEST) * SHRINK * SCALE), y: round((NORTH - lat) * SCALE) }
}
