/** A window on the drawing of the country: the part that shows some points, its layers, and the traces between them. */
import type { ReactNode } from 'react'
import type { Point } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame, UNITS_PER_KM } from './country-frame'

export type Place = { readonly x: number; readonly y: number }
export type CountryView = {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly left: number
  readonly top: number
  /** Where a point lies in the window. */
  readonly place: (point: Point) => Place
}

type Window = {
  readonly width: number
  readonly height: number
  /** Room around the points for what is drawn at them. */
  readonly margin: number
  /** The least that the width shows. */
  readonly leastKm: number
}

/** @returns the window around all points, inside the sheet where that is possible; one decimal, alike on server and browser. */
export function countryView(
  points: readonly Point[],
  { width, height, margin, leastKm }: Window,
): CountryView {
  const places = points.map(onFrame)
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
  const scale = Math.min(
    (width - 2 * margin) / (Math.max(...xs) - Math.min(...xs) || 1),
    (height - 2 * margin) / (Math.max(...ys) - Math.min(...ys) || 1),
    width / (leastKm * UNITS_PER_KM),
  )
  const left = clamp(middle.x - width / scale / 2, FRAME_WIDTH - width / scale)
  const top = clamp(middle.y - height / scale / 2, FRAME_HEIGHT - height / scale)
  return {
    width,
    height,
    scale: Math.round(scale * 1000) / 1000,
    left: round(left),
    top: round(top),
    place(point) {
      const { x, y } = onFrame(point)
      return { x: round((x - left) * scale), y: round((y - top) * scale) }
    },
  }
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0))
const round = (value: number) => Math.round(value * 10) / 10

/** The layers from below; what belongs on top is drawn by the children in the units of the window. */
export function CountryDrawing({
  view,
  label,
  schools = false,
  children,
}: {
  readonly view: CountryView
  /** What the drawing says, for who does not see it. */
  readonly label: string
  /** A dot for each school there is. */
  readonly schools?: boolean
  readonly children: ReactNode
}) {
  const { width, height, scale, left, top } = view
  return (
    <>
      <div className="overflow-hidden rounded-lg border border-line-strong bg-(--map-abroad)">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          className="block w-full"
          fill="none"
        >
          <g transform={`scale(${scale}) translate(${-left} ${-top})`}>
            <use href="/geo/country.svg#land" className="fill-(--map-land) stroke-(--map-border-strong)" />
            <use href="/geo/municipalities.svg#municipalities" className="stroke-(--map-border)" />
            <use
              href="/geo/country.svg#regions"
              className="stroke-(--map-border-strong)"
              strokeDasharray="5 3"
            />
            {schools ? (
              <use
                href="/geo/schools.svg#schools"
                className="stroke-(--map-school)"
                strokeWidth={4}
                strokeLinecap="round"
              />
            ) : null}
          </g>
          {children}
        </svg>
      </div>
      <p className="pt-0.5 text-right text-xs text-ink-soft">{m.common_map_sources()}</p>
    </>
  )
}

/** A line over a bend of 45°: first straight on, then slanting. */
export function Trace({
  from,
  to,
  strokeWidth,
}: {
  readonly from: Place
  readonly to: Place
  readonly strokeWidth: number
}) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const slant = Math.min(Math.abs(dx), Math.abs(dy))
  const bend =
    Math.abs(dx) > Math.abs(dy)
      ? { x: to.x - Math.sign(dx) * slant, y: from.y }
      : { x: from.x, y: to.y - Math.sign(dy) * slant }
  return (
    <path
      d={`M${from.x} ${from.y}L${bend.x} ${bend.y}L${to.x} ${to.y}`}
      className="stroke-act"
      strokeWidth={strokeWidth}
      strokeLinejoin="round"
    />
  )
}
