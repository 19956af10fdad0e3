/** Where the company is, and the way from the reader's school: a drawing, not a map to walk around on. */
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame, UNITS_PER_KM } from '~/components/country-frame'
import { formatKm } from '~/components/format'
import type { OfferKind } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import { pinShape } from './pin-shape'

type Props = {
  readonly company: { readonly point: Point; readonly name: string; readonly kind: OfferKind }
  readonly school: { readonly point: Point; readonly distanceKm: number } | null
}

const WIDTH = 430
const HEIGHT = 252
/** Room around the pins for their labels, and the least that is shown. */
const MARGIN = 60
const SMALLEST_KM = 14
const ALONE_KM = 28

export function PlaceMap({ company, school }: Props) {
  const view = frameFor(school ? [company.point, school.point] : [company.point])
  const at = view.place(company.point)
  const from = school && view.place(school.point)
  const companyBelow = from === null || at.y >= from.y
  return (
    <div className="relative overflow-hidden rounded-lg border border-line-strong bg-(--map-abroad)">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={
          school
            ? m.offerpage_map_with_school({ name: company.name, distance: formatKm(school.distanceKm) })
            : m.offerpage_map({ name: company.name })
        }
        className="block w-full"
        fill="none"
      >
        <g transform={`scale(${view.scale}) translate(${-view.left} ${-view.top})`}>
          <use href="/geo/country.svg#land" className="fill-(--map-land) stroke-(--map-border-strong)" />
          <use href="/geo/municipalities.svg#municipalities" className="stroke-(--map-border)" />
          <use
            href="/geo/country.svg#regions"
            className="stroke-(--map-border-strong)"
            strokeDasharray="5 3"
          />
          <use
            href="/geo/schools.svg#schools"
            className="stroke-(--map-school)"
            strokeWidth={4}
            strokeLinecap="round"
          />
        </g>
        {from ? (
          <>
            <path d={trace(from, at)} className="stroke-act" strokeWidth={3.5} strokeLinejoin="round" />
            <circle cx={from.x} cy={from.y} r={8} className="fill-surface stroke-need" strokeWidth={4} />
            <Label x={from.x} y={from.y + (companyBelow ? -18 : 27)} text={m.offerpage_map_school()} />
          </>
        ) : null}
        <g transform={`translate(${at.x - 22 * 0.7} ${at.y - 22 * 0.7}) scale(0.7)`}>
          <path d={pinShape(company.kind)} className="fill-act stroke-surface" strokeWidth={3} />
        </g>
        <Label x={at.x} y={at.y + (companyBelow ? 32 : -22)} text={company.name} />
      </svg>
      <p className="absolute right-0 bottom-0 rounded-tl-sm bg-surface px-2 pt-0.5 text-xs text-ink-soft">
        {m.common_map_sources()}
      </p>
    </div>
  )
}

function Label({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  // Half of the width that the text will have: the label stays inside the drawing.
  const half = Math.min(WIDTH / 2, text.length * 3.6 + 6)
  return (
    <text
      x={Math.min(Math.max(x, half), WIDTH - half)}
      y={y}
      textAnchor="middle"
      className="fill-ink stroke-(--map-land) text-[13px] font-[650] [paint-order:stroke]"
      strokeWidth={4}
    >
      {text}
    </text>
  )
}

type Place = { readonly x: number; readonly y: number }

/** From a point over a bend of 45° to the other: first straight on, then slanting. */
function trace(from: Place, to: Place): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const slant = Math.min(Math.abs(dx), Math.abs(dy))
  const bend =
    Math.abs(dx) > Math.abs(dy)
      ? { x: to.x - Math.sign(dx) * slant, y: from.y }
      : { x: from.x, y: to.y - Math.sign(dy) * slant }
  return `M${from.x} ${from.y}L${bend.x} ${bend.y}L${to.x} ${to.y}`
}

/** The part of the country that shows all points with room around them, inside the sheet where that is possible. */
function frameFor(points: readonly Point[]) {
  const places = points.map(onFrame)
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
  const least = (points.length > 1 ? SMALLEST_KM : ALONE_KM) * UNITS_PER_KM
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (Math.max(...xs) - Math.min(...xs) || 1),
    (HEIGHT - 2 * MARGIN) / (Math.max(...ys) - Math.min(...ys) || 1),
    WIDTH / least,
  )
  const left = clamp(middle.x - WIDTH / scale / 2, FRAME_WIDTH - WIDTH / scale)
  const top = clamp(middle.y - HEIGHT / scale / 2, FRAME_HEIGHT - HEIGHT / scale)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    scale: Math.round(scale * 1000) / 1000,
    left: round(left),
    top: round(top),
    place(point: Point): Place {
      const { x, y } = onFrame(point)
      return { x: round((x - left) * scale), y: round((y - top) * scale) }
    },
  }
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0))
