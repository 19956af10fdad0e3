/** The country with a dot for every school and a ring for every company that has something to offer. */
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame } from '~/components/country-frame'
import type { CompanyDot } from '~/features/home/domain/home-page'
import * as m from '~/paraglide/messages'

/** Rings of companies with several offers are larger. */
const MANY = 3

export function Country({ companies }: { readonly companies: readonly CompanyDot[] }) {
  return (
    <figure>
      <svg
        viewBox={`0 0 ${FRAME_WIDTH} ${FRAME_HEIGHT}`}
        role="img"
        aria-label={m.home_map()}
        fill="none"
        className="mx-auto block max-h-[44rem] w-full"
      >
        <use href="/geo/country.svg#land" className="fill-(--map-land) stroke-(--map-border-strong)" />
        <use href="/geo/country.svg#regions" className="stroke-(--map-border)" />
        <use
          href="/geo/schools.svg#schools"
          className="stroke-(--map-school) opacity-70"
          strokeWidth={2}
          strokeLinecap="round"
        />
        {companies.map((company) => {
          const { x, y } = onFrame(company)
          const many = company.offers >= MANY
          return (
            <circle
              key={`${company.lat} ${company.lng}`}
              cx={x}
              cy={y}
              r={many ? 22 : 14}
              strokeWidth={many ? 13 : 9}
              className="fill-surface stroke-act"
            />
          )
        })}
      </svg>
      <figcaption className="mt-2 flex flex-wrap justify-end gap-x-5 gap-y-1 text-xs text-ink-soft">
        <span className="flex items-center gap-2">
          <span aria-hidden className="size-1.5 rounded-full bg-(--map-school)" />
          {m.home_map_school()}
        </span>
        <span className="flex items-center gap-2">
          <span aria-hidden className="size-3.5 rounded-full border-[3px] border-act bg-surface" />
          {m.home_map_company()}
        </span>
        <span>{m.common_map_sources()}</span>
      </figcaption>
    </figure>
  )
}
