/** The region before and after a round: rings that wait become traces to the company. A drawing; the list says the same. */
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame, UNITS_PER_KM } from '~/components/country-frame'
import type { Point } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import type { RoundPage } from '../domain/round-page'

const WIDTH = 400
const HEIGHT = 400
const MARGIN = 34
const SMALLEST_KM = 24

type Pins = RoundPage['pins']
type Place = { readonly x: number; readonly y: number }
type View = ReturnType<typeof viewOf>

export function RoundMaps({ pins }: { readonly pins: Pins }) {
  if (pins.length === 0) return null
  const view = viewOf(pins.flatMap(({ school, to }) => [school, ...to]))
  const left = pins.filter((pin) => pin.isLeft).length
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Sheet
        title={m.board_map_now()}
        note={m.board_map_waiting({ count: pins.length })}
        label={m.board_map_now_label({ count: pins.length })}
        view={view}
      >
        {pins.map((pin, i) => (
          <Ring key={keyOf(pin, i)} at={view.place(pin.school)} />
        ))}
      </Sheet>
      <Sheet
        title={m.board_map_after()}
        note={m.board_map_still({ count: left })}
        label={m.board_map_after_label({ served: pins.length - left, left })}
        view={view}
      >
        {pins.flatMap((pin, i) =>
          pin.to.map((company) => (
            <Trace
              key={`${keyOf(pin, i)} ${company.lat} ${company.lng}`}
              from={view.place(pin.school)}
              to={view.place(company)}
            />
          )),
        )}
        {pins.map((pin, i) =>
          pin.isLeft ? (
            <Ring key={keyOf(pin, i)} at={view.place(pin.school)} />
          ) : (
            <Dot key={keyOf(pin, i)} at={view.place(pin.school)} />
          ),
        )}
      </Sheet>
    </div>
  )
}

const keyOf = ({ school }: Pins[number], i: number) => `${i} ${school.lat} ${school.lng}`

function Sheet({
  title,
  note,
  label,
  view,
  children,
}: {
  readonly title: string
  readonly note: string
  readonly label: string
  readonly view: View
  readonly children: React.ReactNode
}) {
  return (
    <figure>
      <figcaption className="flex justify-between gap-3 pb-1 text-sm">
        <span className="font-[650]">{title}</span>
        <span className="text-ink-soft">{note}</span>
      </figcaption>
      <div className="relative overflow-hidden rounded-lg border border-line-strong bg-(--map-abroad)">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={label}
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
          </g>
          {children}
        </svg>
        <p className="absolute right-0 bottom-0 rounded-tl-sm bg-surface px-2 pt-0.5 text-xs text-ink-soft">
          {m.common_map_sources()}
        </p>
      </div>
    </figure>
  )
}

function Ring({ at }: { readonly at: Place }) {
  return <circle cx={at.x} cy={at.y} r={6.5} strokeWidth={3.5} className="fill-surface stroke-need" />
}

function Dot({ at }: { readonly at: Place }) {
  return <circle cx={at.x} cy={at.y} r={4.5} className="fill-act" />
}

/** From the school over a bend of 45° to the company, which is a ring. */
function Trace({ from, to }: { readonly from: Place; readonly to: Place }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const slant = Math.min(Math.abs(dx), Math.abs(dy))
  const bend =
    Math.abs(dx) > Math.abs(dy)
      ? { x: to.x - Math.sign(dx) * slant, y: from.y }
      : { x: from.x, y: to.y - Math.sign(dy) * slant }
  return (
    <>
      <path
        d={`M${from.x} ${from.y}L${bend.x} ${bend.y}L${to.x} ${to.y}`}
        className="stroke-act"
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      <circle cx={to.x} cy={to.y} r={7} strokeWidth={3.5} className="fill-surface stroke-act" />
    </>
  )
}

/** The part of the country that shows all points with room around them. */
function viewOf(points: readonly Point[]) {
  const places = points.map(onFrame)
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
  const fit = Math.min(
    (WIDTH - 2 * MARGIN) / (Math.max(...xs) - Math.min(...xs) || 1),
    (HEIGHT - 2 * MARGIN) / (Math.max(...ys) - Math.min(...ys) || 1),
    WIDTH / (SMALLEST_KM * UNITS_PER_KM),
  )
  const scale = Math.round(fit * 1000) / 1000
  const clamp = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), Math.max(most, 0)))
  const left = clamp(middle.x - WIDTH / scale / 2, FRAME_WIDTH - WIDTH / scale)
  const top = clamp(middle.y - HEIGHT / scale / 2, FRAME_HEIGHT - HEIGHT / scale)
  return {
    scale,
    left,
    top,
    place(point: Point): Place {
      const { x, y } = onFrame(point)
      const round = (value: number) => Math.round(value * 10) / 10
      return { x: round((x - left) * scale), y: round((y - top) * scale) }
    },
  }
}
