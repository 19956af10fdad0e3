/** Where the company is, and the way from the school: a drawing, not a map to walk around on. */
import { CountryDrawing, type CountryView, countryView, Trace } from '~/components/country-view'
import { formatKm } from '~/components/format'
import type { OfferKind } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import { pinShape } from './pin-shape'

type Props = {
  readonly company: { readonly point: Point; readonly name: string; readonly kind: OfferKind }
  readonly school: { readonly point: Point; readonly distanceKm: number } | null
  /** Who looks: the reader's school is "your school", the company's reader sees "the school" in a narrow place. */
  readonly readBy?: 'school' | 'company'
}

/** `margin`: room around the pins for their labels. */
const WIDE = { width: 430, height: 252, margin: 60 }
const NARROW = { width: 240, height: 176, margin: 44 }
const LEAST_KM = 14
const ALONE_KM = 28

export function PlaceMap({ company, school, readBy = 'school' }: Props) {
  const isCompany = readBy === 'company'
  const view = countryView(school ? [company.point, school.point] : [company.point], {
    ...(isCompany ? NARROW : WIDE),
    leastKm: school ? LEAST_KM : ALONE_KM,
  })
  const at = view.place(company.point)
  const from = school && view.place(school.point)
  const companyBelow = from === null || at.y >= from.y
  return (
    <div>
      <CountryDrawing view={view} schools label={labelOf({ company, school, readBy })}>
        {from ? (
          <>
            <Trace from={from} to={at} strokeWidth={3.5} />
            <circle cx={from.x} cy={from.y} r={8} className="fill-surface stroke-need" strokeWidth={4} />
            <Label
              view={view}
              x={from.x}
              y={from.y + (companyBelow ? -18 : 27)}
              text={isCompany ? m.offerpage_map_the_school() : m.offerpage_map_school()}
            />
          </>
        ) : null}
        <g transform={`translate(${at.x - 22 * 0.7} ${at.y - 22 * 0.7}) scale(0.7)`}>
          <path d={pinShape(company.kind)} className="fill-act stroke-surface" strokeWidth={3} />
        </g>
        <Label view={view} x={at.x} y={at.y + (companyBelow ? 32 : -22)} text={company.name} />
      </CountryDrawing>
    </div>
  )
}

function labelOf({ company, school, readBy }: Props): string {
  if (!school) return m.offerpage_map({ name: company.name })
  const distance = formatKm(school.distanceKm)
  return readBy === 'company'
    ? m.offerpage_map_for_company({ distance })
    : m.offerpage_map_with_school({ name: company.name, distance })
}

type LabelProps = {
  readonly view: CountryView
  readonly x: number
  readonly y: number
  readonly text: string
}

function Label({ view: { width }, x, y, text }: LabelProps) {
  // Half of the width that the text will have: the label stays inside the drawing.
  const half = Math.min(width / 2, text.length * 3.6 + 6)
  return (
    <text
      x={Math.min(Math.max(x, half), width - half)}
      y={y}
      textAnchor="middle"
      className="fill-ink stroke-(--map-land) text-[13px] font-[650] [paint-order:stroke]"
      strokeWidth={4}
    >
      {text}
    </text>
  )
}
