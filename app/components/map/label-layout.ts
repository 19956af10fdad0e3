/** Which place names fit on a map. Greedy: places come in order of importance, a name that would touch one stays away. */
export type LabelPlace = { readonly name: string; readonly lat: number; readonly lng: number }
type Pixel = { readonly x: number; readonly y: number }

const CHARACTER_PX = 7.2
const HEIGHT_PX = 16
/** Air around a name: more at the sides, so that a map of the whole country stays quiet. */
const AIR_X_PX = 28
const AIR_Y_PX = 24
/** The name hangs this far under its place, so that a pin leaves it readable (the same in map.css). */
const DROP_PX = 22
export const LABELS_MAX = 40

/**
 * @param places most important first.
 * @param toPixel where a place lies in the window, from its top left.
 * @returns at most 40 places whose names lie in the window and do not touch; O(n · 40).
 */
export function placeLabels(
  places: readonly LabelPlace[],
  toPixel: (place: LabelPlace) => Pixel,
  window: { readonly width: number; readonly height: number },
): LabelPlace[] {
  const shown: LabelPlace[] = []
  const boxes: { x: number; y: number; width: number }[] = []
  for (const place of places) {
    if (shown.length === LABELS_MAX) break
    const width = place.name.length * CHARACTER_PX
    const at = toPixel(place)
    const x = at.x - width / 2
    const y = at.y + DROP_PX
    if (x < 4 || y < 4 || x + width > window.width - 4 || y > window.height - HEIGHT_PX) continue
    const touches = boxes.some(
      (box) =>
        x < box.x + box.width + AIR_X_PX &&
        box.x < x + width + AIR_X_PX &&
        Math.abs(y - box.y) < HEIGHT_PX + AIR_Y_PX,
    )
    if (touches) continue
    boxes.push({ x, y, width })
    shown.push(place)
  }
  return shown
}
