/** The country with a ring for each municipality where lessons were given; the table beneath says the same. */
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame } from '~/components/country-frame'
import { formatNumber } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Impact } from '../domain/impact'

export function ImpactMap({ places }: Pick<Impact, 'places'>) {
  const most = Math.max(1, ...places.map(({ lessons }) => lessons))
  return (
    <figure>
      <svg
        viewBox={`0 0 ${FRAME_WIDTH} ${FRAME_HEIGHT}`}
        role="img"
        aria-label={m.impact_map({ count: places.length })}
        fill="none"
        className="mx-auto block max-h-[32rem] w-full"
      >
        <use href="/geo/country.svg#land" className="fill-(--map-land) stroke-(--map-border-strong)" />
        <use href="/geo/country.svg#regions" className="stroke-(--map-border)" />
        {places.map(({ code, point, lessons }) => {
          const r = Math.round(22 + 30 * Math.sqrt(lessons / most))
          return (
            <circle
              key={code}
              cx={onFrame(point).x}
              cy={onFrame(point).y}
              r={r}
              strokeWidth={Math.round(r * 0.62)}
              className="fill-surface stroke-act"
            />
          )
        })}
      </svg>
      <figcaption className="mt-2 text-xs text-ink-soft">
        {m.impact_map_text()} {m.common_map_sources()}
      </figcaption>
    </figure>
  )
}

type TableProps = {
  readonly caption: string
  readonly first: string
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly lessons: number
    readonly pupils: number
    readonly schools: number
  }[]
}

/** Figures by year, level or place: narrow enough for a phone. */
export function FigureTable({ caption, first, rows }: TableProps) {
  return (
    <table className="card w-full text-sm tabular-nums">
      <caption className="pb-2 text-left text-lg font-[650]">{caption}</caption>
      <thead className="text-ink-soft">
        <tr>
          <th scope="col" className="px-3 py-2 text-left font-[650]">
            {first}
          </th>
          {[m.impact_col_pupils(), m.impact_col_schools(), m.impact_col_lessons()].map((label) => (
            <th key={label} scope="col" className="px-3 py-2 text-right font-[650]">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ key, name, pupils, schools, lessons }) => (
          <tr key={key}>
            <th scope="row" className="px-3 py-2 text-left font-[400]">
              {name}
            </th>
            {[pupils, schools, lessons].map((value, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: always the same three columns
              <td key={i} className="px-3 py-2 text-right">
                {formatNumber(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
