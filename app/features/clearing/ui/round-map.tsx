/**
 * The region before and after a round: rings that wait become traces to the company, with the number that the request has
 * in the list below. A drawing; the list says the same.
 */
import { CountryDrawing, type CountryView, countryView, type Place, Trace } from '~/components/country-view'
import * as m from '~/paraglide/messages'
import type { RoundPage } from '../domain/round-page'

const WINDOW = { width: 400, height: 400, margin: 34, leastKm: 24 }

type Pins = RoundPage['pins']

export function RoundMaps({ pins }: { readonly pins: Pins }) {
  if (pins.length === 0) return null
  const view = countryView(
    pins.flatMap(({ school, to }) => [school, ...to]),
    WINDOW,
  )
  const left = pins.filter((pin) => pin.isLeft).length
  const gained = pins.filter((pin) => pin.isGain).length
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Sheet
        title={m.board_map_now()}
        note={m.board_map_waiting({ count: pins.length })}
        label={m.board_map_now_label({ count: pins.length })}
        view={view}
      >
        {pins.map((pin) => (
          <Ring key={pin.requestId} at={view.place(pin.school)} />
        ))}
      </Sheet>
      <Sheet
        title={m.board_map_after()}
        note={m.board_map_still({ count: left })}
        label={m.board_map_after_label({ served: pins.length - left, left })}
        view={view}
      >
        {pins.flatMap((pin) =>
          pin.to.map((company) => (
            <Way
              key={`${pin.requestId} ${company.lat} ${company.lng}`}
              from={view.place(pin.school)}
              to={view.place(company)}
            />
          )),
        )}
        {pins.map((pin) =>
          pin.number === null ? (
            <Ring key={pin.requestId} at={view.place(pin.school)} />
          ) : (
            <Numbered
              key={pin.requestId}
              at={view.place(pin.school)}
              number={pin.number}
              isGain={pin.isGain}
              isLeft={pin.isLeft}
            />
          ),
        )}
      </Sheet>
      {gained > 0 ? <p className="text-sm sm:col-span-2">{m.board_map_gained({ count: gained })}</p> : null}
    </div>
  )
}

type SheetProps = {
  readonly title: string
  readonly note: string
  readonly label: string
  readonly view: CountryView
  readonly children: React.ReactNode
}

function Sheet({ title, note, label, view, children }: SheetProps) {
  return (
    <figure>
      <figcaption className="flex justify-between gap-3 pb-1 text-sm">
        <span className="font-[650]">{title}</span>
        <span className="text-ink-soft">{note}</span>
      </figcaption>
      <CountryDrawing view={view} label={label}>
        {children}
      </CountryDrawing>
    </figure>
  )
}

function Ring({ at }: { readonly at: Place }) {
  return <circle cx={at.x} cy={at.y} r={6.5} strokeWidth={3.5} className="fill-surface stroke-need" />
}

/** A school with a place; some of its groups may still wait. */
function Numbered({
  at,
  number,
  isLeft,
  isGain,
}: {
  readonly at: Place
  readonly number: number
  readonly isLeft: boolean
  readonly isGain: boolean
}) {
  return (
    <>
      {isGain ? <circle cx={at.x} cy={at.y} r={13} strokeWidth={1} className="fill-hold stroke-ink" /> : null}
      <circle
        cx={at.x}
        cy={at.y}
        r={9}
        strokeWidth={2.5}
        className={`fill-act ${isLeft ? 'stroke-need' : 'stroke-surface'}`}
      />
      <text
        x={at.x}
        y={at.y + 4}
        textAnchor="middle"
        className="fill-on-fill text-[11px] font-[750] tabular-nums"
      >
        {number}
      </text>
    </>
  )
}

/** To the company, which is a ring. */
function Way({ from, to }: { readonly from: Place; readonly to: Place }) {
  return (
    <>
      <Trace from={from} to={to} strokeWidth={2.5} />
      <circle cx={to.x} cy={to.y} r={7} strokeWidth={3.5} className="fill-surface stroke-act" />
    </>
  )
}
