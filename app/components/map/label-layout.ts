/**
 * Which place names fit on a map. Greedy: places come in order of importance; a name stands under its place, or above
 * it, and stays away when it would touch a pin or a name that is more important.
 */
import type { Point } from '~/kernel/geography'

export type LabelPlace = Point & { readonly name: string }
export type PlacedLabel = {
  readonly place: LabelPlace
  /** From the place down to the top of the name; negative: the name stands above. */
  readonly dropPx: number
}
type Pixel = { readonly x: number; readonly y: number }

const CHARACTER_PX = 7.2
const HEIGHT_PX = 16
/** Air between two names: more at the sides, so that a map of the whole country stays quiet. */
const AIR_X_PX = 44
const AIR_Y_PX = 44
/** Half the width of a pin with a little air. */
const PIN_PX = 22
const DROPS_PX = [6, 22, -22, -38]
export const LABELS_MAX = 24

/**
 * @param places most important first.
 * @param toPixel where a point lies in the window, from its top left.
 * @param pins middles of the pins in the window.
 * @returns at most 24 names that lie in the window and touch nothing; O(places · (24 + pins)).
 */
export function placeLabels(
  places: readonly LabelPlace[],
  toPixel: (place: Point) => Pixel,
  window: { readonly width: number; readonly height: number },
  pins: readonly Pixel[] = [],
): PlacedLabel[] {
  const shown: PlacedLabel[] = []
  const boxes: { x: number; y: number; width: number }[] = []
  for (const place of places) {
    if (shown.length === LABELS_MAX) break
    const width = place.name.length * CHARACTER_PX
    const at = toPixel(place)
    const x = at.x - width / 2
    if (x < 4 || x + width > window.width - 4) continue
    const fits = (y: number) =>
      y >= 4 &&
      y + HEIGHT_PX <= window.height - 4 &&
      boxes.every(
        (box) =>
          x >= box.x + box.width + AIR_X_PX ||
          box.x >= x + width + AIR_X_PX ||
          Math.abs(y - box.y) >= HEIGHT_PX + AIR_Y_PX,
      ) &&
      pins.every(
        (pin) =>
          pin.x + PIN_PX <= x ||
          pin.x - PIN_PX >= x + width ||
          pin.y + PIN_PX <= y ||
          pin.y - PIN_PX >= y + HEIGHT_PX,
      )
    const dropPx = DROPS_PX.find((drop) => fits(at.y + drop))
    if (dropPx === undefined) continue
    boxes.push({ x, y: at.y + dropPx, width })
    shown.push({ place, dropPx })
  }
  return shown
}
